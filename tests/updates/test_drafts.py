"""When a draft that was left is offered again, and ends: in its owner's zone and working hours."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.updates import drafts
from config.network import network
from storage.models import Delivery, Form
from tests.harness.stock import BOB, admit, rows

LEFT = datetime(2026, 11, 23, 10, tzinfo=UTC)
"""A Monday morning in Dublin and in Brussels, 21:00 in Nouméa, 05:00 in New York."""
KEPT = {"project_update"}


def left_by(session, zone):
    person = admit(session, BOB, 7, now=LEFT)
    person.zone = zone
    asked = {"kind": "project_update", "created_at": LEFT, "updated_at": LEFT}
    session.add(Form(telegram_id=7, answers={"title": "A workshop"}, **asked))
    session.flush()


def due(database, kind):
    return [row.due_at for row in rows(database, Delivery) if row.kind == kind]


@pytest.mark.parametrize(
    ("zone", "offered_at", "ended_at"),
    [
        ("Europe/Dublin", (11, 24, 10, 0), (12, 23, 10, 0)),
        ("Pacific/Noumea", (11, 24, 21, 30), (12, 23, 21, 30)),
        ("America/New_York", (11, 24, 13, 30), (12, 23, 13, 30)),
    ],
)
def test_a_draft_is_spoken_of_in_its_owners_working_hours(database, zone, offered_at, ended_at):
    settings = network()
    offered, ended = datetime(2026, *offered_at, tzinfo=UTC), datetime(2026, *ended_at, tzinfo=UTC)
    with database.transaction() as session:
        left_by(session, zone)
        late = LEFT + settings.retention.draft_expires_after
        foreseen = drafts.coming(session, settings, kept=KEPT, until=late)
        assert sorted(row["due_at"] for row in foreseen) == [offered, ended]
        early = LEFT + timedelta(hours=23)
        assert drafts.offer_again(session, settings, kept=KEPT, now=early) == 0
        day = LEFT + settings.retention.draft_offered_after
        assert drafts.offer_again(session, settings, kept=KEPT, now=day) == 1
        assert drafts.offer_again(session, settings, kept=KEPT, now=day) == 0
    assert due(database, "draft") == [offered]
    with database.transaction() as session:
        assert drafts.expire(session, settings, kept=KEPT, now=late) == 1
    assert due(database, "draft_ended") == [ended]
    assert rows(database, Form) == []
