"""``make mutants``: small changes to the code, one at a time, each of which a test should notice.

SEED repeats a sample, COUNT says how many changes, ONLY names other paths, JOBS how many are tried
side by side.
"""

import os
import queue
import random
import subprocess
import sys
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.mutants.changes import Change, Source
from tests.mutants.reach import Reach, recording
from tests.mutants.tree import PROJECT, Tree

PATHS = "bot/people bot/meetings bot/updates bot/reminders bot/desk bot/outbox bot/chat storage"
"""What is changed."""

LEFT_OUT = ("storage/migrations/",)
"""A migration has run already; what it makes is compared with the models."""

FLOOR = 0.95
EQUIVALENT = Path(__file__).with_name("equivalent.toml")
BUILD = PROJECT / "build" / "mutants"


@dataclass(frozen=True)
class Verdict:
    """What became of one change."""

    change: Change
    word: str
    """caught, survived, not covered, or equivalent."""
    tests: int
    seconds: float

    def __str__(self) -> str:
        """Return the line that is printed."""
        where = f"{self.change.path}:{self.change.line}"
        what = f"{self.word:<11}  {where:<42}  {self.change.operator:<30}"
        return f"{what}  {self.tests:>4} tests  {self.seconds:5.1f} s"


def main() -> None:
    """Take a sample, try it, and say what was not noticed."""
    seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(2**32))
    count = int(os.environ.get("COUNT") or 60)
    jobs = int(os.environ.get("JOBS") or os.cpu_count() or 1)
    print(f"SEED={seed} COUNT={count}", flush=True)
    sources = _sources((os.environ.get("ONLY") or PATHS).split())
    trees = [Tree(BUILD / f"tree-{number}") for number in range(jobs)]
    for tree in trees:
        tree.check()
    if not os.environ.get("ONLY"):
        _name_stale_equivalents(sources)
    reach = Reach(recording(trees[0], BUILD / "recorded"), trees[0].folder)
    changes = sample(sources, random.Random(seed), count)
    verdicts = _try_all(changes, reach, trees)
    sys.exit(report(verdicts, seed))


def _sources(paths: list[str]) -> list[Source]:
    files: set[Path] = set()
    for path in paths:
        found = PROJECT / path
        files |= set(found.rglob("*.py")) if found.is_dir() else {found}
    names = sorted(file.relative_to(PROJECT).as_posix() for file in files)
    return [
        Source(name, (PROJECT / name).read_text(encoding="utf-8"))
        for name in names
        if not name.startswith(LEFT_OUT)
    ]


def sample(sources: list[Source], chance: random.Random, count: int) -> list[Change]:
    """Draw lines, each as likely as another; of a line a kind of change, of the kind one change."""
    lines = sorted(
        {(number, place.line) for number, source in enumerate(sources) for place in source.places}
    )
    chance.shuffle(lines)
    drawn: list[Change] = []
    for number, line in lines:
        if len(drawn) == count:
            break
        source = sources[number]
        here = [place for place in source.places if place.line == line]
        while here:
            kind = chance.choice(sorted({place.operator for place in here}))
            place = chance.choice([place for place in here if place.operator == kind])
            here.remove(place)
            change = source.change(place)
            if change is not None:
                drawn.append(change)
                break
    return drawn


def _try_all(changes: list[Change], reach: Reach, trees: list[Tree]) -> list[Verdict]:
    known = {(path, *essence) for path, essence in equivalents()}
    free: queue.SimpleQueue[Tree] = queue.SimpleQueue()
    for tree in trees:
        free.put(tree)

    def judge(change: Change) -> Verdict:
        if (change.path, *change.essence()) in known:
            verdict = Verdict(change, "equivalent", 0, 0.0)
        else:
            tree = free.get()
            try:
                verdict = _try(change, reach, tree)
            finally:
                free.put(tree)
        print(verdict, flush=True)
        return verdict

    with ThreadPoolExecutor(len(trees)) as pool:
        return list(pool.map(judge, changes))


def _try(change: Change, reach: Reach, tree: Tree) -> Verdict:
    """Make the change in a copy, run the tests that reach it, and take it back."""
    tests = reach.tests_of(change.path, change.statement)
    if not tests:
        return Verdict(change, "not covered", 0, 0.0)
    began = time.monotonic()
    tree.write(change.path, change.after)
    try:
        word = "caught" if _noticed(tests, reach.seconds, tree) else "survived"
    finally:
        tree.write(change.path, change.before)
    return Verdict(change, word, len(tests), time.monotonic() - began)


def _noticed(tests: list[str], seconds: dict[str, float], tree: Tree) -> bool:
    """Tell whether one of *tests* fails, and fails once more: a busy machine fails a test too."""
    while tests:
        done = _run(tests, tree, patience=60 + 4 * sum(seconds[test] for test in tests))
        if done is None or done.returncode > 1:
            return True  # it came to no end, or could not even be loaded
        said = done.stdout.splitlines()
        failed = [test for test in tests if _fails(test, said)]
        if done.returncode == 0 or not failed:
            return done.returncode != 0
        again = _run(failed[:1], tree, patience=60 + 4 * seconds[failed[0]])
        if again is None or again.returncode != 0:
            return True
        tests = tests[tests.index(failed[0]) + 1 :]
    return False


def _fails(test: str, said: list[str]) -> bool:
    return any(line == f"FAILED {test}" or line.startswith(f"FAILED {test} - ") for line in said)


def _run(tests: list[str], tree: Tree, patience: float) -> subprocess.CompletedProcess[str] | None:
    """Run *tests* in their order up to the first that fails; None where they come to no end."""
    chosen = tree.folder / "build" / "chosen.txt"
    chosen.parent.mkdir(exist_ok=True)
    chosen.write_text("\n".join(tests), encoding="utf-8")
    command = [
        *(sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-rf", "--no-header"),
        *("-p", "no:randomly", "-p", "no:cacheprovider", "--hypothesis-seed=0", f"@{chosen}"),
    ]
    try:
        return subprocess.run(
            command,
            cwd=tree.folder,
            env=tree.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None


def read_equivalents() -> list[dict[str, str]]:
    """Return what is listed as changing nothing."""
    listed: list[dict[str, str]] = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))[
        "equivalent"
    ]
    return listed


def equivalents() -> list[tuple[str, tuple[str, str, str]]]:
    """Return path and essence of each."""
    return [
        (each["path"], (each["within"], each["before"].strip(), each["after"].strip()))
        for each in read_equivalents()
    ]


def _name_stale_equivalents(sources: list[Source]) -> None:
    """Say which listed changes nobody could make any more: their code has moved or gone."""
    by_path = {source.path: source for source in sources}
    for path, essence in equivalents():
        if path not in by_path or not by_path[path].can_become(essence):
            print(f"no longer possible, see {EQUIVALENT.name}: {path}, {essence[0]}: {essence[1]}")


def report(verdicts: list[Verdict], seed: int) -> int:
    """Print what was not noticed, and the score; return the exit status."""
    counted = [verdict for verdict in verdicts if verdict.word != "equivalent"]
    caught = [verdict for verdict in counted if verdict.word == "caught"]
    for verdict in counted:
        if verdict.word != "caught":
            print(f"\n{verdict}\n{verdict.change.diff()}")
    score = len(caught) / len(counted) if counted else 0.0
    words = ("caught", "survived", "not covered", "equivalent")
    numbers = ", ".join(f"{sum(v.word == word for v in verdicts)} {word}" for word in words)
    print(f"\nSEED={seed}: {numbers}.")
    print(f"{score:.1%} of {len(counted)} were caught; the floor is {FLOOR:.0%}.")
    return 0 if score >= FLOOR else 1


if __name__ == "__main__":
    main()
