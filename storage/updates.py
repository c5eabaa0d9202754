"""Queries on project updates and projects."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, SQLModel, col, func, select

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

    chamber_id: str | None = None
    partners: Collection[str] | None = None
    """Countries and regions, any of which the update has."""
    theme: str | None = None
    since: date | None = None
    until: date | None = None
    """Activities that touch the days from *since* to *until*."""


def get(session: Session, update_id: int | None) -> ProjectUpdate | None:
    """Return an update, withdrawn or not."""
    return session.get(ProjectUpdate, update_id) if update_id is not None else None


def partners_of(session: Session, update_id: int) -> list[str]:
    """Return an update's partners in their order."""
    return _codes_in(session, UpdatePartner, update_id)


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
    query = select(func.count(col(ProjectUpdate.id).distinct())).where(*_conditions(which))
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


def with_partner(
    session: Session, codes: Collection[str], *, besides: str
) -> Sequence[ProjectUpdate]:
    """Return the updates of other chambers that have any of these partners."""
    which = Filter(partners=codes)
    query = select(ProjectUpdate).where(*_conditions(which), ProjectUpdate.chamber_id != besides)
    return session.exec(query.order_by(col(ProjectUpdate.start).desc())).all()


def partners_in_use(session: Session) -> dict[str, int]:
    """Return the partners that are named in updates, the most frequent first, with how many."""
    query = (
        select(UpdatePartner.code, func.count())
        .join(ProjectUpdate, col(ProjectUpdate.id) == col(UpdatePartner.update_id))
        .where(*_conditions(Filter()))
        .group_by(col(UpdatePartner.code))
        .order_by(func.count().desc(), col(UpdatePartner.code))
    )
    return dict(session.exec(query).all())


def chambers_in_use(session: Session) -> dict[str, int]:
    """Return the chambers that have reported, the most active first, with how many updates."""
    query = (
        select(ProjectUpdate.chamber_id, func.count())
        .where(*_conditions(Filter()))
        .group_by(col(ProjectUpdate.chamber_id))
        .order_by(func.count().desc(), col(ProjectUpdate.chamber_id))
    )
    return dict(session.exec(query).all())


def counts_by_chamber(session: Session, meeting_id: int | None) -> dict[str, int]:
    """Return how many updates each chamber has, those for one meeting alone if it is given."""
    query = (
        select(ProjectUpdate.chamber_id, func.count())
        .where(*_conditions(Filter()))
        .group_by(col(ProjectUpdate.chamber_id))
    )
    if meeting_id is not None:
        query = query.where(ProjectUpdate.meeting_id == meeting_id)
    return dict(session.exec(query).all())


def replace_codes(
    session: Session,
    links: Mapping[str, type[SQLModel]],
    update_id: int,
    codes: Mapping[str, Sequence[str]],
) -> None:
    """Set an update's codes, by the names that *links* gives their tables."""
    for table in links.values():
        _clear(session, table, update_id)
    session.flush()
    for name, table in links.items():
        for position, code in enumerate(codes[name]):
            session.add(table(update_id=update_id, code=code, position=position))
    session.flush()


def _clear(session: Session, table: Any, update_id: int) -> None:
    for old in session.exec(select(table).where(table.update_id == update_id)):
        session.delete(old)


def versions(session: Session, update_id: int) -> Sequence[UpdateVersion]:
    """Return an update's history, the oldest first."""
    query = select(UpdateVersion).where(UpdateVersion.update_id == update_id)
    return session.exec(query.order_by(col(UpdateVersion.version))).all()


def _conditions(which: Filter) -> list[Any]:
    found: list[Any] = [col(ProjectUpdate.state) != UpdateState.WITHDRAWN]
    if which.chamber_id is not None:
        found.append(col(ProjectUpdate.chamber_id) == which.chamber_id)
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
