"""Queries on project updates and projects."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete
from sqlalchemy import select as rows_of
from sqlmodel import Session, SQLModel, col, func, or_, select

from storage.models import (
    Project,
    ProjectUpdate,
    UpdatePartner,
    UpdateState,
    UpdateTheme,
    UpdateVersion,
)


@dataclass(frozen=True)
class Filter:
    """Which updates are listed; None: all."""

    chambers: Collection[str] | None = None
    """Chambers, any of which reported it."""
    partners: Collection[str] | None = None
    """Countries and regions, any of which the update has."""
    theme: str | None = None
    kind: str | None = None
    programme: str | None = None
    status: str | None = None
    since: date | None = None
    until: date | None = None
    """Activities that touch the days from *since* to *until*."""


def get(session: Session, update_id: int | None) -> ProjectUpdate | None:
    """Return an update, withdrawn or not."""
    return session.get(ProjectUpdate, update_id) if update_id is not None else None


def partners_of(session: Session, update_id: int) -> list[str]:
    """Return an update's partners in their order."""
    return _codes_in(session, UpdatePartner, update_id)


def partners_of_each(session: Session, update_ids: Collection[int]) -> dict[int, list[str]]:
    """Return the partners of several updates, each one's in their order: one query."""
    found: dict[int, list[str]] = {update_id: [] for update_id in update_ids}
    if not found:
        return found
    query = (
        select(UpdatePartner.update_id, UpdatePartner.code)
        .where(col(UpdatePartner.update_id).in_(found))
        .order_by(col(UpdatePartner.update_id), col(UpdatePartner.position))
    )
    for update_id, code in session.exec(query).all():
        found[update_id].append(code)
    return found


def themes_of(session: Session, update_id: int) -> list[str]:
    """Return an update's themes in their order."""
    return _codes_in(session, UpdateTheme, update_id)


def codes_of(
    session: Session, links: Mapping[str, type[SQLModel]], update_id: int
) -> dict[str, list[str]]:
    """Return an update's codes in their order, by the names that *links* gives its tables."""
    return {name: _codes_in(session, table, update_id) for name, table in links.items()}


def _codes_in(session: Session, table: Any, update_id: int) -> list[str]:
    query = select(table.code).where(table.update_id == update_id)
    return list(session.exec(query.order_by(table.position)).all())


def count(session: Session, which: Filter) -> int:
    """Return how many updates a filter lists."""
    query = select(func.count()).select_from(ProjectUpdate).where(*_counted(which))
    return session.exec(query).one()


def listed(session: Session, which: Filter, *, offset: int, limit: int) -> Sequence[ProjectUpdate]:
    """Return a page of updates, the latest activity first."""
    query = (
        select(ProjectUpdate)
        .where(*_conditions(which))
        .order_by(col(ProjectUpdate.start).desc(), col(ProjectUpdate.id).desc())
        .offset(offset)
        .limit(limit)
    )
    return session.exec(query).all()


@dataclass(frozen=True)
class Of:
    """A chamber's updates: how many there are, and the latest of them."""

    count: int
    latest: list[ProjectUpdate]


def by_chamber(session: Session, which: Filter, *, each: int) -> dict[str, Of]:
    """Return what each chamber has that a filter lists, with its latest *each*: one query."""
    latest_first = (col(ProjectUpdate.start).desc(), col(ProjectUpdate.id).desc())
    chamber = col(ProjectUpdate.chamber_id)
    ranked = (
        rows_of(
            col(ProjectUpdate.id),
            func.row_number().over(partition_by=chamber, order_by=latest_first).label("place"),
            func.count().over(partition_by=chamber).label("count"),
        )
        .where(*_counted(which))
        .subquery()
    )
    query = (
        rows_of(ProjectUpdate, ranked.c.count)
        .join(ranked, ranked.c.id == col(ProjectUpdate.id))
        .where(ranked.c.place <= each)
        .order_by(ranked.c.place)
    )
    found: dict[str, Of] = {}
    for update, count_ in session.execute(query):
        found.setdefault(update.chamber_id, Of(count_, [])).latest.append(update)
    return found


def of_chamber(session: Session, chamber_id: str, *, limit: int) -> Sequence[ProjectUpdate]:
    """Return a chamber's latest updates, by when they were entered."""
    query = (
        select(ProjectUpdate)
        .where(
            ProjectUpdate.chamber_id == chamber_id,
            ProjectUpdate.state != UpdateState.WITHDRAWN,
        )
        .order_by(col(ProjectUpdate.id).desc())
        .limit(limit)
    )
    return session.exec(query).all()


def refs_of(session: Session, prefix: str) -> list[str]:
    """Return every reference that begins with *prefix*, such as ``2022-FR-SEN-``."""
    query = select(ProjectUpdate.ref).where(col(ProjectUpdate.ref).startswith(prefix))
    return list(session.exec(query).all())


def projects_of(session: Session, chamber_id: str, programme: str) -> Sequence[Project]:
    """Return a chamber's projects under a programme."""
    query = select(Project).where(Project.chamber_id == chamber_id, Project.programme == programme)
    return session.exec(query.order_by(col(Project.id))).all()


def counts_with_partner(
    session: Session, codes: Collection[str], *, besides: str, but: str
) -> dict[str, int]:
    """Return how many updates with any of these partners each chamber *besides* one has.

    Those of the status *but* are not counted.
    """
    query = (
        select(ProjectUpdate.chamber_id, func.count())
        .where(*_of_others(codes, besides=besides, but=but))
        .group_by(col(ProjectUpdate.chamber_id))
    )
    return dict(session.exec(query).all())


def themes_near(
    session: Session,
    codes: Collection[str],
    themes: Collection[str],
    since: date,
    until: date,
    *,
    besides: str,
    but: str,
) -> Sequence[tuple[str, str, date, date]]:
    """Return (chamber, theme, first day, last day) of such updates, on any of some *themes*.

    They touch the days from *since* to *until*. Each comes once a theme.
    """
    ends_after = or_(col(ProjectUpdate.end) >= since, col(ProjectUpdate.start) >= since)
    query = (
        rows_of(
            col(ProjectUpdate.chamber_id),
            col(UpdateTheme.code),
            col(ProjectUpdate.start),
            col(ProjectUpdate.end),
        )
        .join(UpdateTheme, col(UpdateTheme.update_id) == col(ProjectUpdate.id))
        .where(
            *_of_others(codes, besides=besides, but=but),
            col(UpdateTheme.code).in_(themes),
            col(ProjectUpdate.start) <= until,
            ends_after,
        )
    )
    return [(chamber, theme, *days) for chamber, theme, *days in session.execute(query)]


def _of_others(codes: Collection[str], *, besides: str, but: str) -> list[Any]:
    return [
        *_conditions(Filter(partners=codes)),
        col(ProjectUpdate.chamber_id) != besides,
        col(ProjectUpdate.status) != but,
    ]


def partners_in_use(session: Session) -> dict[str, int]:
    """Return the partners that are named in updates, the most frequent first, with how many."""
    query = (
        select(UpdatePartner.code, func.count())
        .join(ProjectUpdate, col(ProjectUpdate.id) == col(UpdatePartner.update_id))
        .where(*_counted(Filter()))
        .group_by(col(UpdatePartner.code))
        .order_by(func.count().desc(), col(UpdatePartner.code))
    )
    return dict(session.exec(query).all())


def chambers_in_use(session: Session) -> dict[str, int]:
    """Return the chambers that have reported, the most active first, with how many updates."""
    query = (
        select(ProjectUpdate.chamber_id, func.count())
        .where(*_counted(Filter()))
        .group_by(col(ProjectUpdate.chamber_id))
        .order_by(func.count().desc(), col(ProjectUpdate.chamber_id))
    )
    return dict(session.exec(query).all())


def counts_by_chamber(session: Session, meeting_id: int | None) -> dict[str, int]:
    """Return how many updates each chamber has, those for one meeting alone if it is given."""
    query = (
        select(ProjectUpdate.chamber_id, func.count())
        .where(*_counted(Filter()))
        .group_by(col(ProjectUpdate.chamber_id))
    )
    if meeting_id is not None:
        query = query.where(ProjectUpdate.meeting_id == meeting_id)
    return dict(session.exec(query).all())


def add_codes(
    session: Session,
    links: Mapping[str, type[SQLModel]],
    update_id: int,
    codes: Mapping[str, Sequence[str]],
) -> None:
    """Keep a new update's codes, by the names that *links* gives their tables."""
    for name, table in links.items():
        session.add_all(
            table(update_id=update_id, code=code, position=position)
            for position, code in enumerate(codes[name])
        )
    session.flush()


def clear_codes(session: Session, links: Mapping[str, type[SQLModel]], update_id: int) -> None:
    """Take an update's codes away, to make room for those of another version."""
    for table in links.values():
        _clear(session, table, update_id)


def _clear(session: Session, table: Any, update_id: int) -> None:
    session.execute(delete(table).where(table.update_id == update_id))


def versions(session: Session, update_id: int) -> Sequence[UpdateVersion]:
    """Return an update's history, the oldest first."""
    query = select(UpdateVersion).where(UpdateVersion.update_id == update_id)
    return session.exec(query.order_by(col(UpdateVersion.version))).all()


LISTED = (UpdateState.SUBMITTED, UpdateState.CHECKED)
"""What is the network's, and not withdrawn."""


def _counted(which: Filter) -> list[Any]:
    """Return the conditions for counting all: an index begins with the states, so they are named.

    Where a partner or a theme is asked for, its own index leads to fewer rows.
    """
    if which.partners is not None or which.theme is not None:
        return _conditions(which)
    return [col(ProjectUpdate.state).in_(LISTED), *_wanted(which)]


def _conditions(which: Filter) -> list[Any]:
    """Return the conditions for a page: read in its order, the few withdrawn are left out then."""
    return [col(ProjectUpdate.state) != UpdateState.WITHDRAWN, *_wanted(which)]


def _wanted(which: Filter) -> list[Any]:
    found: list[Any] = []
    if which.chambers is not None:
        found.append(col(ProjectUpdate.chamber_id).in_(which.chambers))
    for name in ("kind", "programme", "status"):
        if (code := getattr(which, name)) is not None:
            found.append(col(getattr(ProjectUpdate, name)) == code)
    if which.partners is not None:
        with_partner = select(UpdatePartner.update_id).where(
            col(UpdatePartner.code).in_(which.partners)
        )
        found.append(col(ProjectUpdate.id).in_(with_partner))
    if which.theme is not None:
        with_theme = select(UpdateTheme.update_id).where(UpdateTheme.code == which.theme)
        found.append(col(ProjectUpdate.id).in_(with_theme))
    if which.since is not None:
        found.append(col(ProjectUpdate.end) >= which.since)
    if which.until is not None:
        found.append(col(ProjectUpdate.start) <= which.until)
    return found
