"""What ``DSN_HOME/data`` adds to the reference data, or says otherwise, without a release.

The files have the names and shapes of those in ``config/data`` and hold only the entries that
differ. An entry is found by its id or code; what it says replaces what is said there key by key,
and an entry of a new id is added. Nothing is taken away, since earlier records name it: what has
ended says ``"active": false``.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

CHAMBERS, PARTNERS, VOCABULARIES = "chambers.json", "partners.json", "vocabularies.json"
FILES = (CHAMBERS, PARTNERS, VOCABULARIES)
_REMARKS = {"title", "as_of", "notes", "sources", "counts"}
_KEYS = {
    CHAMBERS: {"chambers", "other_country_names"},
    PARTNERS: {"countries", "regions"},
    VOCABULARIES: {"vocabularies"},
}


class DataError(Exception):
    """A file of data cannot be used; the text is one line that names the file and the entry."""


def read(path: Path) -> dict[str, Any]:
    """Return what a file says; raises :class:`DataError`."""
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}") from None
    except ValueError as error:
        raise DataError(f"{path}: this is no JSON ({error})") from None
    if not isinstance(found, dict):
        raise DataError(f"{path}: must be an object such as that in config/data")
    return found


def laid_over(base: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Return *base* with what the file at *path* says; raises :class:`DataError`."""
    own = read(path)
    unknown = sorted(own.keys() - _KEYS[path.name] - _REMARKS)
    if unknown:
        raise DataError(f"{path}: there is no {unknown[0]}: {', '.join(sorted(_KEYS[path.name]))}")
    found = dict(base)
    try:
        if path.name == CHAMBERS:
            found["chambers"] = _entries(base["chambers"], own.get("chambers", []), "id")
            found["other_country_names"] |= own.get("other_country_names", {})
        elif path.name == PARTNERS:
            found["regions"] = _entries(base["regions"], own.get("regions", []), "id")
            found["countries"] = _by_code(base["countries"], own.get("countries", {}))
        else:
            found["vocabularies"] = _vocabularies(base["vocabularies"], own["vocabularies"])
    except KeyError as error:
        raise DataError(f"{path}: an entry lacks its {error.args[0]}") from None
    except (TypeError, AttributeError, ValueError) as error:
        raise DataError(f"{path}: must have the shape of config/data/{path.name}") from error
    return found


def _entries(base: list[Any], own: list[Any], key: str) -> list[Any]:
    found = {entry[key]: entry for entry in base}
    for entry in own:
        found[entry[key]] = {**found.get(entry[key], {}), **entry}
    return list(found.values())


def _by_code(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    return {**base, **{code: {**base.get(code, {}), **entry} for code, entry in own.items()}}


def _vocabularies(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    unknown = sorted(own.keys() - base.keys())
    if unknown:
        raise DataError(f"{VOCABULARIES}: there is no vocabulary {unknown[0]}")
    # "other" stays the last: what is none of these.
    found = {name: _entries(rows, own.get(name, []), "code") for name, rows in base.items()}
    for rows in found.values():
        rows.sort(key=lambda row: row["code"] == "other")
    return found
