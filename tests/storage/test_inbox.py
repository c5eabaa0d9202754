"""What Telegram delivered, and how far it has come, on both databases."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from storage import inbox
from storage.models import Form, InboxItem, InboxState, Lane, Notice
from tests.harness import stock

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def session(database):
    with database.transaction() as opened:
        yield opened


def item(session, update_id):
    session.flush()
    session.expire_all()
    return session.get(InboxItem, update_id)


def store(session, *ids, at=NOW, lane=7):
    return inbox.store(session, [(number, lane, f"text {number}") for number in ids], now=at)


def test_what_was_stored_before_is_not_stored_again(session):
    assert sorted(store(session, 3, 1, 2)) == [1, 2, 3]
    assert store(session, 2, 4, at=LATER, lane=9) == [4]
    assert store(session) == []
    kept = item(session, 2)
    assert (kept.lane, kept.payload, kept.received_at) == (7, "text 2", NOW)
    assert (kept.state, kept.answers_sent, kept.handled_at) == (InboxState.NEW, 0, None)
    assert inbox.last_id(session) == 4


def test_an_empty_inbox_has_no_last_id(session):
    assert inbox.last_id(session) is None
    assert inbox.progress(session, 1, None) is None


def test_how_far_an_update_has_come_and_who_caused_it(session):
    bob = stock.admit(session, stock.BOB, 42, now=NOW)
    store(session, 1, 2)
    session.add(Lane(lane=7, held_by="a process"))
    session.flush()
    found = inbox.progress(session, 1, 42)
    assert (found.lane, found.state, found.answer, found.answers_sent) == (
        7,
        InboxState.NEW,
        None,
        0,
    )
    assert (found.person.id, found.held_by) == (bob.id, "a process")
    for account in (None, 41):
        assert inbox.progress(session, 1, account).person is None
    inbox.answered(session, 1, [{"text": "one"}, {"text": "two"}])
    inbox.progressed(session, 1, 1)
    found = inbox.progress(session, 1, 42)
    assert (found.state, found.answers_sent) == (InboxState.ANSWERED, 1)
    assert found.answer == [{"text": "one"}, {"text": "two"}]
    assert inbox.progress(session, 2, 42).state is InboxState.NEW


def test_what_is_not_finished_comes_back_in_telegrams_order(session):
    store(session, 5, 3, 4, 1)
    inbox.answered(session, 4, [])
    inbox.finish(session, [(3, [])], now=LATER)
    assert [one.update_id for one in inbox.unfinished(session)] == [1, 4, 5]
    assert inbox.backlog(session) == 3
    inbox.failed(session, 5, "abcd1234", [{"text": "sorry"}])
    failed = item(session, 5)
    assert (failed.state, failed.reference, failed.answer) == (
        InboxState.ANSWERED,
        "abcd1234",
        [{"text": "sorry"}],
    )


def test_what_is_finished_is_emptied_and_its_cards_are_remembered(session):
    bob = stock.admit(session, stock.BOB, 42, now=NOW)
    meeting = stock.announce(session, bob, now=NOW)
    form = Form(telegram_id=42, kind="rename", created_at=NOW, updated_at=NOW)
    session.add(form)
    session.flush()
    notice = session.exec(select(Notice)).one()
    store(session, 1, 2, 3)
    inbox.answered(session, 1, [{"text": "one"}])
    cards = [(f"form:{form.id}", 77), (f"notice:{notice.id}", 78), ("form:999", 79)]
    inbox.finish(session, [(1, cards), (2, [])], now=LATER)
    for number in (1, 2):
        done = item(session, number)
        assert (done.state, done.payload, done.answer) == (InboxState.DONE, None, None)
        assert done.handled_at == LATER
    assert item(session, 3).payload == "text 3"
    assert session.get(Form, form.id).card_message_id == 77
    assert session.get(Notice, notice.id).card_message_id == 78
    assert meeting.id == notice.meeting_id


def test_only_what_is_finished_for_long_enough_is_deleted(session):
    store(session, 1, 2, 3)
    inbox.finish(session, [(1, [])], now=NOW)
    inbox.finish(session, [(2, [])], now=LATER)
    assert inbox.forget_before(session, NOW) == 0
    assert inbox.forget_before(session, LATER) == 1
    assert [number for number in (1, 2, 3) if item(session, number)] == [2, 3]
    assert inbox.forget_before(session, LATER + timedelta(days=99)) == 1
    assert item(session, 3) is not None


def test_how_many_arrived_between_two_instants_counts_both(session):
    store(session, 1)
    store(session, 2, 3, at=LATER)
    second = timedelta(seconds=1)
    assert inbox.received_between(session, NOW, LATER) == 3
    assert inbox.received_between(session, NOW + second, LATER) == 2
    assert inbox.received_between(session, NOW, LATER - second) == 1
