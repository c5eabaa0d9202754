"""Queries on forms in progress."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam
from sqlalchemy import select as rows_of
from sqlmodel import Session, col, select

from storage import guards, sealed
from storage.models import Form

# Each message and each form that begins asks for it: made once.
_ACTIVE = rows_of(Form).where(col(Form.active_chat) == bindparam("chat"))


def active(session: Session, telegram_id: int) -> Form | None:
    """Return the form that a chat is filling in."""
    return session.execute(_ACTIVE, {"chat": telegram_id}).scalars().one_or_none()


def get(session: Session, form_id: int) -> Form | None:
    """Return a form."""
    return sealed.find(session, Form, form_id)


def left(session: Session, telegram_id: int, kind: str) -> Sequence[Form]:
    """Return the forms of a kind that a chat left unfinished, the latest first."""
    query = select(Form).where(
        Form.telegram_id == telegram_id, Form.kind == kind, col(Form.active_chat).is_(None)
    )
    return session.exec(query.order_by(col(Form.updated_at).desc())).all()


def add(session: Session, form: Form) -> Form:
    """Keep a new form as the chat's active one; another active one is left for later."""
    set_aside(session, form.telegram_id)
    form.active_chat = form.telegram_id
    session.add(form)
    session.flush()
    return form


def keep(session: Session, form: Form) -> Form:
    """Keep a new form that waits until it is resumed."""
    session.add(form)
    session.flush()
    return form


def set_aside(session: Session, telegram_id: int) -> None:
    """Leave the chat's active form for later."""
    current = active(session, telegram_id)
    if current is not None:
        current.active_chat = None
        session.add(current)
        session.flush()


def resume(session: Session, form: Form) -> None:
    """Make a form the chat's active one."""
    if not form.active:
        set_aside(session, form.telegram_id)
        form.active_chat = form.telegram_id
        session.add(form)
        session.flush()


def discard(session: Session, form: Form) -> None:
    """Delete a form: it was finished, given up or has expired."""
    session.delete(form)
    session.flush()


def of_person(session: Session, telegram_id: int) -> Sequence[Form]:
    """Return everything that a chat has begun."""
    return session.exec(select(Form).where(Form.telegram_id == telegram_id)).all()


def pass_on(session: Session, account: int, successor: int, kinds: Collection[str]) -> int:
    """Give one chat's unfinished forms of some kinds to another's; return how many that were."""
    query = select(Form).where(Form.telegram_id == account, col(Form.kind).in_(kinds))
    found = session.exec(query).all()
    for form in found:
        form.telegram_id, form.active_chat, form.card_message_id = successor, None, None
        session.add(form)
    session.flush()
    return len(found)


def untouched_since(session: Session, instant: datetime) -> Sequence[Form]:
    """Return forms whose last answer is not later than *instant*.

    Whoever goes on with one at this moment keeps it: in a transaction that writes it is left out.
    """
    query = select(Form).where(col(Form.updated_at) <= instant).order_by(col(Form.id))
    if guards.locks(session):
        query = query.with_for_update(skip_locked=True)
    return session.exec(query).all()
