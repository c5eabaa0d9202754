"""``make audit``: asks a source of advisories about every pinned version; never hangs.

The source speaks OSV's protocol (https://google.github.io/osv.dev/post-v1-querybatch/). Which one
is asked is ``DSN_ADVISORIES``; without it OSV's own, a database of advisories and no registry. Only
names and versions of packages are sent.

0: nothing is known against any version, or no source answered, which is said loudly; with
``DSN_AUDIT=required`` that is an error. 1: something is known and not accepted. What is accepted
stands with its reason in ``accepted.toml`` beside this file.
"""

import asyncio
import os
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

PROJECT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock", "tests/bench/requirements.lock")
ACCEPTED = Path(__file__).with_name("accepted.toml")
SOURCE = "https://api.osv.dev"
TIMEOUT = 10.0
WHOLE_TIMEOUT = 60.0
"""Seconds for one answer, and for everything: whatever the source does, this ends."""
AT_ONCE = 500
"""Packages in one question; the protocol allows 1,000."""
PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^]]*\])?==([^\s;\\]+)")


class NotChecked(Exception):
    """No source answered as the protocol says; the text says why."""


@dataclass(frozen=True)
class Advisory:
    """A known weakness of one pinned version."""

    package: str
    version: str
    number: str

    def line(self, accepted: Mapping[str, str]) -> str:
        """Return it as one line, with the reason where it is accepted."""
        reason = accepted.get(self.number)
        said = f"accepted: {reason}" if reason else "KNOWN WEAKNESS"
        return f"{self.package} {self.version}  {self.number}  {said}"


def pinned(files: Iterable[Path]) -> dict[str, set[str]]:
    """Return the pinned versions by package, over all lock files."""
    found: dict[str, set[str]] = {}
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            if match := PINNED.match(line):
                found.setdefault(match[1].lower().replace("_", "-"), set()).add(match[2])
    return found


async def ask(
    source: str, versions: Mapping[str, set[str]], *, patience: float = TIMEOUT
) -> list[Advisory]:
    """Return what is known against any of *versions*; raises :class:`NotChecked`.

    *patience*: seconds for one answer.
    """
    asked = [(name, one) for name in sorted(versions) for one in sorted(versions[name])]
    try:
        async with asyncio.timeout(WHOLE_TIMEOUT), httpx.AsyncClient(timeout=patience) as client:
            blocks = [asked[at : at + AT_ONCE] for at in range(0, len(asked), AT_ONCE)]
            answers = [await _ask_block(client, source, block) for block in blocks]
    except TimeoutError:
        raise NotChecked(f"{_host(source)} did not answer in time") from None
    except httpx.HTTPError as error:
        raise NotChecked(f"{_host(source)} does not answer ({type(error).__name__})") from None
    return [one for answer in answers for one in answer]


async def _ask_block(
    client: httpx.AsyncClient, source: str, block: Sequence[tuple[str, str]]
) -> list[Advisory]:
    queries = [
        {"package": {"name": name, "ecosystem": "PyPI"}, "version": version}
        for name, version in block
    ]
    answer = await client.post(f"{source.rstrip('/')}/v1/querybatch", json={"queries": queries})
    answer.raise_for_status()
    try:
        return list(_read(block, answer.json()["results"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NotChecked(f"{_host(source)} answers in another protocol") from None


def _read(block: Sequence[tuple[str, str]], results: Any) -> Iterable[Advisory]:
    if len(results) != len(block):
        raise ValueError("not an answer for each question")
    for (name, version), result in zip(block, results, strict=True):
        for known in (result or {}).get("vulns") or ():
            yield Advisory(name, version, str(known["id"]))


def _host(source: str) -> str:
    return httpx.URL(source).host or "the source"


def accepted() -> dict[str, str]:
    """Return the reason by the number of each advisory that is accepted."""
    with ACCEPTED.open("rb") as file:
        return {str(number): str(reason) for number, reason in tomllib.load(file).items()}


def main() -> int:
    """Check, say what was found, and return the exit status."""
    versions = pinned(PROJECT / lock for lock in LOCKS)
    count = sum(map(len, versions.values()))
    try:
        found = asyncio.run(ask(os.environ.get("DSN_ADVISORIES") or SOURCE, versions))
    except NotChecked as error:
        sys.stderr.write(
            f"\n  !!  NOT CHECKED: {count} pinned versions, because {error}.\n"
            "  !!  DSN_ADVISORIES names another source that speaks OSV's protocol.\n\n"
        )
        return 1 if os.environ.get("DSN_AUDIT") == "required" else 0
    known = accepted()
    for one in found:
        sys.stdout.write(f"{one.line(known)}\n")
    open_ones = [one for one in found if one.number not in known]
    sys.stdout.write(f"{count} pinned versions checked, {len(open_ones)} with a known weakness\n")
    return 1 if open_ones else 0


if __name__ == "__main__":
    sys.exit(main())
