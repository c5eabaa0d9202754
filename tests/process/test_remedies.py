"""Each fault of a database with each command: one clear line, and each remedy works.

A remedy is carried out as it is written: what the line says is given to a shell, or done by hand
where it speaks of what lies outside (a disk, another program).
"""

import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import ExitStack, closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from bot.practice import own_file
from bot.process.program import NO_RESTART
from storage import condition, migrate
from storage.database import Database
from tests.harness.commands import Case, Commands
from tests.harness.network import TOKEN
from tests.process import faults

pytestmark = pytest.mark.long

COMMANDS = {
    "run": ["run"],
    "migrate": ["migrate"],
    "invite": ["invite", "--role", "coordinator"],
    "backup": ["backup", "out"],
    "restore": ["restore", faults.COPY],
    "export": ["export", "tables"],
    "doctor": ["doctor"],
    "practice": ["practice", "--port", "0", "--keep", faults.NAME],
}
FAULTS = {
    **faults.DAMAGED,
    "folder": faults.a_folder,
    "foreign": faults.foreign,
    "later": faults.later,
    "log alone": faults.log_alone,
}
SUCCEEDS = {("later", "backup"), *((fault, "restore") for fault in (*faults.DAMAGED, "later"))}
SUCCEEDS.add(("log alone", "restore"))
UNRECORDED = (
    "dsn-bot: the use of backup is not recorded in the database: it is of another version\n"
)
NOWHERE = "http://127.0.0.1:1"


@pytest.fixture(scope="module")
def good(sqlite_template, tmp_path_factory):
    """A database with people and messages in it, at rest."""
    file = tmp_path_factory.mktemp("good") / faults.NAME
    shutil.copy(sqlite_template, file)
    faults.fill(file)
    with closing(sqlite3.connect(file)) as opened:  # dsn-bot practice takes none but its own
        opened.execute(f"PRAGMA application_id={own_file.MARK}")
    return file


def case(file, *arguments):
    settings = {"database_url": f"sqlite:///{file}", "bot_api_url": NOWHERE, "trial": "1"}
    if arguments[0] in ("run", "doctor"):
        settings["bot_token"] = TOKEN
    return Case(list(arguments), str(file.parent), settings)


USED = re.compile(r"^dsn-bot: database \S+\n", re.MULTILINE)
"""Which database a command used, as each says that did something; test_places.py is about it."""
STARTED: dict[bool, Commands] = {}


def run(cases, *, privileged=True):
    """Give commands, in a process that stays for the whole file."""
    if privileged not in STARTED:
        STARTED[privileged] = Commands(privileged=privileged)
    return [replace(done, err=USED.sub("", done.err)) for done in STARTED[privileged].run(cases)]


@pytest.fixture(scope="module", autouse=True)
def ended():
    yield
    while STARTED:
        STARTED.popitem()[1].close()


def dsn_bot(file, *arguments, privileged=True):
    """Give one command on a database."""
    return run([case(file, *arguments)], privileged=privileged)[0]


def finding(done):
    """Return the doctor's line on the database."""
    (line,) = [line for line in done.out.splitlines() if line.split()[1] == "database"]
    return line


def remedy(done):
    return finding(done).partition(" → ")[2]


def bytes_of(file):
    """Return a mark of everything that a database is made of."""
    parts = (file, file.with_name(f"{file.name}-wal"))
    found = [part.read_bytes() for part in parts if part.is_file()]
    return [sha256(content).hexdigest() for content in found if content]


def says_in_one_line(command, done, file, status=1):
    """Hold what a command said against the rule: what is wrong, with what, what to do."""
    assert "Traceback" not in done.out + done.err, done.err
    assert done.status == status, (command, done)
    if command == "doctor":
        line = finding(done)
        assert line.startswith("FAIL")
        assert " → " in line
    else:
        (line,) = done.err.splitlines()
        assert line.startswith("dsn-bot: ")
    assert file.name in line
    assert re.search(
        r"restore|correct|give it to|chmod|mount|room|end that|bring|mv |stop|migrate|name a new",
        line,
    )
    return line


def test_every_command_says_of_every_fault_what_is_wrong_and_makes_nothing_worse(good, tmp_path):
    cases, before = {}, {}
    for fault, break_it in FAULTS.items():
        for command, arguments in COMMANDS.items():
            file = faults.lay(good, tmp_path / fault.replace(" ", "_") / command)
            break_it(file)
            before[fault, command] = bytes_of(file)
            cases[fault, command] = case(file, *arguments)
    for (fault, command), done in zip(cases, run(list(cases.values())), strict=True):
        folder = Path(cases[fault, command].folder)
        file = folder / faults.NAME
        if (fault, command) in SUCCEEDS:
            said = UNRECORDED if (fault, command) == ("later", "backup") else ""
            assert (done.status, done.err) == (0, said), (fault, command, done)
        else:
            status = NO_RESTART if command == "run" else 1
            if (fault, command) == ("foreign", "practice"):
                assert done.err.endswith("is left alone: name a new file with --keep\n"), done
                assert done.status == 1
            else:
                says_in_one_line(command, done, file, status)
        if command == "restore" and (fault, command) in SUCCEEDS:
            assert condition.is_whole(folder / faults.NAME)
            found = folder.glob(f"{faults.NAME}.before-restore-*[0-9]")
            logs = folder.glob(f"{faults.NAME}.before-restore-*-wal")
            kept = next(logs) if fault == "log alone" else next(found)
            file = kept.with_name(kept.name.removesuffix("-wal"))
        if (fault, command) != ("later", "restore"):  # kept as SQLite copies it
            assert bytes_of(file) == before[fault, command], (fault, command)


def restored(done):
    """Return the command that a line names."""
    found = re.search(r"dsn-bot restore (\S+)", done)
    assert found is not None, done
    return ["restore", found.group(1)]


@pytest.mark.parametrize("fault", [*faults.DAMAGED, "later"])
def test_the_doctor_names_the_copy_that_mends_it(good, tmp_path, fault):
    file = faults.lay(good, tmp_path / "there")
    newer = file.with_name(f"{faults.NAME}.before-20261121T090000")
    shutil.copy(file, newer)
    faults.cut(newer)  # the newest copy is of no use
    FAULTS[fault](file)
    said = remedy(dsn_bot(file, "doctor"))
    assert restored(said) == ["restore", str(file.parent / faults.COPY)]
    done = dsn_bot(file, *restored(said))
    assert done.status == 0, done.err
    assert finding(dsn_bot(file, "doctor")).startswith("OK")


def test_without_a_copy_beside_it_any_copy_will_do(good, tmp_path):
    file = faults.lay(good, tmp_path / "there")
    copy = tmp_path / "copy"
    assert dsn_bot(file, "backup", str(copy)).status == 0
    file.with_name(faults.COPY).unlink()
    faults.table_page(file)
    said = remedy(dsn_bot(file, "doctor"))
    assert "dsn-bot restore COPY, with the newest copy that dsn-bot backup made" in said
    assert dsn_bot(file, "restore", str(copy)).status == 0
    assert finding(dsn_bot(file, "doctor")).startswith("OK")


def test_an_empty_file_where_there_never_was_a_database_is_deleted(tmp_path):
    file = tmp_path / faults.NAME
    file.touch()
    said = remedy(dsn_bot(file, "doctor"))
    command = re.search(r"rm \S+", said)
    assert command is not None, said
    subprocess.run(command.group(), shell=True, check=True)
    assert dsn_bot(file, "migrate").status == 0


def test_a_folder_in_its_place_is_moved_away(good, tmp_path):
    file = faults.lay(good, tmp_path / "there")
    faults.a_folder(file)
    said = remedy(dsn_bot(file, "doctor"))
    move = re.search(r"mv \S+ \S+", said)
    assert move is not None, said
    subprocess.run(move.group(), shell=True, check=True)
    assert dsn_bot(file, *restored(said)).status == 0
    assert finding(dsn_bot(file, "doctor")).startswith("OK")


def test_of_another_programs_database_the_address_is_corrected(good, tmp_path):
    file = faults.lay(good, tmp_path / "there")
    faults.foreign(file)
    assert "correct DSN_DATABASE_URL" in remedy(dsn_bot(file, "doctor"))
    assert dsn_bot(file.with_name("own.db"), "migrate").status == 0
    with closing(sqlite3.connect(file)) as opened:
        assert opened.execute("SELECT amount FROM invoice").fetchall() == [(100,)]


def test_a_log_without_its_database_gets_it_back_whole(good, tmp_path):
    file = faults.lay(good, tmp_path / "there")
    faults.log_alone(file)
    done = dsn_bot(file, "doctor")
    assert "bring dsn.db back to its log" in remedy(done)
    file.with_name("aside").rename(file)
    assert finding(dsn_bot(file, "doctor")).startswith("OK")
    with closing(sqlite3.connect(file)) as opened:
        assert opened.execute("SELECT name FROM person WHERE id = 1").fetchone() == ("Late",)


def test_a_log_whose_database_is_lost_is_kept_beside_what_is_restored(good, tmp_path):
    file = faults.lay(good, tmp_path / "there")
    faults.log_alone(file)
    file.with_name("aside").unlink()
    log = file.with_name(f"{faults.NAME}-wal").read_bytes()
    assert dsn_bot(file, *restored(remedy(dsn_bot(file, "doctor")))).status == 0
    (kept,) = file.parent.glob(f"{faults.NAME}.before-restore-*-wal")
    assert kept.read_bytes() == log
    assert finding(dsn_bot(file, "doctor")).startswith("OK")


def test_an_earlier_version_is_brought_up_to_date(tmp_path):
    from tests.storage.test_migrations import BEFORE_SEALS, _upgrade

    file = tmp_path / faults.NAME
    database = Database(f"sqlite:///{file}")
    _upgrade(database, BEFORE_SEALS)
    database.close()
    done = dsn_bot(file, "export", "tables")
    line = says_in_one_line("export", done, file)
    assert "dsn-bot migrate brings it up to date" in line
    assert "dsn-bot migrate" in dsn_bot(file, "doctor").out
    assert dsn_bot(file, "migrate").status == 0
    assert dsn_bot(file, "export", "tables").status == 0


# --- whoever may not --------------------------------------------------------------------------


@pytest.fixture
def private(good, tmp_path):
    """A database in a folder that is another's, for whom this test may not pass over modes."""
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("NOT TESTED: this runs as root, and without setpriv root may read everything")
    return faults.lay(good, tmp_path / "there")


def give_away(file, *, mode):
    """Make a file somebody else's; without the right to do so, take one's own rights away."""
    if os.geteuid() == 0:
        shutil.chown(file, "nobody")
    file.chmod(mode if os.geteuid() == 0 else 0o000)


SHUT = {
    "the file": lambda file: give_away(file, mode=0o600),
    "the folder": lambda file: give_away(file.parent, mode=0o700),
    "a file that is only read": lambda file: file.chmod(0o400),
    "a folder that is only read": lambda file: file.parent.chmod(0o500),
    "a log of root's": lambda file: give_away(_log(file), mode=0o600),
}


def _log(file):
    log = file.with_name(f"{file.name}-wal")
    log.touch()
    return log


@pytest.mark.parametrize("what", SHUT)
def test_whoever_may_not_use_it_hears_who_may_and_how_to_get_at_it(private, what):
    SHUT[what](private)
    commands = {name: words for name, words in COMMANDS.items() if name != "practice"}
    commands["practice"] = ["practice", "--port", "0", "--keep", str(private)]
    elsewhere = private.parent.parent
    cases = []
    for arguments in commands.values():
        one = case(private, *arguments)
        one.folder = str(elsewhere)
        cases.append(one)
    shutil.copy(private.parent / faults.COPY, elsewhere / faults.COPY)
    for command, done in zip(commands, run(cases, privileged=False), strict=True):
        status = NO_RESTART if command == "run" else 1
        line = says_in_one_line(command, done, private.parent, status)
        assert "cannot be" in line
    act = re.search(r"chown -R \S+ \S+|chmod \S+ \S+", line)
    assert act is not None, line
    subprocess.run(act.group(), shell=True, check=True)
    again = run([cases[list(commands).index("doctor")]], privileged=False)[0]
    assert finding(again).startswith("OK"), again.out


@pytest.fixture
def own_disk(tmp_path):
    """A disk of its own, of 16 MiB."""
    if not faults.can_mount():
        pytest.skip("NOT TESTED: no disk can be mounted here; it takes root and CAP_SYS_ADMIN")
    with faults.disk(tmp_path / "disk", 16 * 2**20):
        yield tmp_path / "disk"


def test_a_disk_that_is_only_read_is_named_and_mounted_anew(good, own_disk):
    file = faults.lay(good, own_disk / "data")
    subprocess.run(["mount", "-o", "remount,ro", str(own_disk)], check=True)
    cases = {}
    for name, words in COMMANDS.items():
        cases[name] = case(file, *words)
        cases[name].folder = str(own_disk.parent)
    shutil.copy(file.parent / faults.COPY, own_disk.parent / faults.COPY)
    cases["practice"].arguments[-1] = str(file)
    for command, done in zip(cases, run(list(cases.values())), strict=True):
        status = NO_RESTART if command == "run" else 1
        line = says_in_one_line(command, done, file, status)
        assert "on a disk that is read-only" in line
    act = re.search(r"mount -o \S+ \S+", line)
    assert act is not None, line
    subprocess.run(act.group(), shell=True, check=True)
    assert finding(dsn_bot(file, "doctor")).startswith("OK")


def test_a_full_disk_is_named_and_needs_no_more_than_room(good, own_disk):
    files = {name: faults.lay(good, own_disk / name) for name in ("invite", "backup", "restore")}
    filler = faults.fill_up(own_disk)
    before = {name: bytes_of(file) for name, file in files.items()}
    cases = [case(file, *COMMANDS[name]) for name, file in files.items()]
    for (name, file), done in zip(files.items(), run(cases), strict=True):
        assert "Traceback" not in done.err
        assert done.status == 1
        (line,) = done.err.splitlines()
        assert re.search(r"full|No space left", line), line
        assert file.name in line or "out" in line
        assert "room" in line
        assert bytes_of(file)[:1] == before[name][:1]
        assert not list(file.parent.glob("*before-restore*"))
    low = dsn_bot(files["invite"], "doctor").out
    assert re.search(r"FAIL  disk .* → make room", low), low
    filler.unlink()
    for name, file in files.items():
        assert dsn_bot(file, *COMMANDS[name]).status == 0


# --- another program --------------------------------------------------------------------------


def test_a_database_that_another_program_holds_is_left_to_it_and_free_afterwards(good, tmp_path):
    files = {name: faults.lay(good, tmp_path / name) for name in COMMANDS}
    before = {name: bytes_of(file) for name, file in files.items()}
    with ExitStack() as held:
        for file in files.values():
            held.enter_context(faults.held_for_itself(file))
        cases = [case(file, *COMMANDS[name]) for name, file in files.items()]
        for (name, file), done in zip(files.items(), run(cases), strict=True):
            line = says_in_one_line(name, done, file)
            assert "held by another program" in line
    for name, file in files.items():
        assert bytes_of(file)[:1] == before[name][:1]
    assert finding(dsn_bot(files["doctor"], "doctor")).startswith("OK")


def test_a_lock_that_a_killed_bot_left_holds_nobody_up(good, tmp_path):
    names = [name for name in COMMANDS if name not in ("run", "practice", "doctor")]
    files = {name: faults.lay(good, tmp_path / name) for name in names}
    for file in files.values():
        lock = file.with_name(f"{faults.NAME}.lock")
        lock.write_text("left")
        lock.chmod(0o600)
    cases = [case(file, *COMMANDS[name]) for name, file in files.items()]
    assert [(done.status, done.err) for done in run(cases)] == [(0, "")] * len(cases)


def test_what_may_not_be_done_beside_a_running_bot_says_to_stop_it(good, tmp_path):
    files = {name: faults.lay(good, tmp_path / name) for name in ("run", "restore")}
    with ExitStack() as held:
        for file in files.values():
            held.enter_context(faults.running(file))
        cases = [case(file, *COMMANDS[name]) for name, file in files.items()]
        for name, done in zip(files, run(cases), strict=True):
            (line,) = [line for line in done.err.splitlines() if line.startswith("dsn-bot")]
            assert "stop it" in line, name
            assert done.status == 1


def test_the_head_of_the_doctors_list_is_a_whole_database(good, tmp_path):
    file = faults.lay(good, tmp_path / "there")
    done = dsn_bot(file, "doctor")
    assert finding(done).startswith("OK")
    assert migrate.head() in finding(done)
