"""What the doctor says of Telegram: that the bot's own way leads there, and what is set there.

What people wrote is neither fetched nor confirmed; ``getUpdates`` is asked without an offset, so
that Telegram keeps them.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic

from telegram import Bot, User, WebhookInfo
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.process import reaching
from bot.process.findings import Finding, Level
from bot.process.findings import fail as _fail
from bot.process.findings import ok as _ok
from bot.process.findings import warn as _warn
from bot.process.reaching import host_of as _host
from config.settings import WEBHOOK_PATH, Settings

ODD_CLOCK, WRONG_CLOCK = 5.0, 60.0
"""Seconds between this machine and the server."""
MANY_PENDING = 100
LISTEN_FOR_ANOTHER = 4
"""Seconds: another poller that was interrupted asks again within a few."""


async def examine(settings: Settings, *, is_running: bool) -> list[Finding]:
    """Look at the way to Telegram, the token and what is set there; *is_running*: a bot polls."""
    findings = await _server(settings)
    if settings.bot_token is None:
        remedy = "get one from BotFather and put it into .env (make practice needs none)"
        return [*findings, _fail("token", "DSN_BOT_TOKEN is missing", remedy)]
    if any(finding.level is Level.FAIL for finding in findings):
        return findings
    async with reaching.bot_of(settings, settings.bot_token.get_secret_value()) as bot:
        try:
            findings += _who(await bot.get_me())
            info = await bot.get_webhook_info()
            findings += _webhook(settings, info)
            if not info.url and not is_running:
                findings.append(await _other_poller(bot))
        except TelegramError as error:
            about = "token" if isinstance(error, InvalidToken) else "Bot API"
            found = reaching.hindrance(settings, error)
            findings.append(_fail(about, found.said, found.remedy))
    return findings


async def _server(settings: Settings) -> list[Finding]:
    """Ask the server anything at all: that it answers, and what its clock says."""
    try:
        async with reaching.way() as transport:
            began = monotonic()
            head = await transport.head(settings.bot_api_url)
            took = monotonic() - began
    except NetworkError as error:
        found = reaching.hindrance(settings, error)
        return [_fail("Bot API", found.said, found.remedy)]
    proxy = reaching.proxy_for(settings.bot_api_url)
    by = f", by the proxy {proxy}" if proxy else ""
    answers = f"{_host(settings.bot_api_url)} answers in {took * 1000:.0f} ms{by}"
    findings = [_ok("Bot API", answers)]
    if (trouble := reaching.list_trouble()) is not None:
        said, _, remedy = trouble.partition(": ")
        findings.append(_warn("certificates", said, remedy))
    try:
        theirs = parsedate_to_datetime(head["date"])
    except (KeyError, ValueError):
        remedy = "compare this machine's clock by hand"
        return [*findings, _warn("clock", "the server does not say what time it is", remedy)]
    return [*findings, _clock((datetime.now(UTC) - theirs).total_seconds())]


def _clock(ahead: float) -> Finding:
    """Judge by how many seconds this machine is ahead; the header is whole seconds."""
    remedy = "let the machine keep time (timedatectl set-ntp true)"
    if abs(ahead) > WRONG_CLOCK:
        return _fail("clock", f"this machine is {ahead:+.0f} s off", remedy)
    if abs(ahead) > ODD_CLOCK:
        return _warn("clock", f"this machine is {ahead:+.0f} s off", remedy)
    return _ok("clock", "agrees with the server's")


def _who(me: User) -> Iterator[Finding]:
    yield _ok("token", f"@{me.username} ({me.id})")
    if me.can_join_groups:
        remedy = "turn Allow groups off in BotFather (/setjoingroups)"
        yield _warn("token", "the bot can be added to groups", remedy)


def _webhook(settings: Settings, info: WebhookInfo) -> Iterator[Finding]:
    """Compare what Telegram does with what the settings want."""
    wanted = f"{settings.webhook_url}{WEBHOOK_PATH}" if settings.webhook_url else ""
    if wanted and not wanted.startswith("https://"):
        yield _warn("webhook", "its address is not https", "Telegram posts to https alone")
    if info.url == wanted:
        yield _ok("webhook", f"set to {wanted}" if wanted else "none: the bot polls")
    elif wanted:
        said = f"set to {_host(info.url)}, not to this bot's address" if info.url else "not set"
        yield _warn("webhook", said, f"dsn-bot run sets it to {wanted}")
    else:
        yield _warn(
            "webhook", f"set to {_host(info.url)}", "dsn-bot run removes it in order to poll"
        )
    waiting = info.pending_update_count
    if waiting > MANY_PENDING:
        yield _warn("updates", f"{waiting} wait at Telegram", "start the bot; they keep 24 hours")
    else:
        yield _ok("updates", f"{waiting} wait at Telegram")
    if wanted and info.last_error_date is not None:
        said = f"last failure {info.last_error_date:%Y-%m-%d %H:%M} UTC: {info.last_error_message}"
        yield _warn("webhook", said, "see the reverse proxy, its certificate and DSN_LISTEN")


async def _other_poller(bot: Bot) -> Finding:
    """Ask for updates without confirming any; another program that asks shows in a conflict."""
    try:
        await bot.get_updates(limit=1, timeout=LISTEN_FOR_ANOTHER)
    except Conflict:
        remedy = "stop it, or use a token of its own for each program (BotFather)"
        return _fail("polling", "another program asks for this bot's messages", remedy)
    except (NetworkError, RetryAfter) as error:
        said = f"could not be tried ({type(error).__name__})"
        return _warn("polling", said, "run the doctor again")
    return _ok("polling", "no other program asks for this bot's messages")
