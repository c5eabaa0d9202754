"""``dsn-bot doctor``: what the bot needs, looked at one by one, each with the remedy in a line.

Nothing here shows a secret: no token, no password, no address with one in it. What people wrote is
neither fetched nor confirmed; the one call that could take messages away, ``getUpdates``, is made
without an offset, so that Telegram keeps them.
"""

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from bot.chat.forms.errors import FieldsError
from bot.core.texts import DEFAULT, keys, languages
from bot.process import file_check, log_check, places, port_check, telegram_check
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
from config.settings import Settings, SettingsError
from storage import condition, migrate, people, processes
from storage.condition import Unusable
from storage.database import Database

NOBODY: frozenset[str] = frozenset()
LITTLE_ROOM, NO_ROOM = 500 * 2**20, 50 * 2**20
"""Free bytes below which to warn, and below which a database may soon fail to write."""


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
    running: set[str] = set()
    for finding, instances in _database(settings, now=now):
        findings.append(finding)
        running |= instances
    findings += file_check.examine(_file_of(settings))
    findings += _room(settings)
    findings += await port_check.examine(settings, running)
    findings += await telegram_check.examine(settings, is_running=bool(running))
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


def _database(settings: Settings, *, now: datetime) -> Iterator[tuple[Finding, frozenset[str]]]:
    """Yield what is found of the database, and the processes that run on it."""
    file = _file_of(settings)
    if file is not None and not os.path.exists(file):  # noqa: PTH110 - in no folder to look into
        trouble = condition.place_of_new(file)
        if trouble is not None:
            yield _fail("database", trouble.said, trouble.remedy), NOBODY
            return
    try:
        file = places.absent(settings)
        if file is not None:
            remedy = "dsn-bot run makes it; dsn-bot restore COPY brings a copy back"
            yield _warn("database", f"there is none at {file} yet", remedy), NOBODY
            return
        database = Database(settings.database_url)
    except (SQLAlchemyError, ValueError, OSError) as error:
        said = f"its address cannot be used ({type(error).__name__})"
        yield _fail("database", said, "correct DSN_DATABASE_URL"), NOBODY
        return
    try:
        condition.ensure_usable(database, whole=True, thorough=True)
        with condition.named(database):
            for finding in _state_of(database):
                yield finding, NOBODY
            if migrate.current(database) == migrate.head():
                yield from _life_of(database, now=now)
                for finding in (*_notice(database), *log_check.examine(database)):
                    yield finding, NOBODY
    except Unusable as error:
        yield _fail("database", error.trouble.said, error.trouble.remedy), NOBODY
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


def _life_of(database: Database, *, now: datetime) -> Iterator[tuple[Finding, frozenset[str]]]:
    """Yield who coordinates and whether a bot runs; try to write, and take it back."""
    with database.engine.connect() as connection:
        connection.execute(text("UPDATE mark SET value = value WHERE name = 'alive'"))
        connection.rollback()
    with database.reading() as session:
        coordinators = len(people.coordinators(session))
        left_over = list(_of_ended_chambers(session))
        seen = processes.latest(session, now=now)
        there = frozenset(processes.alive(session))
    if coordinators:
        yield _ok("people", f"coordinators: {coordinators}"), NOBODY
    else:
        remedy = "dsn-bot invite --role coordinator prints the link for the first"
        yield _warn("people", "there is no coordinator yet", remedy), NOBODY
    for finding in left_over:
        yield finding, NOBODY
    if seen is not None:
        yield _ok("running", f"a bot runs here, seen {seen.total_seconds():.0f} s ago"), there
    else:
        yield _warn("running", "no bot runs on this database", "dsn-bot run starts it"), NOBODY


def _of_ended_chambers(session: Session) -> Iterator[Finding]:
    """Yield the chambers that have ended and still have members: those answer for nobody."""
    try:
        reference = Reference(own=own_folder())
        ended = [chamber.id for chamber in reference.every_chamber if not chamber.active]
    except (HomeError, DataError):
        return  # that is a finding of its own
    for code in ended:
        count = len(people.of_chamber(session, code))
        if count:
            remedy = "each leaves by /forget and registers for the chamber that follows"
            yield _warn("people", f"{code} has ended and still has members: {count}", remedy)


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
