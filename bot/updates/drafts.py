"""Drafts that were left: offered again after a while, ended after a long one."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.core.working_hours import next_working_instant
from bot.updates.draft_rules import draft_name, says_something
from config.network import Network
from storage import deliveries, forms, people
from storage.models import Form, Person, Standing


def offer_again(session: Session, network: Network, *, kept: Collection[str], now: datetime) -> int:
    """Plan one message for each draft that nobody touched for a while; return how many.

    *kept* are the kinds of forms that are drafts.
    """
    offered = 0
    for form, row in _offers(session, network, kept, until=now):
        deliveries.plan(session, [row], now=now)
        form.offered_at = now
        session.add(form)
        offered += 1
    return offered


def expire(session: Session, network: Network, *, kept: Collection[str], now: datetime) -> int:
    """Delete forms that nobody touched for long; of those *kept* the owners are told."""
    ended = 0
    for form, row in _ends(session, network, kept, until=now):
        deliveries.plan(session, [row] if row else [], now=now)
        forms.discard(session, form)
        ended += 1
    return ended


def coming(
    session: Session, network: Network, *, kept: Collection[str], until: datetime
) -> list[dict[str, Any]]:
    """Return what :func:`offer_again` and :func:`expire` will plan until then, if nobody acts."""
    offers = [row for _, row in _offers(session, network, kept, until=until)]
    return offers + [row for _, row in _ends(session, network, kept, until=until) if row]


def _offers(
    session: Session, network: Network, kept: Collection[str], *, until: datetime
) -> Iterator[tuple[Form, dict[str, Any]]]:
    """Yield each draft that has to be offered by *until*, with its message.

    It is due when the draft has been left for that long, whenever a job looks.
    """
    span = network.retention.draft_offered_after
    for form in forms.untouched_since(session, until - span):
        person = _owner(session, form, kept)
        # Once for each time that it is left: whoever goes on with it empties the mark.
        if form.offered_at is not None or person is None or not says_something(form.answers):
            continue
        zone = ZoneInfo(person.zone)
        yield (
            form,
            {
                # The version is part of the key: a draft that was changed and left again is offered
                # again.
                "key": f"draft:{form.id}:{form.version}",
                "person_id": person.id,
                "kind": "draft",
                "about": {"form_id": form.id, "version": form.version},
                "due_at": next_working_instant(form.updated_at + span, zone, network.working_hours),
                "expires_at": form.updated_at + network.retention.draft_expires_after,
            },
        )


def _ends(
    session: Session, network: Network, kept: Collection[str], *, until: datetime
) -> Iterator[tuple[Form, dict[str, Any] | None]]:
    """Yield each form that has to end by *until*, with what its owner is told, if anything."""
    span = network.retention.draft_expires_after
    for form in forms.untouched_since(session, until - span):
        person = _owner(session, form, kept)
        if person is None or not says_something(form.answers):
            # Nothing is lost with it, or nobody may be written to: it goes without a word.
            yield form, None
            continue
        zone = ZoneInfo(person.zone)
        yield (
            form,
            {
                "key": f"draft-ended:{form.id}",
                "person_id": person.id,
                "kind": "draft_ended",
                "about": {"title": draft_name(form.answers), "kind": form.kind},
                "due_at": next_working_instant(form.updated_at + span, zone, network.working_hours),
            },
        )


def _owner(session: Session, form: Form, kept: Collection[str]) -> Person | None:
    if form.kind not in kept:
        return None
    person = people.by_telegram_id(session, form.telegram_id)
    # Whoever was suspended or has left gets no messages of a member.
    return person if person is not None and person.standing is Standing.ACTIVE else None
