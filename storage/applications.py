"""Queries on what is asked of somebody who waits for a decision, until it is taken."""

from collections.abc import Sequence

from sqlalchemy import delete
from sqlmodel import Session, col, select

from storage.models import ApplicationQuestion, EmailCode, Person, Standing

KNOWN = (Standing.ACTIVE, Standing.SUSPENDED, Standing.APPLICANT)


def questions(session: Session, person_id: int) -> Sequence[ApplicationQuestion]:
    """Return what coordinators asked an applicant, the first question first."""
    query = select(ApplicationQuestion).where(ApplicationQuestion.person_id == person_id)
    return session.exec(query.order_by(col(ApplicationQuestion.id))).all()


def code_of(session: Session, person_id: int) -> EmailCode | None:
    """Return the code that is on its way to an applicant's email."""
    return session.get(EmailCode, person_id)


def forget(session: Session, person_id: int) -> None:
    """Delete questions, answers and code: they are for the decision alone."""
    for model in (ApplicationQuestion, EmailCode):
        session.execute(delete(model).where(col(model.person_id) == person_id))


def known(session: Session, besides: int | None) -> Sequence[Person]:
    """Return members and applicants but the one of an id: those that a name may be taken for."""
    query = select(Person).where(col(Person.standing).in_(KNOWN))
    if besides is not None:
        query = query.where(col(Person.id) != besides)
    return session.exec(query.order_by(col(Person.id))).all()
