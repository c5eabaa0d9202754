"""``dsn-bot doctor``: what the bot needs, looked at one by one, each with the remedy in a line.

Nothing here shows a secret: no token, no password, no address with one in it. What people wrote is
neither fetched nor confirmed; the one call that could take messages away, ``getUpdates``, is made
without an offset, so that Telegram keeps them.
"""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

import httpx
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot, User, WebhookInfo
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.chat.forms.errors import FieldsError
from bot.core.texts import DEFAULT, keys, languages
from bot.process import file_check, log_check, places
from bot.process.findings import Finding, Level
from bot.process.findings import fail as _fail
from bot.process.findings import ok as _ok
from bot.process.findings import warn as _warn
from config import home
from config import settings as machine
from config.home import HomeError
from config.network import NetworkFileError, differing, load_own, own_file
from config.own_data import FILES, DataError
from config.reference import Reference, own_folder
from config.settings import WEBHOOK_PATH, Settings, SettingsError
from storage import condition, migrate, people, processes
from storage.condition import Unusable
from storage.database import Database

LITTLE_ROOM, NO_ROOM = 500 * 2**20, 50 * 2**20
"""Free bytes below which to warn, and below which a database may soon fail to write."""
ODD_CLOCK, WRONG_CLOCK = 5.0, 60.0
"""Seconds between this machine and the server."""
MANY_PENDING = 100
LISTEN_FOR_ANOTHER = 4
"""Seconds: another poller that was interrupted asks again within a few."""


async def examine(*, now: datetime) -> list[Finding]:
    """Look at everything that can be looked at; what depends on a failure is left out."""
    findings = [*_network_file(), *_data_files(), *_catalogues(), *_fields()]
    if not any(finding.about == "fields" and finding.level is Level.FAIL for finding in findings):
        findings += _texts()
    try:
        settings = machine.load()
    except SettingsError as error:
        remedy = "put it right in .env or the environment; config/example.env explains each"
        return [_fail("settings", str(error), remedy), *findings]
    findings[:0] = [_ok("settings", f"can be read; DSN_HOME is {home.home()}"), *_names()]
    is_running = False
    for finding, runs in _database(settings, now=now):
        findings.append(finding)
        is_running = is_running or runs
    findings += file_check.examine(_file_of(settings))
    findings += _room(settings)
    findings += await _telegram(settings, is_running=is_running)
    return findings


# --- files -----------------------------------------------------------------------------------


def _network_file() -> Iterator[Finding]:
    try:
        network = load_own()
    except NetworkFileError as error:
        yield _fail("network.toml", str(error), "correct that key in the file that it names")
        return
    # As for the texts: what is declared is checked while it is imported.
    from bot.process.privacy_check import unfinished

    yield _ok("network.toml", f"{len(network.reminders)} reminders, {len(network.series)} series")
    yield _ok("network.toml", _own_network_file())
    for said, remedy in unfinished(network):
        yield _warn("privacy", said, remedy)


def _own_network_file() -> str:
    """Say which file of the organiser's was read, and which keys it changes; never a value."""
    file = own_file()
    if not file.is_file():
        return f"as it comes with this version: there is no {file}"
    changed = differing()
    if not changed:
        return f"{file} says nothing else than the default"
    return f"{file} differs from the default in {', '.join(changed)}"


def _names() -> Iterator[Finding]:
    """Yield what looks like a setting and is none."""
    for one in machine.unknown_names():
        yield _warn("settings", one.line(), "correct the name, or take it out")


def _data_files() -> Iterator[Finding]:
    """Read the reference data as the bot does, with what the organiser adds to it."""
    try:
        Reference().check()
    except (DataError, KeyError, TypeError) as error:
        said = f"config/data cannot be used ({error})"
        yield _fail("data", said, "take config/data from the release again")
        return
    try:
        own = own_folder()
        reference = Reference(own=own)
        reference.check()
    except HomeError:
        return  # that is a finding of its own
    except DataError as error:
        yield _fail("data", str(error), "correct that entry: docs/extending.md says how")
        return
    said = f"{len(reference.chambers)} chambers, {len(reference.countries)} partner countries"
    files = [str(own / name) for name in FILES if (own / name).is_file()]
    ended = [chamber.id for chamber in reference.every_chamber if not chamber.active]
    said += f"; read as well: {', '.join(files)}" if files else ""
    said += f"; ended: {', '.join(ended)}" if ended else ""
    yield _ok("data", said)


def _catalogues() -> Iterator[Finding]:
    wanted = keys(DEFAULT)
    lacking = {language: sorted(wanted - keys(language)) for language in languages()}
    for language, missing in lacking.items():
        if missing:
            said = f"{language} lacks {len(missing)} sentences, first {missing[0]}"
            yield _fail("catalogues", said, f"complete bot/core/locales/{language}")
    if not any(lacking.values()):
        yield _ok("catalogues", f"{', '.join(lacking)}: {len(wanted)} sentences each")


def _texts() -> Iterator[Finding]:
    """Look for sentences that what is declared needs, and that no catalogue has."""
    try:
        # A mistake in the organiser's file shows while it is imported.
        from bot.process.declarations import mistake

        wrong = mistake(load_own())
    except NetworkFileError:
        return  # that is a finding of its own
    if wrong is not None:
        yield _fail("texts", wrong, "correct that name, or write the sentence in bot/core/locales")


def _fields() -> Iterator[Finding]:
    """Compare what updates, meetings and people say with the tables and the catalogues."""
    remedy = "declare the field, its column and its texts: docs/extending.md"
    try:
        # What is declared is checked while it is imported.
        from bot.meetings.fields import MEETING_FIELDS
        from bot.people.fields import PERSON_FIELDS
        from bot.updates.fields import UPDATE_FIELDS
    except FieldsError as error:
        yield _fail("fields", str(error), remedy)
        return
    declared = (UPDATE_FIELDS, MEETING_FIELDS, PERSON_FIELDS)
    known = keys(DEFAULT)
    lacking = [key for fields in declared for key in fields.labels() if key not in known]
    if lacking:
        yield _fail("fields", f"{DEFAULT} lacks {', '.join(lacking)}", remedy)
    else:
        yield _ok(
            "fields", f"{sum(len(fields.fields) for fields in declared)}, each with its column"
        )


# --- the database ----------------------------------------------------------------------------


def _database(settings: Settings, *, now: datetime) -> Iterator[tuple[Finding, bool]]:
    """Yield what is found of the database, and whether a bot runs on it."""
    try:
        file = places.absent(settings)
        if file is not None:
            remedy = "dsn-bot run makes it; dsn-bot restore COPY brings a copy back"
            yield _warn("database", f"there is none at {file} yet", remedy), False
            return
        database = Database(settings.database_url)
    except (SQLAlchemyError, ValueError, OSError) as error:
        said = f"its address cannot be used ({type(error).__name__})"
        yield _fail("database", said, "correct DSN_DATABASE_URL"), False
        return
    try:
        condition.ensure_usable(database, whole=True, thorough=True)
        with condition.named(database):
            for finding in _state_of(database):
                yield finding, False
            if migrate.current(database) == migrate.head():
                yield from _life_of(database, now=now)
                for finding in (*_notice(database), *log_check.examine(database)):
                    yield finding, False
    except Unusable as error:
        yield _fail("database", error.trouble.said, error.trouble.remedy), False
    finally:
        database.close()


def _state_of(database: Database) -> Iterator[Finding]:
    with database.transaction() as session:
        connection = session.connection()
        version = ".".join(map(str, connection.dialect.server_version_info or ()))
    before, wanted = migrate.current(database), migrate.head()
    place = places.described(database.url)
    name = "SQLite" if database.is_sqlite else "PostgreSQL"
    if before is None:
        yield _warn("database", f"{name} {version}, empty", "dsn-bot migrate prepares it")
    elif before not in migrate.known():
        trouble = condition.later_version(database, before)
        yield _fail("database", trouble.said, trouble.remedy)
    elif before != wanted:
        yield _warn("database", f"is at {before} of {wanted}", "dsn-bot migrate (run does it too)")
    else:
        yield _ok("database", f"{name} {version} can be written to and is at {wanted}; {place}")


def _life_of(database: Database, *, now: datetime) -> Iterator[tuple[Finding, bool]]:
    """Yield who coordinates and whether a bot runs; try to write, and take it back."""
    with database.engine.connect() as connection:
        connection.execute(text("UPDATE mark SET value = value WHERE name = 'alive'"))
        connection.rollback()
    with database.reading() as session:
        coordinators = len(people.coordinators(session))
        seen = processes.latest(session, now=now)
    if coordinators:
        yield _ok("people", f"coordinators: {coordinators}"), False
    else:
        remedy = "dsn-bot invite --role coordinator prints the link for the first"
        yield _warn("people", "there is no coordinator yet", remedy), False
    if seen is not None:
        yield _ok("running", f"a bot runs here, seen {seen.total_seconds():.0f} s ago"), True
    else:
        yield _warn("running", "no bot runs on this database", "dsn-bot run starts it"), False


def _notice(database: Database) -> Iterator[Finding]:
    """Compare the notice on data protection with what it was when its version began."""
    from bot.process.privacy_check import changed

    try:
        network = load_own()
    except NetworkFileError:
        return  # that is a finding of its own
    for said, remedy in changed(database, network):
        yield _warn("privacy", said, remedy)


def _file_of(settings: Settings) -> Path | None:
    """Return the SQLite file that the settings name, whether it is there or not."""
    prefix = "sqlite:///"
    url = settings.database_url
    return Path(url.removeprefix(prefix)) if url.startswith(prefix) else None


def _room(settings: Settings) -> Iterator[Finding]:
    file = _file_of(settings)
    folder = file.parent if file is not None else Path.cwd()
    folder = next(path for path in (folder, *folder.absolute().parents) if path.is_dir())
    free = shutil.disk_usage(folder).free
    said = f"{free / 2**20:,.0f} MiB free in {folder}"
    remedy = "make room: nothing is lost meanwhile, and nothing new can be stored when it is full"
    if free < NO_ROOM:
        yield _fail("disk", said, remedy)
    elif free < LITTLE_ROOM:
        yield _warn("disk", said, remedy)
    else:
        yield _ok("disk", said)


# --- Telegram --------------------------------------------------------------------------------


async def _telegram(settings: Settings, *, is_running: bool) -> list[Finding]:
    findings = await _server(settings)
    if settings.bot_token is None:
        remedy = "get one from BotFather and put it into .env (make practice needs none)"
        return [*findings, _fail("token", "DSN_BOT_TOKEN is missing", remedy)]
    if any(finding.level is Level.FAIL for finding in findings):
        return findings
    request = HTTPXRequest(connect_timeout=10, read_timeout=20)
    bot = Bot(
        settings.bot_token.get_secret_value(),
        base_url=f"{settings.bot_api_url}/bot",
        request=request,
        get_updates_request=HTTPXRequest(connect_timeout=10, read_timeout=20),
    )
    try:
        await bot.initialize()
        findings += _who(bot.bot)
        info = await bot.get_webhook_info()
        findings += _webhook(settings, info)
        if not info.url and not is_running:
            findings.append(await _other_poller(bot))
    except InvalidToken:
        remedy = "get the current one from BotFather (/mybots, API Token)"
        findings.append(_fail("token", "Telegram does not accept DSN_BOT_TOKEN", remedy))
    except TelegramError as error:
        remedy = "try again; see DSN_BOT_API_URL and the network"
        said = f"it does not answer as it should ({type(error).__name__})"
        findings.append(_fail("Bot API", said, remedy))
    finally:
        await bot.shutdown()
    return findings


async def _server(settings: Settings) -> list[Finding]:
    """Ask the server anything at all: that it answers, and what its clock says."""
    host = _host(settings.bot_api_url)
    try:
        async with httpx.AsyncClient(timeout=10) as client:
            began = monotonic()
            answer = await client.get(settings.bot_api_url)
            took = monotonic() - began
    except httpx.HTTPError as error:
        said = f"{host} cannot be reached ({type(error).__name__})"
        return [_fail("Bot API", said, "see DSN_BOT_API_URL, the network and the firewall")]
    found = [_ok("Bot API", f"{host} answers in {took * 1000:.0f} ms")]
    try:
        theirs = parsedate_to_datetime(answer.headers["date"])
    except (KeyError, ValueError):
        remedy = "compare this machine's clock by hand"
        return [*found, _warn("clock", "the server does not say what time it is", remedy)]
    return [*found, _clock((datetime.now(UTC) - theirs).total_seconds())]


def _host(url: str) -> str:
    """Return the host of an address alone: the rest may hold a password or a token."""
    return urlsplit(url).hostname or "?"


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
