"""The program ``dsn-bot``: the bot itself, and the command line for everything else.

``dsn-bot run`` loads no command line; the other commands are in :mod:`bot.process.cli`.
"""

import sys
from typing import TYPE_CHECKING, NoReturn

from bot.chat.forms.errors import FieldsError
from bot.process.starting import Refusal, run
from config.home import HomeError
from config.network import NetworkFileError
from config.own_data import DataError
from config.settings import SettingsError

if TYPE_CHECKING:
    from storage.condition import Trouble

REFUSALS = (Refusal, SettingsError, HomeError, NetworkFileError, DataError, FieldsError)
NO_RESTART = 65
"""How ``dsn-bot run`` ends where starting it again does not help before somebody has acted.

``docs/deploy/dsn-bot.service`` knows it. (EX_DATAERR of sysexits.h.)
"""
NOT_SET_RIGHT = 78
"""How it ends where its settings, or the organiser's file, cannot work: the same holds.

A token that Telegram does not accept is one of them. (EX_CONFIG of sysexits.h.)
"""


def main() -> None:
    """Run the program; a refusal is one line on standard error and exit status 1."""
    try:
        if sys.argv[1:] == ["run"]:
            run()
        else:
            from bot.process.cli import cli  # 3 MiB that a bot which runs for months need not have

            cli()
    except REFUSALS as refusal:
        _refuse(str(refusal), NOT_SET_RIGHT if sys.argv[1:] == ["run"] else 1)
    except Exception as error:
        trouble = _of_database(error)
        if trouble is None:
            raise
        lasts = trouble.lasts and sys.argv[1:] == ["run"]
        _refuse(trouble.line(), NO_RESTART if lasts else 1)


def _of_database(error: Exception) -> "Trouble | None":
    """Return what *error* says of the database, whichever command met it."""
    from config import settings as machine
    from storage import condition
    from storage.database import Database

    if isinstance(error, condition.Unusable):
        return error.trouble
    return condition.explain(Database(machine.load().database_url), error)


def _refuse(line: str, status: int = 1) -> NoReturn:
    sys.stderr.write(f"dsn-bot: {line}\n")
    raise SystemExit(status)
