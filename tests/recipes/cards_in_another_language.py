"""Prints the cards of the practice network in one language: ``LANGUAGE DATABASE-URL``.

It runs on whatever tree ``PYTHONPATH`` names; what it prints is JSON.
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

from sqlmodel import Session, select

import bot.core.texts
from bot.core.clock import SystemClock
from bot.core.messages import Html, Keyboard
from bot.core.texts import Texts, languages
from bot.meetings.notifications import for_email
from bot.people import settings_card
from bot.people.settings import language_rows
from bot.practice.seed import populate
from bot.standin.world import World
from bot.updates import card as update_card
from bot.updates import who_card
from config.network import network
from storage import migrate
from storage.database import Database
from storage.models import Meeting, Person, ProjectUpdate
from storage.updates import Filter

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
READER = "Europe/Athens"


def cards(session: Session, say: Texts) -> Iterator[tuple[Html, Keyboard]]:
    """Go through the cards of all activities, people and meetings."""
    for update in session.exec(select(ProjectUpdate)):
        yield update_card.card(session, say, update, may_change=True)
        yield update_card.submitted(session, say, update)
    for person in session.exec(select(Person)):
        yield settings_card.card(say, person, network(), now=NOW)
    yield who_card.card(session, say, Filter(), what="", code="all")
    for meeting in session.exec(select(Meeting)):
        yield for_email(say, network(), meeting, None, READER), []


def main(language: str, url: str) -> None:
    """Make the network in an empty database, draw its cards and print them."""
    database = Database(url)
    migrate.upgrade(database, now=NOW)
    populate(World(token="1:x", clock=SystemClock()), database, now=NOW)
    with database.reading() as session:
        drawn = list(cards(session, Texts(language)))
    shown = [str(text) for text, _ in drawn]
    shown += [button.text for _, rows in drawn for row in rows for button in row]
    found = {
        "program": bot.core.texts.__file__,
        "languages": languages(),
        "offered": [button.text for row in language_rows() for button in row],
        "shown": shown,
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
