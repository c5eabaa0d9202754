"""Races of presses: two updates that are carried out at once, as two processes would."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

from bot.chat.callbacks import FORM, FormAction
from bot.meetings import announcement, audience, change
from bot.meetings.callbacks import ANNOUNCEMENT, RSVP, AnnouncementAction
from bot.meetings.fields import MEETING_FIELDS
from bot.people import service as people
from bot.people.callbacks import MEMBER, VERDICT, MemberAct, MemberAction, Verdict
from bot.people.service import Registration
from bot.updates import report
from bot.updates import service as updates
from bot.updates.callbacks import OFFER, UPDATE, OfferAction, UpdateAction
from bot.updates.fields import UPDATE_FIELDS
from config.network import network
from storage import offers
from storage import updates as stored
from storage.models import (
    Answer,
    Choice,
    Form,
    Invitation,
    Meeting,
    Person,
    ProjectUpdate,
    Role,
    Standing,
)
from tests.harness import stock
from tests.harness.stock import BOB, HELENA, MARC, Character
from tests.races.race import close_applications

HELENAS, MARCS, BOBS = 1, 2, 3
DAY = timedelta(days=1)
Press = tuple[int, str]
"""The account that presses, and the data of its button."""


@dataclass(frozen=True)
class Presses:
    """What two presses are of, what is said in answer to each, and what has to be so then."""

    prepare: Callable[[Session, int, datetime], tuple[Press, Press]]
    said: tuple[str, str]
    """Words of the two answers, in any order; an empty one allows anything."""
    holds: Callable[[Session], object]
    rounds: int = 15


def settled(session: Session, now: datetime) -> tuple[Person, Person, Person]:
    """Return two coordinators and an official, standing as at the beginning."""
    found = session.exec(select(Person).order_by(col(Person.id)).limit(3)).all()
    if not found:
        known = ((HELENA, HELENAS), (MARC, MARCS), (BOB, BOBS))
        found = [stock.admit(session, who, account, now=now) for who, account in known]
    helena, marc, bob = found
    for one in (helena, marc):
        one.role, one.standing, one.language = Role.COORDINATOR, Standing.ACTIVE, "en"
    bob.standing = Standing.ACTIVE
    for each in session.exec(select(Form)).all():
        session.delete(each)
    session.flush()
    return helena, marc, bob


def form(session: Session, account: int, kind: str, answers: dict[str, Any], **values: Any) -> Form:
    """Leave an account a form that stands at its review."""
    made = Form(telegram_id=account, active_chat=account, kind=kind, answers=answers, **values)
    session.add(made)
    session.flush()
    return made


def a_draft(session: Session, number: int, now: datetime) -> tuple[Press, Press]:
    _, _, bob = settled(session, now)
    values = stock.update(chamber_id="IE-DAI", title=f"Pattern {number}")
    like = updates.submit(session, network(), values, by=bob, now=now)
    answers = UPDATE_FIELDS.answers(like, stored.codes_of(session, UPDATE_FIELDS.links, like.id))
    answers |= {"chamber": "IE-DAI", "title": f"Draft {number}"}
    skipped = UPDATE_FIELDS.left_open(answers)
    times = {"created_at": now, "updated_at": now}
    draft = form(session, BOBS, report.KIND, answers, skipped=skipped, **times)
    press = (BOBS, FORM.data(draft, draft.version, FormAction.SUBMIT))
    return press, press


def an_announcement(session: Session, number: int, now: datetime) -> tuple[Press, Press]:
    helena, _, _ = settled(session, now)
    meeting = stock.announce(session, helena, now=now, title=f"Pattern {number}")
    answers = MEETING_FIELDS.answers(meeting) | {"title": f"Announced {number}"}
    skipped = MEETING_FIELDS.left_open(answers)
    times = {"created_at": now, "updated_at": now}
    made = form(session, HELENAS, announcement.KIND, answers, skipped=skipped, **times)
    mark = announcement.digest(made, audience.of_network(session))
    press = (HELENAS, ANNOUNCEMENT.data(AnnouncementAction.SEND, made, made.version, mark))
    return press, press


def a_change_by_two(session: Session, number: int, now: datetime) -> tuple[Press, Press]:
    helena, _, _ = settled(session, now)
    meeting = stock.announce(session, helena, now=now, title=f"Meeting {number}")
    known = MEETING_FIELDS.answers(meeting) | {"based_on": meeting.revision}
    presses = []
    for account in (HELENAS, MARCS):
        answers = known | {"title": f"Changed {number} by {account}"}
        skipped = MEETING_FIELDS.left_open(answers)
        values = {"subject_id": meeting.id, "created_at": now, "updated_at": now}
        made = form(session, account, change.CHANGE, answers, skipped=skipped, **values)
        presses.append((account, FORM.data(made, made.version, FormAction.SUBMIT)))
    return presses[0], presses[1]


def an_offer(session: Session, number: int, now: datetime) -> tuple[Press, Press]:
    settled(session, now)
    text = "We received a delegation of the parliament of Montenegro on 2 March 2027 on security"
    waiting = offers.keep(session, BOBS, text, number, now=now)
    yes, no = OFFER.data(OfferAction.YES, waiting), OFFER.data(OfferAction.NO, waiting)
    return (BOBS, no), (BOBS, no if number % 2 else yes)


def an_invitation_to_answer(session: Session, number: int, now: datetime) -> tuple[Press, Press]:
    helena, _, _ = settled(session, now)
    meeting = stock.announce(session, helena, now=now, title=f"Meeting {number}")
    press = (BOBS, RSVP.data(meeting, meeting.sequence, Choice.ONLINE))
    return press, press


def an_application(session: Session, number: int, now: datetime) -> tuple[Press, Press]:
    settled(session, now)
    registration = Registration(1000 + number, "Alice", "en", ("FI-EDU",), now)
    press = VERDICT.data(Verdict.YES, people.apply(session, registration, now=now))
    return (HELENAS, press), (MARCS, press)


def each_other(act: MemberAct) -> Any:
    def prepare(session: Session, number: int, now: datetime) -> tuple[Press, Press]:
        helena, marc, _ = settled(session, now)
        if number % 2:  # a third one stays in every other round: there rights alone decide
            third = Character("Third", None, Role.COORDINATOR)
            stock.admit(session, third, 2000 + number, now=now)
        else:
            for other in session.exec(select(Person).where(Person.name == "Third")).all():
                other.role = Role.OBSERVER
        return (
            (HELENAS, MEMBER.data(MemberAction.DO, act, marc)),
            (MARCS, MEMBER.data(MemberAction.DO, act, helena)),
        )

    return prepare


def withdrawn_by_two(session: Session, number: int, now: datetime) -> tuple[Press, Press]:
    _, _, bob = settled(session, now)
    values = stock.update(chamber_id="IE-DAI", title=f"Activity {number}")
    found = updates.submit(session, network(), values, by=bob, now=now)
    press = UPDATE.data(UpdateAction.WITHDRAW_YES, found)
    return (HELENAS, press), (BOBS, press)


def submitted_and_suspended(session: Session, number: int, now: datetime) -> tuple[Press, Press]:
    press, _ = a_draft(session, number, now)
    bob = session.exec(select(Person).where(Person.telegram_id == BOBS)).one()
    return press, (HELENAS, MEMBER.data(MemberAction.DO, MemberAct.SUSPEND, bob))


def two_bearers(session: Session, number: int, now: datetime) -> tuple[Press, Press]:
    settled(session, now)
    code = people.invite(session, Role.OBSERVER, None, by=None, now=now, valid_for=DAY)
    invitation = people.open_invitation(session, code, now=now)
    answers = {"role": "observer", "language": "en", "privacy": "yes", "name": "Alice"}
    presses = []
    for account in (10_000 + 2 * number, 10_001 + 2 * number):
        times = {"created_at": now, "updated_at": now}
        made = form(session, account, "registration", answers, subject_id=invitation.id, **times)
        presses.append((account, FORM.data(made, made.version, FormAction.SUBMIT)))
    return presses[0], presses[1]


def a_registration(session: Session, number: int, now: datetime) -> tuple[Press, Press]:
    settled(session, now)
    answers = {"language": "en", "privacy": "yes", "country": "FI", "name": "Alice"}
    times = {"created_at": now, "updated_at": now, "skipped": ["unit", "email"]}
    close_applications(session)
    made = form(session, 20_000 + number, "registration", answers, **times)
    press = (20_000 + number, FORM.data(made, made.version, FormAction.SUBMIT))
    return press, press


def titled(model: Any, word: str) -> Callable[[Session], bool]:
    """Return whether each title that begins with a word is there once."""

    def holds(session: Session) -> bool:
        titles = session.exec(select(model.title).where(col(model.title).startswith(word))).all()
        return len(titles) == len(set(titles)) > 0

    return holds


def one_coordinator_at_least(session: Session) -> object:
    query = select(Person).where(
        Person.role == Role.COORDINATOR, Person.standing == Standing.ACTIVE
    )
    return session.exec(query).first()


def each_invitation_admitted_one(session: Session) -> bool:
    alice = select(Person).where(Person.name == "Alice", Person.role == Role.OBSERVER)
    used = select(Invitation).where(
        Invitation.role == Role.OBSERVER, col(Invitation.used_at).is_not(None)
    )
    return len(session.exec(alice).all()) == len(session.exec(used).all())


def one_answer_each(session: Session) -> bool:
    asked = session.exec(select(Meeting)).all()
    return len(session.exec(select(Answer)).all()) == len(asked)


PRESSES = {
    "a draft submitted twice": Presses(
        a_draft, ("IE-DAI", "form or draft has ended"), titled(ProjectUpdate, "Draft")
    ),
    "an announcement sent twice": Presses(
        an_announcement, ("notice is being sent", "sent already"), titled(Meeting, "Announced")
    ),
    "a meeting changed by two": Presses(
        a_change_by_two, ("", "Somebody changed this meeting before you"), lambda _session: True
    ),
    "an offer answered twice": Presses(
        an_offer, ("", "offer has ended"), lambda session: not offers.of_chat(session, BOBS)
    ),
    "an answer given twice": Presses(an_invitation_to_answer, ("Noted", "Noted"), one_answer_each),
    "approved by two": Presses(
        an_application, ("was approved by", "already been approved by"), lambda _session: True
    ),
    "two coordinators demote each other": Presses(
        each_other(MemberAct.DEMOTE), ("Done", ""), one_coordinator_at_least
    ),
    "two coordinators suspend each other": Presses(
        each_other(MemberAct.SUSPEND), ("Done", ""), one_coordinator_at_least
    ),
    "an activity withdrawn by two": Presses(
        withdrawn_by_two, ("-IE-DAI-", "Nothing was changed"), lambda _session: True
    ),
    "submitted while being suspended": Presses(
        submitted_and_suspended, ("Done", ""), lambda _session: True
    ),
    "two bearers of an invitation": Presses(
        two_bearers, ("", "has been used already"), each_invitation_admitted_one
    ),
    "a registration sent twice": Presses(
        a_registration, ("", "form or draft has ended"), lambda _session: True
    ),
}
