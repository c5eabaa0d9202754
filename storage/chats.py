"""Where chats are kept, so that a group that gets a new id gets it everywhere."""

from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col

from storage.models import Form, ListView, Notice, OfferedText, Person, Visitor

KEPT_IN: tuple[tuple[Any, str], ...] = (
    (Person, "telegram_id"),
    (Notice, "card_chat_id"),
    (Form, "telegram_id"),
    (Form, "active_chat"),
    (OfferedText, "telegram_id"),
    (Visitor, "telegram_id"),
    (ListView, "telegram_id"),
)
"""Every column that holds a chat's id; a new one belongs here."""


def replace(session: Session, old: int, new: int) -> int:
    """Put the new id of a chat everywhere in place of the old one; return in how many rows.

    Telegram gives a group another id when it becomes a supergroup
    (core.telegram.org/bots/api#responseparameters).
    """
    replaced = 0
    for model, name in KEPT_IN:
        column = col(getattr(model, name))
        result = session.execute(update(model).where(column == old).values({name: new}))
        replaced += int(getattr(result, "rowcount", 0))
    return replaced
