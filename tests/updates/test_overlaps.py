"""What the database finds of other chambers is what the rule says of every stored activity."""

import random
from collections import Counter
from datetime import date, timedelta

from bot.updates import card as update_card
from bot.updates import overlap
from bot.updates import service as updates
from bot.updates.fields import UPDATE_FIELDS
from bot.updates.overlap import ComparedActivity
from config.network import network
from config.reference import reference
from storage import updates as stored
from storage.models import Role, UpdateState
from tests.people.test_members import NOW, admit, report

CHAMBERS = ("IE-DAI", "FI-EDU", "BE-SEN", "PL-SEJ")
PARTNERS = (["ME"], ["AL"], ["WB"], ["ME", "XK"], ["UA"])


def activity(session, update):
    themes = frozenset(stored.themes_of(session, update.id))
    return ComparedActivity(update.chamber_id, themes, update.start, max(update.start, update.end))


def test_overlaps_are_those_of_every_activity_looked_at_one_by_one(sqlite):
    draw = random.Random(7)
    close = 0
    with sqlite.transaction() as session:
        helena = admit(session, 1, "Helena", "EU-EP", Role.COORDINATOR)
        every = []
        for _ in range(60):
            start = date(2027, 1, 1) + timedelta(days=draw.randrange(90))
            every.append(
                report(
                    session,
                    helena,
                    draw.choice(CHAMBERS),
                    partners=draw.choice(PARTNERS),
                    themes=draw.sample(["budget", "youth", "security"], draw.randint(1, 2)),
                    status=draw.choice(["planned", "completed", "cancelled"]),
                    start=start,
                    end=start + timedelta(days=draw.randrange(-2, 40)),
                )
            )
        for withdrawn in draw.sample(every, 6):
            updates.withdraw(session, network(), withdrawn, by=helena, now=NOW)
        for own in every:
            codes = stored.codes_of(session, UPDATE_FIELDS.links, own.id)
            related = frozenset().union(*(reference().related(one) for one in codes["partners"]))
            others = [
                activity(session, other)
                for other in every
                if other.chamber_id != own.chamber_id
                and other.state is not UpdateState.WITHDRAWN
                and other.status != update_card.CALLED_OFF
                and related & set(stored.partners_of(session, other.id))
            ]
            counts = Counter(other.chamber_id for other in others)
            expected = overlap.of(activity(session, own), counts, others)
            assert update_card.overlap_of(session, own, codes) == expected
            close += len(expected.close)
    assert close > 30
