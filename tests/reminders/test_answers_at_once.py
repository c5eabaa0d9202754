"""Two of one chamber answer at the same moment: neither undoes what the other was promised."""

from collections.abc import Callable
from contextlib import contextmanager

import pytest
from sqlalchemy import event
from sqlmodel import select

from bot.meetings import service
from config.network import network
from storage import people
from storage.database import Database
from storage.models import Choice, Delivery, DeliveryState, Meeting, Role
from tests.people.test_members import NOW, admit, announce


@pytest.fixture
def postgres(postgres_url):
    """Only there two transactions write side by side."""
    opened = Database(postgres_url)
    yield opened
    opened.close()


def answer(session, telegram_id):
    person = people.by_telegram_id(session, telegram_id)
    meeting = session.exec(select(Meeting)).one()
    service.answer(
        session, network(), meeting, person, Choice.ONLINE, sequence=meeting.sequence, now=NOW
    )


@contextmanager
def once_before(engine, words, work: Callable[[], None]):
    """Do *work* when somebody first asks for what has *words* in it."""
    left = [work]

    def look(connection, cursor, statement, *rest):
        if words in statement and left:
            left.pop()()

    event.listen(engine, "before_cursor_execute", look)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", look)
    assert not left


@pytest.mark.parametrize(
    "moment", ["INSERT INTO answer", "FROM delivery", "FROM project_update", "UPDATE delivery"]
)
def test_each_keeps_the_reminders_of_who_comes(postgres, moment):
    with postgres.transaction() as session:
        helena = admit(session, 1, "Helena", "EU-EP", Role.COORDINATOR)
        admit(session, 2, "Bob", "IE-DAI")
        admit(session, 3, "Carol", "IE-DAI")
        announce(session, helena)

    def carol_answers():
        with postgres.transaction() as session:
            answer(session, 3)

    with once_before(postgres.engine, moment, carol_answers), postgres.transaction() as session:
        answer(session, 2)
    with postgres.reading() as session:
        rows = session.exec(select(Delivery).where(Delivery.kind == "reminder")).all()
        waiting = {
            people.get(session, row.person_id).name
            for row in rows
            if row.state is DeliveryState.PLANNED and row.about["rule"] == "joining"
        }
    assert waiting == {"Bob", "Carol"}
