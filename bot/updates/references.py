"""Rules of the record of an activity: its reference, and which project it belongs to."""

from collections.abc import Collection, Iterable


def next_ref(year: int, chamber_id: str, taken: Iterable[str]) -> str:
    """Return the next free reference of a chamber and year: ``2022-FR-SEN-007``."""
    prefix = ref_prefix(year, chamber_id)
    numbers = [int(ref.removeprefix(prefix)) for ref in taken if ref.removeprefix(prefix).isdigit()]
    return f"{prefix}{max(numbers, default=0) + 1:03}"


def ref_prefix(year: int, chamber_id: str) -> str:
    """Return what the references of a chamber and year begin with."""
    return f"{year}-{chamber_id}-"


def same_project(partners: Collection[str], others: Collection[str]) -> bool:
    """Tell whether two sets of partners, under one programme, are one project: they overlap."""
    return bool(set(partners) & set(others))
