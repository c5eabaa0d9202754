"""The program ``dsn-bot``: the bot itself, and the command line for everything else.

``dsn-bot run`` loads no command line; the other commands are in :mod:`bot.process.cli`.
"""

import sys
from typing import NoReturn

from bot.chat.forms.errors import FieldsError
from bot.process.starting import Refusal, run
from config.network import NetworkFileError
from config.settings import SettingsError


def main() -> None:
    """Run the program; a refusal is one line on standard error and exit status 1."""
    try:
        if sys.argv[1:] == ["run"]:
            run()
        else:
            from bot.process.cli import cli  # 3 MiB that a bot which runs for months need not have

            cli()
    except (Refusal, SettingsError, NetworkFileError, FieldsError) as refusal:
        _refuse(str(refusal))


def _refuse(line: str) -> NoReturn:
    sys.stderr.write(f"dsn-bot: {line}\n")
    raise SystemExit(1)
