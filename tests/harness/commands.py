"""Many commands of the program, each in a process of its own, without loading it for each.

``python -m tests.harness.commands`` reads lists of cases as lines of JSON, forks for each case and
writes what became of them as another line. What is forked is the program after its imports: nothing
of a command has run yet.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from importlib import import_module
from pathlib import Path

from bot.process import starting
from tests.harness.surroundings import PROJECT, environment

AT_ONCE = 4
WITHOUT_PRIVILEGES = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Root without the right to pass over the modes of files, as any other user is."""


@dataclass
class Case:
    """A command of the program, and where it is given."""

    arguments: list[str]
    folder: str
    settings: dict[str, str] = field(default_factory=dict)
    environment: dict[str, str] | None = None
    """All of it, in place of that of the process that is forked."""
    umask: int | None = None


@dataclass
class Done:
    """What a command came to."""

    status: int
    out: str
    err: str


class Commands:
    """A process that has loaded the program and gives commands, as many at once as it is told."""

    def __init__(self, *, privileged: bool = True, has_read: bool = True) -> None:
        """Begin; without privileges a test that runs as root is kept out as others are.

        Whether the catalogues and the usual files *have been read* when a command begins.
        """
        prefix = () if privileged or os.geteuid() != 0 else WITHOUT_PRIVILEGES
        surroundings = environment() | {"PYTHONPATH": str(PROJECT)}
        if has_read:
            # Every fault under every command: they reach what single commands reach.
            surroundings.pop("COVERAGE_PROCESS_CONFIG", None)
        self.process = subprocess.Popen(
            [
                *prefix,
                sys.executable,
                "-m",
                "tests.harness.commands",
                *([READ] if has_read else []),
            ],
            env=surroundings,
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, cases: list[Case]) -> list[Done]:
        """Give every command, and return what became of each."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([asdict(case) for case in cases]) + "\n")
        self.process.stdin.flush()
        return [Done(**one) for one in json.loads(self.process.stdout.readline())]

    def close(self) -> None:
        """End it."""
        self.process.communicate()


READ = "read"
LOADED = (
    "alembic.command",
    "bot.desk.tables",
    "bot.practice.run",
    "bot.process.aftermath",
    "bot.process.cli",
    "bot.process.doctor",
    "bot.process.exporting",
    "bot.process.live",
    "storage.backup",
)


def _load() -> None:
    for name in LOADED:
        import_module(name)
    if READ in sys.argv:
        starting.refuse_mistakes()  # reads every catalogue and the organiser's file, once for all


def _carry_out(case: Case, place: Path) -> None:
    """Be the program, in a process that was forked for it."""
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(place / name, os.O_CREAT | os.O_WRONLY, 0o600), number)
    os.chdir(case.folder)
    if case.umask is not None:
        os.umask(case.umask)
    if case.environment is not None:
        os.environ.clear()
        os.environ.update(case.environment)
    else:
        os.environ["DSN_HOME"] = str(case.folder)
    os.environ.update({f"DSN_{name.upper()}": value for name, value in case.settings.items()})
    sys.argv = ["dsn-bot", *case.arguments]
    from bot.process.program import main

    main()


def _fork(case: Case, place: Path) -> int:
    place.mkdir()
    child = os.fork()
    if child:
        return child
    status = 70
    try:
        _carry_out(case, place)
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else (1 if end.code else 0)
        if isinstance(end.code, str):
            sys.stderr.write(f"{end.code}\n")
    except BaseException:  # noqa: BLE001 - as the interpreter would
        sys.excepthook(*sys.exc_info())
        status = 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _main() -> None:
    _load()
    # What is forked writes elsewhere: this one's output is the answers alone.
    for line in sys.stdin:
        done = _run([Case(**one) for one in json.loads(line)])
        sys.stdout.write(json.dumps([asdict(one) for one in done]) + "\n")
        sys.stdout.flush()


def _run(cases: list[Case]) -> list[Done]:
    with tempfile.TemporaryDirectory() as folder:
        statuses: dict[int, int] = {}
        running: dict[int, int] = {}

        def wait() -> None:
            child, status = os.wait()
            statuses[running.pop(child)] = os.waitstatus_to_exitcode(status)

        for number, case in enumerate(cases):
            if len(running) >= AT_ONCE:
                wait()
            running[_fork(case, Path(folder, str(number)))] = number
        while running:
            wait()
        return [
            Done(
                statuses[number],
                Path(folder, str(number), "out").read_text(),
                Path(folder, str(number), "err").read_text(),
            )
            for number in range(len(cases))
        ]


if __name__ == "__main__":
    _main()
