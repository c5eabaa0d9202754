"""How a command reaches Telegram: as ``dsn-bot run`` does, by the same proxy and the same trust.

What kept it from there is put into words with the remedy, once for every command that says so.
"""

import os
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from telegram import Bot
from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.outbox.telegram.transport import NotSent, Transport
from config.settings import Settings

PATIENCE_SECONDS = 20.0
EXPIRED, NOT_YET_VALID = 10, 9
OTHER_NAME = (62, 64)
"""OpenSSL's numbers for a host name and an address that a certificate is not made out to."""
LIST_FILE, LIST_FOLDER = "SSL_CERT_FILE", "SSL_CERT_DIR"
OWN_AUTHORITY = (
    "have the organisation's own authority trusted: its certificate as "
    "/usr/local/share/ca-certificates/NAME.crt, then update-ca-certificates (or update-ca-trust), "
    f"or in a list that {LIST_FILE} names in the environment of dsn-bot; then start it again"
)


@dataclass(frozen=True)
class Hindrance:
    """Why Telegram could not be asked."""

    said: str
    """What is wrong; it names hosts, and neither a token nor a password."""
    remedy: str

    def line(self) -> str:
        """Return it as one line."""
        return f"{self.said}: {self.remedy}"


@asynccontextmanager
async def bot_of(settings: Settings, token: str) -> AsyncIterator[Bot]:
    """Give a bot that is not introduced yet, and its way to the server for as long as it lasts."""
    async with way() as transport:
        # Neither initialize nor shutdown of the bot's own: the way is this function's.
        yield Bot(
            token,
            base_url=f"{settings.bot_api_url}/bot",
            request=transport,
            get_updates_request=transport,
        )


@asynccontextmanager
async def way() -> AsyncIterator[Transport]:
    """Open the transport that the running bot uses."""
    transport = Transport(PATIENCE_SECONDS, connections=4)
    await transport.initialize()
    try:
        yield transport
    finally:
        await transport.shutdown()


async def name_of(settings: Settings) -> str | Hindrance:
    """Ask Telegram for the bot's name; return it, or why it is not known."""
    if settings.bot_token is None:
        return Hindrance("DSN_BOT_TOKEN is missing", "put it into .env, or give the code alone")
    try:
        async with bot_of(settings, settings.bot_token.get_secret_value()) as bot:
            return (await bot.get_me()).username or ""
    except TelegramError as error:
        return hindrance(settings, error)


def hindrance(settings: Settings, error: TelegramError) -> Hindrance:
    """Put into words why Telegram could not be asked, or what it refused."""
    host, proxy = host_of(settings.bot_api_url), proxy_for(settings.bot_api_url)
    if isinstance(error, InvalidToken):
        remedy = "get the current one from BotFather (/mybots, API Token)"
        return Hindrance("Telegram does not accept DSN_BOT_TOKEN", remedy)
    if not isinstance(error, NetworkError):
        said = f"{host}{_by(proxy)} does not answer as it should ({type(error).__name__})"
        return Hindrance(said, "try again; see DSN_BOT_API_URL and what is on the way")
    kind = error.message
    if isinstance(error, NotSent) and error.certificate is not None:
        return _of_certificate(f"{host}{_by(proxy)}", error.certificate)
    if kind == "ClientConnectorSSLError":
        remedy = "see that DSN_BOT_API_URL says https:// only where the server does, and the proxy"
        return Hindrance(f"{host}{_by(proxy)} does not speak TLS as it should", remedy)
    if proxy is not None and kind in ("ClientProxyConnectionError", "ClientConnectorDNSError"):
        said = f"the proxy {proxy} cannot be reached ({kind})"
        return Hindrance(said, "correct HTTPS_PROXY in the environment of dsn-bot, or unset it")
    if kind == "ClientHttpProxyError":
        remedy = f"have it let {host} through; a password for it belongs in HTTPS_PROXY"
        return Hindrance(f"the proxy {proxy} refuses the way to {host}", remedy)
    if kind == "ClientConnectorDNSError":
        remedy = "correct DSN_BOT_API_URL or the machine's name server; behind a proxy HTTPS_PROXY"
        return Hindrance(f"the name {host} is not known here", remedy)
    return Hindrance(
        f"{host} cannot be reached{_by(proxy)} ({kind})",
        "see DSN_BOT_API_URL, the network and the firewall; behind a proxy set HTTPS_PROXY",
    )


def _of_certificate(where: str, code: int) -> Hindrance:
    """Return what is said of a certificate that is not trusted, by OpenSSL's reason."""
    if code in (EXPIRED, NOT_YET_VALID):
        said = f"the certificate of {where} is {'past' if code == EXPIRED else 'before'} its time"
        remedy = "compare this machine's clock (timedatectl); else whoever runs that server renews"
        return Hindrance(said, remedy)
    if code in OTHER_NAME:
        said = f"the certificate of {where} is made out to another name"
        return Hindrance(said, "correct the host in DSN_BOT_API_URL; it names the server's own")
    said = f"the certificate of {where} is signed by an authority that is not known here"
    return Hindrance(said, list_trouble() or OWN_AUTHORITY)


def list_trouble() -> str | None:
    """Return the remedy for a list of certificates that the environment names in vain."""
    named = os.environ.get(LIST_FILE)
    if named and not _holds_certificates(Path(named)):
        return f"{LIST_FILE} is {named}, which is no list of certificates: correct or unset it"
    folder = os.environ.get(LIST_FOLDER)
    if folder and not all(Path(one).is_dir() for one in folder.split(os.pathsep) if one):
        return f"{LIST_FOLDER} is {folder}, which is not there: correct or unset it"
    return None


def _holds_certificates(file: Path) -> bool:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(file)
    except (OSError, ssl.SSLError):
        return False
    return True


def proxy_for(url: str) -> str | None:
    """Return host and port of the proxy on the way to *url*, without its password."""
    parts = urlsplit(url)
    named = getproxies().get(parts.scheme)
    if not named or not parts.hostname or proxy_bypass(parts.hostname):
        return None
    proxy = urlsplit(named if "://" in named else f"http://{named}")
    try:
        port = f":{proxy.port}" if proxy.port else ""
    except ValueError:
        port = ""
    return f"{proxy.hostname or '?'}{port}"


def _by(proxy: str | None) -> str:
    return f" by the proxy {proxy}" if proxy else ""


def host_of(url: str) -> str:
    """Return the host of an address alone: the rest may hold a password or a token."""
    return urlsplit(url).hostname or "?"
