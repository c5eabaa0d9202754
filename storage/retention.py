"""What the rules of the register have overdue at an instant, and how it ends, batch by batch.

Nothing here decides how long anything is kept: :mod:`storage.register` names the span, the
organiser's ``[retention]`` its length. :func:`overdue` only looks; whoever wants to know what will
go, or whether anything stayed too long, asks it for another instant.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from types import MappingProxyType
from typing import Any

from sqlalchemy import String, cast, delete, exists, or_
from sqlalchemy import select as rows_of
from sqlmodel import Session, SQLModel, col, func, select

from config.network import Retention
from storage import audit, counts, people
from storage.erasure import remove_applicant
from storage.models import (
    FINAL,
    AuditEntry,
    Delivery,
    Erasure,
    Form,
    InboxItem,
    InboxState,
    Invitation,
    ListView,
    Meeting,
    OfferedText,
    Person,
    RegistrationPause,
    RetentionDone,
    RoleChange,
    Standing,
    SuspendedAccount,
    Visitor,
)
from storage.register import ERASED_NAME, FIXED, RULES, RuleName, Span

AT_ONCE = 500
"""So many rows are ended in one transaction: on SQLite everybody else waits for it."""


@dataclass(frozen=True)
class Overdue:
    """Rows of one table whose span is over."""

    rule: RuleName
    model: type[SQLModel]
    keys: Any
    """A query for their keys."""


Look = Callable[[Retention, datetime], Iterator[tuple[type[SQLModel], Any]]]
"""Yields the tables of a rule, each with the query for what is overdue in it."""


def span_of(span: Span, retention: Retention) -> timedelta:
    """Return how long a span is; raises ``LookupError`` for one that no clock ends."""
    if span in FIXED:
        return FIXED[span]
    found = getattr(retention, span.value, None)
    if not isinstance(found, timedelta):
        raise LookupError(f"[retention] has no span {span.value}")  # noqa: TRY004 - it is missing
    return found


def _since(rule: RuleName, retention: Retention, now: datetime) -> datetime:
    return now - span_of(RULES[rule].span, retention)


# --- which rows ------------------------------------------------------------------------------


def last_sign_of_life() -> Any:
    """Return the expression for when a person was last heard of: that they registered counts."""
    return func.coalesce(Person.last_seen_at, Person.acknowledged_at)


def to_ask(retention: Retention, now: datetime) -> Any:
    """Return the query for members who have to be asked whether they stay."""
    return select(Person.id).where(
        Person.standing == Standing.ACTIVE,
        col(Person.asked_to_stay_at).is_(None),
        last_sign_of_life() <= now - retention.silent_asked_after,
    )


def to_remove(retention: Retention, now: datetime) -> Any:
    """Return the query for people whom nothing was heard of for too long.

    Members were asked, and had their time to answer. Who is suspended is not written to.
    """
    time_to_answer = retention.silent_removed_after - retention.silent_asked_after
    return select(Person.id).where(
        last_sign_of_life() <= now - retention.silent_removed_after,
        or_(
            (col(Person.standing) == Standing.ACTIVE)
            & (col(Person.asked_to_stay_at) <= now - time_to_answer),
            (col(Person.standing) == Standing.SUSPENDED)
            & (
                func.coalesce(Person.decided_at, Person.acknowledged_at)
                <= now - retention.silent_removed_after
            ),
        ),
    )


def removable(session: Session, retention: Retention, *, now: datetime) -> list[int]:
    """Return the people to be removed now; one active coordinator stays, whoever is silent."""
    found = list(session.exec(to_remove(retention, now)))
    coordinators = [person.id for person in people.coordinators(session)]
    if coordinators and not set(coordinators) - set(found):
        heard_last = _heard_last(session, coordinators)
        found.remove(heard_last)
    return found


def _heard_last(session: Session, ids: Sequence[int]) -> int:
    query = select(Person.id).where(col(Person.id).in_(ids))
    return session.exec(query.order_by(last_sign_of_life().desc(), col(Person.id))).first() or 0


def _members(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    yield Person, to_remove(retention, now)
    # Whoever left kept no name: this finds nothing, unless somebody brought one back.
    yield (
        Person,
        select(Person.id).where(
            Person.standing == Standing.DEPARTED,
            or_(col(Person.telegram_id).is_not(None), col(Person.name) != ERASED_NAME),
        ),
    )


def _applicants(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    before = _since(RuleName.APPLICANTS, retention, now)
    decided = func.coalesce(Person.decided_at, Person.acknowledged_at)
    yield (
        Person,
        select(Person.id).where(
            or_(
                (col(Person.standing) == Standing.DECLINED) & (decided <= before),
                (col(Person.standing) == Standing.APPLICANT)
                & (col(Person.acknowledged_at) <= before),
            )
        ),
    )


def _invitations(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    before = _since(RuleName.INVITATIONS, retention, now)
    ended = func.coalesce(Invitation.used_at, Invitation.ended_at, Invitation.expires_at)
    yield Invitation, select(Invitation.id).where(ended <= before)


def _roles(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    before = _since(RuleName.ROLES, retention, now)
    yield RoleChange, select(RoleChange.id).where(col(RoleChange.at) <= before)


def _drafts(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    before = _since(RuleName.DRAFTS, retention, now)
    yield Form, select(Form.id).where(col(Form.updated_at) <= before)


def _offers(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    before = _since(RuleName.OFFERS, retention, now)
    yield OfferedText, select(OfferedText.id).where(col(OfferedText.offered_at) <= before)


def _lists(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    before = _since(RuleName.LISTS, retention, now)
    yield ListView, select(ListView.telegram_id).where(col(ListView.shown_at) <= before)


def _messages(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    """Whatever was dealt with was emptied with it: this finds nothing."""
    del retention, now
    yield (
        InboxItem,
        select(InboxItem.update_id).where(
            InboxItem.state == InboxState.DONE,
            or_(col(InboxItem.payload).is_not(None), col(InboxItem.answer).is_not(None)),
        ),
    )


def _inbox(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    before = _since(RuleName.INBOX, retention, now)
    yield InboxItem, _done_before(before).where(_of_somebody_known())


def _strangers(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    before = _since(RuleName.STRANGERS, retention, now)
    yield InboxItem, _done_before(before).where(~_of_somebody_known())
    yield Visitor, select(Visitor.telegram_id).where(col(Visitor.chosen_at) <= before)


def _of_somebody_known() -> Any:
    return exists().where(col(Person.telegram_id) == col(InboxItem.lane))


def _done_before(instant: datetime) -> Any:
    return select(InboxItem.update_id).where(
        InboxItem.state == InboxState.DONE, col(InboxItem.handled_at) <= instant
    )


def _deliveries(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    """Messages that ended long ago; never one of a meeting to come, or it would come again."""
    before = _since(RuleName.DELIVERIES, retention, now)
    to_come = exists().where(
        col(Meeting.id) == col(Delivery.meeting_id), col(Meeting.ends_at) > now
    )
    yield (
        Delivery,
        select(Delivery.id).where(
            col(Delivery.state).in_(FINAL),
            col(Delivery.next_try_at) <= before,
            func.coalesce(Delivery.sent_at, Delivery.due_at) <= before,
            ~to_come,
        ),
    )


def _acts(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    before = _since(RuleName.ACTS, retention, now)
    yield (
        AuditEntry,
        select(AuditEntry.id).where(
            col(AuditEntry.at) <= before,
            or_(
                col(AuditEntry.by).is_not(None),
                col(AuditEntry.subject).is_not(None),
                cast(AuditEntry.detail, String) != "{}",
            ),
        ),
    )


def _suspended(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    before = _since(RuleName.SUSPENDED, retention, now)
    yield (
        SuspendedAccount,
        select(SuspendedAccount.id).where(col(SuspendedAccount.left_at) <= before),
    )


def _erasures(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    before = _since(RuleName.ERASURES, retention, now)
    yield Erasure, select(Erasure.id).where(col(Erasure.at) <= before)


def _pauses(retention: Retention, now: datetime) -> Iterator[tuple[type[SQLModel], Any]]:
    del retention
    yield (
        RegistrationPause,
        select(RegistrationPause.account_hash).where(col(RegistrationPause.until) <= now),
    )


LOOKED_FOR: Mapping[RuleName, Look] = MappingProxyType(
    {
        RuleName.MEMBERS: _members,
        RuleName.APPLICANTS: _applicants,
        RuleName.INVITATIONS: _invitations,
        RuleName.ROLES: _roles,
        RuleName.DRAFTS: _drafts,
        RuleName.OFFERS: _offers,
        RuleName.LISTS: _lists,
        RuleName.MESSAGES: _messages,
        RuleName.INBOX: _inbox,
        RuleName.STRANGERS: _strangers,
        RuleName.DELIVERIES: _deliveries,
        RuleName.ACTS: _acts,
        RuleName.SUSPENDED: _suspended,
        RuleName.ERASURES: _erasures,
        RuleName.PAUSES: _pauses,
    }
)
"""How each rule finds what is overdue. Those that are not here end with the membership alone."""


def looked_for(rule: RuleName, retention: Retention, *, now: datetime) -> Iterator[Overdue]:
    """Yield the queries for what a rule has overdue at *now*."""
    look = LOOKED_FOR.get(rule)
    for model, query in look(retention, now) if look is not None else ():
        yield Overdue(rule, model, query)


def overdue(
    session: Session, retention: Retention, *, now: datetime
) -> dict[RuleName, list[tuple[str, Any]]]:
    """Return by rule the rows, as (table, key), whose span is over at *now*; nothing is changed.

    Of the members those are listed whom :func:`removable` names: one coordinator always stays.
    """
    found: dict[RuleName, list[tuple[str, Any]]] = {}
    for rule in RuleName:
        rows = [
            (str(each.model.__tablename__), key)
            for each in looked_for(rule, retention, now=now)
            for key in session.execute(each.keys).scalars()
        ]
        if rule is RuleName.MEMBERS:
            stays = set(session.exec(to_remove(retention, now))) - set(
                removable(session, retention, now=now)
            )
            rows = [row for row in rows if row[1] not in stays]
        found[rule] = rows
    return found


def count(session: Session, retention: Retention, *, now: datetime) -> dict[RuleName, int]:
    """Return by rule how many rows are overdue at *now*; the rules with none are left out."""
    found: dict[RuleName, int] = {}
    for rule in RuleName:
        if rule is RuleName.MEMBERS:
            found[rule] = len(removable(session, retention, now=now))
            continue
        for each in looked_for(rule, retention, now=now):
            number = session.execute(rows_of(func.count()).select_from(each.keys.subquery()))
            found[rule] = found.get(rule, 0) + number.scalar_one()
    return {rule: number for rule, number in found.items() if number}


# --- how they end ----------------------------------------------------------------------------


def end_some(
    session: Session, retention: Retention, rule: RuleName, *, now: datetime, limit: int = AT_ONCE
) -> int:
    """End up to *limit* rows that a rule has overdue; return how many that were.

    Members are removed by whoever can tell the others (:mod:`bot.people.silence`), drafts end where
    their owners are told.
    """
    ended = 0
    for each in looked_for(rule, retention, now=now):
        keys = list(islice(session.execute(each.keys.limit(limit - ended)).scalars(), limit))
        if keys:
            _END[rule](session, each.model, keys)
            ended += len(keys)
        if ended >= limit:
            break
    return ended


def _delete(session: Session, model: type[SQLModel], keys: Sequence[Any]) -> None:
    key = next(iter(model.__table__.primary_key))  # type: ignore[attr-defined]
    session.execute(delete(model).where(key.in_(keys)).execution_options(synchronize_session=False))


def _count_and_delete(session: Session, model: type[SQLModel], keys: Sequence[int]) -> None:
    counts.keep(session, keys)
    _delete(session, model, keys)


def _take_names_out(session: Session, model: type[SQLModel], keys: Sequence[int]) -> None:
    del model
    entries = session.exec(select(AuditEntry).where(col(AuditEntry.id).in_(keys))).all()
    audit.take_names_out(session, entries)


def _remove_applicants(session: Session, model: type[SQLModel], keys: Sequence[int]) -> None:
    del model
    for person_id in keys:
        remove_applicant(session, person_id)


_END: Mapping[RuleName, Callable[[Session, type[SQLModel], Sequence[Any]], None]] = (
    MappingProxyType(
        {
            RuleName.APPLICANTS: _remove_applicants,
            RuleName.INVITATIONS: _delete,
            RuleName.ROLES: _delete,
            RuleName.OFFERS: _delete,
            RuleName.LISTS: _delete,
            RuleName.INBOX: _delete,
            RuleName.STRANGERS: _delete,
            RuleName.DELIVERIES: _count_and_delete,
            RuleName.ACTS: _take_names_out,
            RuleName.SUSPENDED: _delete,
            RuleName.ERASURES: _delete,
            RuleName.PAUSES: _delete,
        }
    )
)
ENDED_HERE = tuple(_END)
"""The rules that :func:`end_some` carries out."""


def silent(session: Session, retention: Retention, *, now: datetime) -> tuple[list[Person], int]:
    """Return the members to be asked at *now*, and how many have been asked and not answered."""
    asking = select(Person).where(col(Person.id).in_(to_ask(retention, now)))
    asked = select(func.count()).where(
        Person.standing == Standing.ACTIVE, col(Person.asked_to_stay_at).is_not(None)
    )
    return list(session.exec(asking.order_by(col(Person.id)))), session.exec(asked).one()


# --- what was done ---------------------------------------------------------------------------


def note(session: Session, done: Mapping[RuleName, int], *, now: datetime) -> None:
    """Keep how much a run ended, by rule."""
    for rule, number in done.items():
        if number:
            session.add(RetentionDone(at=now, rule=rule.value, count=number))
    session.flush()


def done_since(session: Session, since: datetime) -> dict[RuleName, int]:
    """Return by rule how much has ended since an instant."""
    query = (
        select(RetentionDone.rule, func.sum(RetentionDone.count))
        .where(col(RetentionDone.at) >= since)
        .group_by(col(RetentionDone.rule))
    )
    known = {rule.value for rule in RuleName}
    found = {rule: number for rule, number in session.exec(query) if rule in known}
    return {rule: int(found[rule.value]) for rule in RuleName if rule.value in found}


def forget_done(session: Session, before: datetime) -> None:
    """Delete what is kept of runs that are long ago."""
    session.execute(delete(RetentionDone).where(col(RetentionDone.at) < before))
