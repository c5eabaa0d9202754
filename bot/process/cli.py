"""The commands of ``dsn-bot``. 0 done, 1 refused with one line, 2 wrong usage.

Each imports what it needs itself: help and wrong usage are answered in a seventh of the time that
loading everything takes.
"""

import asyncio
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.process.starting import (
    Refusal,
    first_line,
    now,
    open_database,
    opening,
    refuse_mistakes,
    run,
    until_stopped,
)
from config import settings as machine
from config.settings import Settings

if TYPE_CHECKING:
    from storage.database import Database

cli = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="The Telegram bot of the Democracy Support Network.",
)


class InvitedAs(StrEnum):
    """What the bearer of an invitation will be."""

    CORRESPONDENT = "correspondent"
    COORDINATOR = "coordinator"
    OBSERVER = "observer"


@cli.command("run")
def run_() -> None:
    """Run the bot against Telegram, or whatever DSN_BOT_API_URL names."""
    run()


@cli.command()
def practice(
    port: Annotated[int, typer.Option(help="Where the chat page listens.")] = 8080,
    keep: Annotated[
        Path | None, typer.Option(help="A SQLite file to go on with; otherwise a new network.")
    ] = None,
) -> None:
    """Try the whole product with no Telegram and no token, on a chat page on this machine."""
    from bot.practice.run import run_practice

    refuse_mistakes()
    until_stopped(lambda: run_practice(port=port, keep=keep))


@cli.command("migrate")
def migrate_() -> None:
    """Bring the database to the state that this version expects."""
    open_database(machine.load()).close()
    sys.stdout.write("the database is up to date\n")


@cli.command()
def invite(
    role: Annotated[InvitedAs, typer.Option(help="What the bearer will be.")],
    chamber: Annotated[str | None, typer.Option(help="For a correspondent: FR-SEN.")] = None,
) -> None:
    """Make an invitation: a link that works once. The first coordinator comes from here."""
    from bot.people import service as people
    from config.network import network
    from config.reference import reference
    from storage.models import Role

    settings = machine.load()
    if role is InvitedAs.CORRESPONDENT and chamber is None:
        raise Refusal("--chamber is missing: a correspondent has one, such as --chamber FR-SEN")
    if chamber is not None and not reference().has_chamber(chamber):
        raise Refusal(f"--chamber {chamber}: no such chamber; see config/data/chambers.json")
    database = open_database(settings)
    span = network().invitation_valid_for
    with database.transaction() as session:
        code = people.invite(session, Role(role), chamber, by=None, now=now(), valid_for=span)
    database.close()
    name = _bot_name(settings)
    link = f"https://t.me/{name}?start={code}" if name else f"(open the bot and send) /start {code}"
    sys.stdout.write(f"{link}\ncode: {code}\nworks once, until {now() + span:%Y-%m-%d %H:%M} UTC\n")


def _bot_name(settings: Settings) -> str | None:
    """Ask Telegram for the bot's name; without a token or a network the code does as well."""
    if settings.bot_token is None:
        return None
    from telegram import Bot
    from telegram.error import TelegramError

    bot = Bot(settings.bot_token.get_secret_value(), base_url=f"{settings.bot_api_url}/bot")

    async def ask() -> str:
        async with bot:
            return bot.username

    try:
        return asyncio.run(ask())
    except TelegramError:
        return None


@cli.command()
def backup(
    file: Annotated[Path, typer.Argument(help="A new file for the copy.")],
) -> None:
    """Copy the whole database to a new file, also while the bot runs; the copy is checked."""
    from storage import backup as copies
    from storage.backup import BackupError

    database = _existing_database(machine.load())
    try:
        copies.save(database, file)
    except BackupError as error:
        raise Refusal(str(error)) from None
    finally:
        database.close()
    sys.stdout.write(f"{file}: {file.stat().st_size:,} bytes, checked\n")


@cli.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A copy that `dsn-bot backup` made.")],
) -> None:
    """Put a copy in the database's place; refused while a bot runs. What was there is kept."""
    from storage import backup as copies
    from storage.backup import BackupError

    database = _existing_database(machine.load(), there=False)
    try:
        _refuse_while_running(database)
        kept = copies.restore(database, file, now=now())
    except BackupError as error:
        raise Refusal(str(error)) from None
    finally:
        database.close()
    sys.stdout.write(f"restored from {file}; as it was before is kept in {kept}\n")


@cli.command()
def export(
    folder: Annotated[Path, typer.Argument(help="A new or empty folder.")],
) -> None:
    """Write meetings, answers, updates and counts as CSV and JSON; nothing in it names a person."""
    from sqlalchemy.exc import DatabaseError

    from bot.desk import tables as document
    from bot.process import exporting as collected

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(f"{folder} is not empty: name a new folder")
    database = _existing_database(machine.load())
    try:
        with database.reading() as session:
            tables = collected.tables(session)
        folder.mkdir(parents=True, exist_ok=True)
        files = document.write(folder, tables)
    except DatabaseError as error:
        raise Refusal(f"the database cannot be read: {first_line(error)}") from None
    except OSError as error:
        raise Refusal(f"{folder}: {error.strerror}") from None
    finally:
        database.close()
    sys.stdout.write(f"{folder}: {', '.join(file.name for file in files)}\n")


@cli.command()
def retention(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what will go within 30 days.")
    ] = False,
) -> None:
    """Delete what is kept for too long, as the running bot does by itself each hour."""
    from bot.process import retaining
    from config.network import network

    database = open_database(machine.load())
    try:
        work = retaining.overview if dry_run else retaining.run
        for line in work(database, network(), now=now()):
            sys.stdout.write(f"{line}\n")
    finally:
        database.close()


@cli.command()
def forget(
    who: Annotated[str, typer.Argument(help="A Telegram account's number, a name, or person:8.")],
    reason: Annotated[str, typer.Option(help="Why; coordinators can read it in /log.")],
) -> None:
    """Erase somebody who cannot ask for it themselves, as /forget does; it cannot be undone."""
    from bot.process import retaining
    from config.network import network

    if not reason.strip():
        raise Refusal("--reason is empty: say why, coordinators can read it in /log")
    database = open_database(machine.load())
    try:
        done = retaining.forget(database, network(), who, reason.strip(), now=now())
    finally:
        database.close()
    sys.stdout.write(f"{done}\n")


@cli.command()
def doctor() -> None:
    """Look at everything the bot needs, each with the remedy; exit status 1 if something fails."""
    from bot.process import doctor as examination

    findings = asyncio.run(examination.examine(now=now()))
    for finding in findings:
        sys.stdout.write(f"{finding.line()}\n")
    if any(finding.level is examination.Level.FAIL for finding in findings):
        raise SystemExit(1)


def _existing_database(settings: Settings, *, there: bool = True) -> "Database":
    """Open the database as it is, without migrating; *there*: one that is not there is refused."""
    from storage import migrate
    from storage.database import Database

    with opening():
        database = Database(settings.database_url)
        if there and database.file is not None and not database.file.exists():
            raise Refusal(f"there is no database at {database.file} yet")
        if not database.is_sqlite:
            migrate.current(database)
    return database


def _refuse_while_running(database: "Database") -> None:
    """Raise :class:`Refusal` where a bot runs on a database; keep one from starting on a file.

    Of a file the kernel knows who uses it; of PostgreSQL the register of processes tells,
    and one that was killed stays in it for a while.
    """
    from sqlalchemy.exc import DatabaseError

    from storage import migrate, processes

    if not database.lock():
        raise Refusal("a bot runs on this database: stop it first")
    if database.is_sqlite:
        return
    try:
        if migrate.current(database) is None:
            return
        with database.reading() as session:
            seen = processes.latest(session, now=now())
    except DatabaseError:
        # What cannot be read is what somebody may want to restore.
        return
    if seen is not None:
        raise Refusal(
            f"a bot runs on this database (seen {seen.total_seconds():.0f} s ago): stop it first; "
            f"one that was killed counts for {processes.LOST_AFTER.total_seconds():.0f} seconds"
        )
