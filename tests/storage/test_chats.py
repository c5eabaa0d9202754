"""A chat that gets another id gets it in every column that holds one."""

import pytest
from sqlalchemy import select
from sqlmodel import SQLModel

from storage import chats
from storage.models import Form, ListView, Notice, OfferedText, Visitor
from tests.harness.stock import HELENA, admit, announce

OLD, NEW, OTHER = -100, -1_000_000_000_100, 7
NAMES = {"telegram_id", "active_chat", "card_chat_id"}
"""What a column is called that holds a chat's id."""


def columns():
    return {
        column
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        if column.name in NAMES
    }


def test_every_column_that_holds_a_chat_is_listed():
    listed = {
        SQLModel.metadata.tables[model.__tablename__].c[name] for model, name in chats.KEPT_IN
    }
    assert listed == columns()
    assert len(chats.KEPT_IN) == len(listed) > 5


def a_row_in_each(session, chat, now):
    """Let a chat stand in every column that can hold one."""
    helena = admit(session, HELENA, chat, now=now)
    announce(session, helena, now=now)
    session.exec(select(Notice)).scalars().one().card_chat_id = chat
    asked = {"kind": "x", "created_at": now, "updated_at": now}
    session.add(Form(telegram_id=chat, active_chat=chat, **asked))
    session.add(OfferedText(telegram_id=chat, text="A visit", message_id=1, offered_at=now))
    session.add(Visitor(telegram_id=chat, language="fr", chosen_at=now))
    session.add(ListView(telegram_id=chat, filter="p=ME", shown_at=now))
    session.flush()


@pytest.mark.parametrize("chat", [OLD, OTHER])
def test_the_new_id_stands_everywhere_and_only_of_that_chat(database, clock, chat):
    with database.transaction() as session:
        a_row_in_each(session, chat, clock.now())
        replaced = chats.replace(session, OLD, NEW)
        assert replaced == (len(columns()) if chat == OLD else 0)
    with database.reading() as session:
        found = {
            value for column in columns() for value in session.execute(select(column)).scalars()
        }
    assert found == {NEW if chat == OLD else OTHER}
