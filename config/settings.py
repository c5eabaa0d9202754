"""Settings of the machine: one frozen object from the environment and ``.env``.

What belongs to the organiser (name, reminder plan, retention, texts on data protection) is in
``network.toml``; see :mod:`config.network`. A relative path counts from ``DSN_HOME``.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, DotEnvSettingsSource, SettingsConfigDict

from config import home, setting_names
from config.home import ENV_FILE, HomeError
from config.setting_names import PREFIX

ENCODING = "utf-8-sig"
"""Of ``.env``: an editor may have put a mark at the beginning."""
SQLITE = "sqlite:///"
TELEGRAM = "https://api.telegram.org"
WEBHOOK_PATH = "/telegram"
"""Where below ``DSN_WEBHOOK_URL`` Telegram posts to."""
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
SHORTEST_SECRET, LONGEST_SECRET = 16, 256
"""Signs of a webhook's secret: whoever guesses it writes to the bot in anybody's name."""
LONGEST_FILE = 64 * 1024
"""Bytes of a file with settings or a secret."""
SECRETS = ("BOT_TOKEN", "WEBHOOK_SECRET", "DATABASE_URL")
"""Settings that may also be given as the path of a file, in ``DSN_…_FILE``."""


class SettingsError(Exception):
    """A setting cannot be used; its text is one line for the person who made it."""


def _web_address(value: str | None) -> str | None:
    if value is None:
        return None
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("must be an address that begins with https:// (or http://)")
    return value.rstrip("/")


def _listen_address(value: str | None) -> str | None:
    if value is None:
        return None
    host, separator, port = value.rpartition(":")
    if not separator or not host or not port.isdigit() or not 0 < int(port) < 65536:
        raise ValueError("must be HOST:PORT, such as 127.0.0.1:8081")
    return value


def _database_address(value: str) -> str:
    if value.startswith(("sqlite:///", "postgresql://", "postgres://", "postgresql+psycopg://")):
        return value
    raise ValueError("must begin with sqlite:/// or postgresql://")


class Settings(BaseSettings):
    """What the machine decides. Field ``bot_token`` is ``DSN_BOT_TOKEN`` in the environment."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file_encoding=ENCODING,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    bot_token: SecretStr | None = None
    bot_api_url: Annotated[str, AfterValidator(_web_address)] = TELEGRAM
    database_url: Annotated[str, AfterValidator(_database_address)] = "sqlite:///data/dsn.db"
    webhook_url: Annotated[str | None, AfterValidator(_web_address)] = None
    webhook_secret: SecretStr | None = None
    listen: Annotated[str | None, AfterValidator(_listen_address)] = None
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["console", "json"] = "console"
    trial: bool = False
    """Nobody is meant to rely on this bot: it may run with the example's contacts."""

    @field_validator("log_level", "log_format", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("trial", mode="before")
    @classmethod
    def _empty_is_no(cls, value: object) -> object:
        return False if value == "" else value

    @field_validator("bot_token", "webhook_secret", "webhook_url", "listen", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("bot_token")
    @classmethod
    def _looks_like_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not TOKEN.fullmatch(value.get_secret_value().strip()):
            raise ValueError("does not look like a token: BotFather gives one such as 123456:ABC…")
        return value and SecretStr(value.get_secret_value().strip())

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Self:
        if self.webhook_url is None:
            return self
        if self.webhook_secret is None:
            raise ValueError("DSN_WEBHOOK_SECRET is missing: a webhook needs a secret")
        secret = self.webhook_secret.get_secret_value()
        allowed = all(sign.isascii() and (sign.isalnum() or sign in "_-") for sign in secret)
        if not SHORTEST_SECRET <= len(secret) <= LONGEST_SECRET or not allowed:
            raise ValueError(
                f"DSN_WEBHOOK_SECRET must be {SHORTEST_SECRET} to {LONGEST_SECRET} of "
                "A-Z a-z 0-9 _ - (openssl rand -hex 32 makes one)"
            )
        if self.listen is None:
            raise ValueError("DSN_LISTEN is missing: a webhook needs HOST:PORT to listen on")
        return self

    @property
    def listen_at(self) -> tuple[str, int] | None:
        """Host and port to listen on, or None."""
        if self.listen is None:
            return None
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)


def load() -> Settings:
    """Return the settings of this process; raise :class:`SettingsError` with one clear line."""
    try:
        file = env_file()
        _refuse_unreadable(file)
        # What the library's constructor takes besides the fields is not declared to mypy.
        found = Settings(_env_file=file, **_secrets_from_files(file))  # type: ignore[call-arg, arg-type]
        return found.model_copy(update={"database_url": _from_home(found.database_url)})
    except HomeError as error:
        raise SettingsError(str(error)) from None
    except ValidationError as error:
        raise SettingsError(_in_words(error)) from None


def env_file() -> Path:
    """Return where ``.env`` lies, if there is one; raises :class:`HomeError`."""
    return home.home() / ENV_FILE


def unknown_names() -> Iterator[setting_names.Unknown]:
    """Yield the names with ``DSN_`` that nothing reads, of the environment and of ``.env``."""
    known = [name.upper() for name in Settings.model_fields]
    known += ["HOME", *(f"{name}_FILE" for name in SECRETS)]
    file = env_file()
    return setting_names.unknown(known, _in_env_file(file), str(file))


def secret_files() -> dict[str, Path]:
    """Return the files that ``DSN_…_FILE`` names, by the setting that each holds.

    What the environment says of a secret, in either way, goes before what ``.env`` says.
    """
    return _secret_files(_in_env_file(env_file()))


def _secret_files(in_file: dict[str, str | None]) -> dict[str, Path]:
    found = {}
    for name in SECRETS:
        setting = f"{PREFIX}{name}"
        path = os.environ.get(f"{setting}_FILE")
        if not path and setting not in os.environ:
            path = in_file.get(f"{setting}_FILE".lower())
        if path:
            found[name] = home.at_home(path)
    return found


def _secrets_from_files(file: Path) -> dict[str, str]:
    """Read ``DSN_…_FILE``: how container platforms and systemd hand over secrets."""
    return {
        name.lower(): _text(path, f"{PREFIX}{name}_FILE: {path}").strip()
        for name, path in _secret_files(_in_env_file(file)).items()
    }


def _in_env_file(file: Path) -> dict[str, str | None]:
    """Return what ``.env`` says, by names in small letters."""
    if not file.is_file():
        return {}
    return dict(DotEnvSettingsSource(Settings, file, ENCODING).env_vars)


def _from_home(url: str) -> str:
    """Let the relative path of a SQLite file count from the home folder."""
    path = url.removeprefix(SQLITE)
    if path == url or not path or path.startswith((":memory:", "file:", "/")):
        return url
    return f"{SQLITE}{home.at_home(path)}"


def _refuse_unreadable(file: Path) -> None:
    """Raise :class:`SettingsError` for a file of settings that is there and cannot be used.

    The library passes over what is no file, and the bot would say that a token is missing.
    """
    if os.path.lexists(file):
        _text(file, file.name)


def _text(file: Path, named: str) -> str:
    """Return what a small file of ours says; raises :class:`SettingsError` with one line."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LONGEST_FILE + 1)
    except OSError as error:
        raise SettingsError(f"{named}: {error.strerror or 'cannot be read'}") from None
    if len(content) > LONGEST_FILE or b"\0" in content:
        raise SettingsError(f"{named}: this is no file of text")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SettingsError(f"{named}: this is no file of text (UTF-8)") from None


def _in_words(error: ValidationError) -> str:
    """The first mistake as one line, without the value (it may be a secret)."""
    first = error.errors(include_url=False, include_input=False)[0]
    message = first["msg"].removeprefix("Value error, ")
    if not first["loc"]:
        return message
    return f"{PREFIX}{str(first['loc'][0]).upper()}: {message}"
