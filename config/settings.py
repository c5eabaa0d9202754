"""Settings of the machine: one frozen object from the environment and ``.env``.

What belongs to the organiser (name, reminder plan, retention, texts on data protection) is in
``config/network.toml``; see :mod:`config.network`.
"""

import os
import re
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "DSN_"
TELEGRAM = "https://api.telegram.org"
WEBHOOK_PATH = "/telegram"
"""Where below ``DSN_WEBHOOK_URL`` Telegram posts to."""
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
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
        env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True, hide_input_in_errors=True
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
        if not 1 <= len(secret) <= 256 or not allowed:
            raise ValueError("DSN_WEBHOOK_SECRET must be 1 to 256 of A-Z a-z 0-9 _ -")
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
        return Settings(**_secrets_from_files())  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingsError(_in_words(error)) from None


def _secrets_from_files() -> dict[str, str]:
    """Read ``DSN_…_FILE``: how container platforms and systemd hand over secrets."""
    found = {}
    for name in SECRETS:
        path = os.environ.get(f"{PREFIX}{name}_FILE")
        if not path:
            continue
        try:
            found[name.lower()] = Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            reason = error.strerror or "cannot be read"
            raise SettingsError(f"{PREFIX}{name}_FILE: {path}: {reason}") from None
    return found


def _in_words(error: ValidationError) -> str:
    """The first mistake as one line, without the value (it may be a secret)."""
    first = error.errors(include_url=False, include_input=False)[0]
    message = first["msg"].removeprefix("Value error, ")
    if not first["loc"]:
        return message
    return f"{PREFIX}{str(first['loc'][0]).upper()}: {message}"
