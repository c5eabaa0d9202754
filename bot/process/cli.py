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

from bot.core.version import VERSION
from bot.process import places
from bot.process.starting import (
    Refusal,
    bring_up_to_date,
    current_database,
    now,
    open_database,
    opening,
    refuse_absent,
    refuse_mistakes,
    run,
    until_stopped,
)
from config.settings import Settings

if TYPE_CHECKING:
    from storage.chain import End
    from storage.database import Database

cli = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


class InvitedAs(StrEnum):
    """What the bearer of an invitation will be."""

    CORRESPONDENT = "correspondent"
    COORDINATOR = "coordinator"
    OBSERVER = "observer"


def _say_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"dsn-bot {VERSION}\n")
        raise typer.Exit


@cli.callback()
def whole(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_say_version, is_eager=True, help="Say which version this is."
        ),
    ] = False,
) -> None:
    """The Telegram bot of the Democracy Support Network."""


@cli.command("run")
def run_() -> None:
    """Run the bot against Telegram, or whatever DSN_BOT_API_URL names."""
    run()


@cli.command()
def practice(
    port: Annotated[
        int | None,
        typer.Option(help="Where the chat page listens; otherwise 8080, or the next free port."),
    ] = None,
    keep: Annotated[
        Path | None,
        typer.Option(help="A SQLite file to go on with; otherwise a new network.", readable=False),
    ] = None,
) -> None:
    """Try the whole product with no Telegram and no token, on a chat page on this machine."""
    from bot.practice.run import run_practice

    refuse_mistakes()
    until_stopped(lambda: run_practice(port=port, keep=keep))


@cli.command("migrate")
def migrate_() -> None:
    """Bring the database to the state that this version expects."""
    from bot.process.command_line import note_use

    database = open_database(places.settings())
    note_use(database, "migrate", now=now())
    database.close()
    places.say_used(database)
    sys.stdout.write("the database is up to date\n")


@cli.command()
def invite(
    role: Annotated[InvitedAs, typer.Option(help="What the bearer will be.")],
    chamber: Annotated[str | None, typer.Option(help="For a correspondent: FR-SEN.")] = None,
) -> None:
    """Make an invitation: a link that works once. The first coordinator comes from here."""
    from bot.people import service as people
    from bot.people.invitations import valid_for
    from bot.process import reaching
    from bot.process.command_line import used
    from config.network import network
    from config.reference import reference
    from storage.models import Role

    settings = places.settings()
    if role is InvitedAs.CORRESPONDENT and chamber is None:
        raise Refusal("--chamber is missing: a correspondent has one, such as --chamber FR-SEN")
    if chamber is not None and not reference().admits(chamber):
        raise Refusal(f"--chamber {chamber}: no such chamber; see config/data/chambers.json")
    database = current_database(settings)
    span = valid_for(network(), Role(role))
    with database.transaction() as session:
        code = people.invite(session, Role(role), chamber, by=None, now=now(), valid_for=span)
        made = people.open_invitation(session, code, now=now())
        used(
            session,
            "invite",
            now=now(),
            subject=f"invitation:{made.id}",
            invitation_id=made.id,
        )
    database.close()
    places.say_used(database)
    name = asyncio.run(reaching.name_of(settings))
    if isinstance(name, str):
        sys.stdout.write(f"https://t.me/{name}?start={code}\n")
    else:
        sys.stdout.write(f"(open the bot and send) /start {code}\n")
    sys.stdout.write(f"code: {code}\nworks once, until {now() + span:%Y-%m-%d %H:%M} UTC\n")
    if not isinstance(name, str):
        sys.stdout.write(f"no link, as the bot's name is not known: {name.line()}\n")


@cli.command()
def backup(
    file: Annotated[Path, typer.Argument(help="A new file for the copy.", readable=False)],
) -> None:
    """Copy the whole database to a new file, also while the bot runs; the copy is checked."""
    from bot.process.command_line import note_copy, note_use
    from storage import backup as copies
    from storage.backup import BackupError

    database = _existing_database(places.settings())
    try:
        # Before the copy is made: it says of itself who made it.
        note_use(database, "backup", now=now())
        sealed = _sealed(database)
        copies.save(database, file)
        note_copy(database, now=now())
    except BackupError as error:
        raise Refusal(str(error)) from None
    finally:
        database.close()
    places.say_used(database)
    sys.stdout.write(f"{file}: {file.stat().st_size:,} bytes, checked\n")
    if sealed is not None:
        # Whoever keeps this line elsewhere sees later whether acts were changed or cut off.
        sys.stdout.write(f"log: number {sealed.number}, digest {sealed.digest}\n")


@cli.command()
def restore(
    file: Annotated[
        Path, typer.Argument(help="A copy that `dsn-bot backup` made.", readable=False)
    ],
) -> None:
    """Put a copy in the database's place; refused while a bot runs. What was there is kept."""
    from bot.process import aftermath
    from bot.process.command_line import note_use
    from storage import backup as copies
    from storage import erasures
    from storage.backup import BackupError

    database = _database_to_replace(places.settings())
    at = now()
    try:
        _refuse_while_running(database)
        kept = copies.restore(database, file, now=at)
        bring_up_to_date(database, copied=False)
        # A copy of an older version could not be told of erasures before.
        erasures.replay(database, erasures.beside(database), now=at)
        # In the database as it was restored: the one before is put aside.
        note_use(database, "restore", now=at)
        gap = aftermath.tell(database, kept, now=at)
    except BackupError as error:
        raise Refusal(str(error)) from None
    finally:
        database.close()
    places.say_used(database)
    sys.stdout.write(
        f"restored from {file}; as it was before is kept in {kept.said}\n"
        f"missing: what happened from {gap.since:%Y-%m-%d %H:%M} to {gap.until:%Y-%m-%d %H:%M} UTC;"
        " whom that concerns is told when the bot starts\n"
    )


@cli.command()
def export(
    folder: Annotated[Path, typer.Argument(help="A new or empty folder.", readable=False)],
) -> None:
    """Write meetings, answers, updates and counts as CSV and JSON; nothing in it names a person."""
    from bot.desk import tables as document
    from bot.process import exporting as collected
    from bot.process.command_line import note_use
    from storage import condition, private

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(f"{folder} is not empty: name a new folder")
    database = _existing_database(places.settings())
    try:
        condition.ensure_current(database)
        _sealed(database)
        note_use(database, "export", now=now())
        private.make_folder(folder)
        with database.reading() as session:
            files = document.write(folder, collected.tables(session), collected.columns())
    except OSError as error:
        raise Refusal(f"{folder}: {error.strerror}") from None
    finally:
        database.close()
    places.say_used(database)
    sys.stdout.write(f"{folder}: {', '.join(file.name for file in files)}\n")


@cli.command()
def retention(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what will go within 30 days.")
    ] = False,
) -> None:
    """Delete what is kept for too long, as the running bot does by itself each hour."""
    from bot.process import retaining
    from bot.process.command_line import note_use
    from config.network import network

    database = current_database(places.settings())
    try:
        if not dry_run:
            note_use(database, "retention", now=now())
        work = retaining.overview if dry_run else retaining.run
        for line in work(database, network(), now=now()):
            sys.stdout.write(f"{line}\n")
    finally:
        database.close()
    places.say_used(database)


@cli.command()
def digest(
    number: Annotated[
        int, typer.Argument(help="The number of an act; the last one by default.")
    ] = 0,
) -> None:
    """Print the digest of the log at an act, to compare it with one that was noted down."""
    from storage import chain, migrate

    database = _existing_database(places.settings())
    try:
        if migrate.current(database) != migrate.head():
            raise Refusal("the database is not of this version: dsn-bot migrate brings it there")
        last = _sealed(database)
        with database.reading() as session:
            act = chain.at_number(session, number or (last.number if last else 0))
        if act is None or act.digest is None:
            raise Refusal(f"the log ends at number {last.number if last else 0}")
        sys.stdout.write(
            f"number {act.number}, {act.at:%Y-%m-%d %H:%M:%S} UTC\n"
            f"{chain.shown(act.digest)}\n{act.digest}\n"
        )
    finally:
        database.close()
    places.say_used(database)


@cli.command()
def forget(
    who: Annotated[str, typer.Argument(help="A Telegram account's number, a name, or person:8.")],
    reason: Annotated[str, typer.Option(help="Why; coordinators can read it in /log.")],
) -> None:
    """Erase somebody who cannot ask for it themselves, as /forget does; it cannot be undone."""
    from bot.process import retaining
    from bot.process.command_line import note_use
    from config.network import network

    if not reason.strip():
        raise Refusal("--reason is empty: say why, coordinators can read it in /log")
    database = current_database(places.settings())
    try:
        done = retaining.forget(database, network(), who, reason.strip(), now=now())
        note_use(database, "forget", now=now())
    finally:
        database.close()
    places.say_used(database)
    sys.stdout.write(f"{done}\n")


def _sealed(database: "Database") -> "End | None":
    """Seal the acts that wait and return the last one; None where the database does not let us.

    A copy of what is full, read-only or of another version is made all the same.
    """
    from sqlalchemy.exc import DatabaseError

    from storage import chain, migrate

    try:
        if migrate.current(database) != migrate.head():
            return None
        with database.transaction() as session:
            chain.seal(session)
            return chain.end(session)
    except DatabaseError:
        return None


@cli.command()
def doctor(
    as_json: Annotated[
        bool, typer.Option("--json", help="A list of level, about, text and remedy, for machines.")
    ] = False,
) -> None:
    """Look at everything the bot needs, each with the remedy.

    Exit status 1 if something fails; warnings alone are 0, as they are there before a first start.
    """
    from bot.process import doctor as examination
    from bot.process.findings import Level

    findings = asyncio.run(examination.examine(now=now()))
    if as_json:
        import json
        from dataclasses import asdict

        said = json.dumps([asdict(one) for one in findings], ensure_ascii=False, indent=1)
        sys.stdout.write(f"{said}\n")
    else:
        for finding in findings:
            sys.stdout.write(f"{finding.line()}\n")
    if any(finding.level is Level.FAIL for finding in findings):
        raise SystemExit(1)


def _existing_database(settings: Settings) -> "Database":
    """Open the database as it is, without migrating; one that is not there is refused."""
    from storage import condition
    from storage.database import Database

    refuse_absent(settings)
    with opening():
        database = Database(settings.database_url)
        condition.ensure_usable(database, whole=True)
    return database


def _database_to_replace(settings: Settings) -> "Database":
    """Open what a copy is to be put in the place of; it may be damaged, or not there at all."""
    from storage import condition
    from storage.database import Database

    with opening():
        database = Database(settings.database_url)
        condition.ensure_replaceable(database)
    return database


def _refuse_while_running(database: "Database") -> None:
    """Raise :class:`Refusal` where a bot runs on a database; keep one from starting on a file.

    Of a file the kernel knows who uses it; of PostgreSQL the register of processes tells,
    and one that was killed stays in it for a while.
    """
    from sqlalchemy.exc import DatabaseError

    from storage import migrate, processes

    with opening():
        is_alone = database.lock()
    if not is_alone:
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
