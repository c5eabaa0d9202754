"""Drafts that were left: offered again after a while, ended after a long one."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.domain.working_time import next_working_instant
from config.network import Network
from storage import deliveries, forms, people
from storage.models import Form, Person, Standing

KINDS = frozenset({"project_update", "announcement"})
"""Forms that are kept when they are left."""


def offer_again(session: Session, network: Network, *, now: datetime) -> int:
    """Plan one message for each draft that nobody touched for a while; return how many."""
    offered = 0
    for form in forms.untouched_since(session, now - network.retention.draft_offered_after):
        person = _owner(session, form)
        if form.offered_at is not None or person is None or not form.answers:
            continue
        zone = ZoneInfo(person.zone)
        due_at = next_working_instant(now, zone, network.working_hours)
        row = {
            "key": f"draft:{form.id}:{form.version}",
            "person_id": person.id,
            "kind": "draft",
            "about": {"form_id": form.id, "version": form.version},
            "due_at": due_at,
            "expires_at": form.updated_at + network.retention.draft_expires_after,
        }
        deliveries.plan(session, [row], now=now)
        form.offered_at = now
        session.add(form)
        offered += 1
    return offered


def expire(session: Session, network: Network, *, now: datetime) -> int:
    """Delete drafts that nobody touched for long; their owners are told what it was."""
    ended = 0
    for form in forms.untouched_since(session, now - network.retention.draft_expires_after):
        person = _owner(session, form)
        if person is not None and form.answers:
            due_at = next_working_instant(now, ZoneInfo(person.zone), network.working_hours)
            row = {
                "key": f"draft-ended:{form.id}",
                "person_id": person.id,
                "kind": "draft_ended",
                "about": {"title": form.answers.get("title"), "kind": form.kind},
                "due_at": due_at,
            }
            deliveries.plan(session, [row], now=now)
        forms.discard(session, form)
        ended += 1
    return ended


def _owner(session: Session, form: Form) -> Person | None:
    if form.kind not in KINDS:
        return None
    person = people.by_telegram_id(session, form.telegram_id)
    return person if person is not None and person.standing is Standing.ACTIVE else None
