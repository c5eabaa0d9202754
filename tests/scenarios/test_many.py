"""A notice and its reminders to more people than one statement takes, on both databases."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from storage.deliveries import COPIED_FROM
from storage.models import Audience, Delivery, DeliveryState
from tests.harness import stock
from tests.harness.network import open_harness
from tests.harness.steps import announce
from tests.harness.stock import HELENA, rows

pytestmark = [pytest.mark.long, pytest.mark.no_cover, pytest.mark.anyio]

PEOPLE = COPIED_FROM + 15
WEEK_BEFORE = datetime(2027, 3, 4, 12, tzinfo=UTC)


async def test_everybody_is_told_and_reminded_however_many_they_are(database, clock):
    async with open_harness(database, clock) as harness:
        helena = await harness.joins(HELENA)
        members = [harness.world.person(f"Member {number}") for number in range(PEOPLE)]
        with database.transaction() as session:
            for member in members:
                member.started = True
                who = stock.Character(member.name, "FI-EDU")
                stock.admit(session, who, member.id, now=clock.now())
        await harness.settle()
        await announce(harness, helena)
        await harness.settle()
        assert len(rows(harness, Audience)) == PEOPLE + 1
        notices = [row for row in rows(harness, Delivery) if row.kind == "notice"]
        assert len(notices) == PEOPLE + 1
        assert {row.state for row in notices} == {DeliveryState.SENT}
        planned = Counter(
            row.person_id for row in rows(harness, Delivery) if row.about.get("rule") == "dossier"
        )
        assert set(planned.values()) == {1}
        assert len(planned) == PEOPLE + 1
        await harness.pass_until(WEEK_BEFORE)
        for member in members:
            assert len(stock.texts_of(member, "You are invited")) == 1
            assert len(stock.texts_of(member, "by the chambers so far")) == 1
