"""The races of the services: a new *check, then write* is one entry here."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session, col, func, select

from bot.meetings import service as meetings
from bot.people import membership, personal_data
from bot.people import service as people
from bot.people.service import Registration
from bot.reminders import service as reminders
from bot.updates import service as updates
from config.network import network
from storage import chats, marks
from storage.models import (
    Answer,
    AuditEntry,
    Choice,
    Delivery,
    Invitation,
    Meeting,
    NilReturn,
    Person,
    Project,
    ProjectUpdate,
    Role,
    Standing,
    Visitor,
)
from tests.harness import stock
from tests.harness.stock import Character
from tests.races.race import DONE, Race, ends

ACCOUNTS = 500_000
DAY = timedelta(days=1)


def account(number: int, at: int = 0) -> int:
    """Return a Telegram account of a round's own."""
    return ACCOUNTS + 10 * number + at


def member(
    session: Session,
    number: int,
    at: int,
    now: datetime,
    *,
    role: Role = Role.CORRESPONDENT,
    chamber: str | None = None,
) -> Person:
    """Let somebody in, for a round."""
    who = Character(f"Member {chr(65 + at)}", chamber, role)
    return stock.admit(session, who, account(number, at), now=now)


def registration(number: int, at: int, now: datetime, *chambers: str) -> Registration:
    return Registration(account(number, at), "Alice", "en", chambers or ("IE-DAI",), now)


def coordinators_left(session: Session, _made: Any = None) -> int:
    query = select(func.count()).where(
        col(Person.role) == Role.COORDINATOR, col(Person.standing) == Standing.ACTIVE
    )
    return session.exec(query).one()


def of(session: Session, model: Any, row_id: int) -> Any:
    return session.get_one(model, row_id)


# --- invitations and registrations ---------------------------------------------------------------


def one_invitation(session: Session, number: int, now: datetime) -> tuple[int, int]:
    code = people.invite(session, Role.COORDINATOR, None, by=None, now=now, valid_for=DAY)
    return people.open_invitation(session, code, now=now).id, number


def accepts(at: int) -> Any:
    def look(session: Session, made: tuple[int, int], now: datetime) -> Any:
        invitation, number = made
        session.get(Invitation, invitation)
        who = registration(number, at, now)
        return lambda: people.accept(session, invitation, who, now=now)

    return look


def one_was_admitted(session: Session, made: tuple[int, int]) -> bool:
    _, number = made
    accounts = [account(number, at) for at in (0, 1)]
    return len(session.exec(select(Person).where(col(Person.telegram_id).in_(accounts))).all()) == 1


def two_invitations(session: Session, number: int, now: datetime) -> tuple[int, int, int]:
    return (*(one_invitation(session, number, now)[0] for _ in range(2)), number)


def accepts_of_two(which: int) -> Any:
    def look(session: Session, made: tuple[int, int, int], now: datetime) -> Any:
        invitation, who = made[which], registration(made[2], 0, now)
        session.exec(select(Person).where(Person.telegram_id == who.telegram_id)).first()
        return lambda: people.accept(session, invitation, who, now=now)

    return look


def applies(session: Session, number: int, now: datetime) -> Any:
    who = registration(number, 0, now)
    session.exec(select(Person).where(Person.telegram_id == who.telegram_id)).first()
    return lambda: people.apply(session, who, now=now)


def one_application(session: Session, number: int) -> bool:
    found = session.exec(select(Person).where(Person.telegram_id == account(number))).all()
    applied = session.exec(
        select(AuditEntry).where(AuditEntry.subject == f"person:{found[0].id}")
    ).all()
    return len(found) == 1 and len(applied) == 1


def who_had_left(session: Session, number: int, now: datetime) -> int:
    people.apply(session, registration(number, 0, now), now=now)
    found = session.exec(select(Person).where(Person.telegram_id == account(number))).one()
    found.standing = Standing.DECLINED
    session.add(found)
    return number


# --- what coordinators decide --------------------------------------------------------------------


def applicant(session: Session, number: int, now: datetime) -> tuple[int, int]:
    by = session.exec(select(Person).where(Person.name == "Helena")).first()
    if by is None:
        by = stock.admit(session, stock.HELENA, 1, now=now)
    return people.apply(session, registration(number, 0, now), now=now).id, by.id


def decides(how: Any) -> Any:
    def look(session: Session, made: tuple[int, int], now: datetime) -> Any:
        person, by = of(session, Person, made[0]), of(session, Person, made[1])
        return lambda: how(session, person, by, now)

    return look


approves = decides(
    lambda session, person, by, now: people.approve(session, person.id, by=by, now=now)
)
declines = decides(
    lambda session, person, by, now: people.decline(session, person.id, None, by=by, now=now)
)


def decided_once(session: Session, made: tuple[int, int]) -> bool:
    acts = ("person.approved", "person.declined")
    query = select(AuditEntry).where(
        AuditEntry.subject == f"person:{made[0]}", col(AuditEntry.act).in_(acts)
    )
    return len(session.exec(query).all()) == 1


def two_coordinators(session: Session, number: int, now: datetime) -> tuple[int, int]:
    """Leave exactly two coordinators."""
    found = session.exec(select(Person).where(Person.name == "Twin").order_by(col(Person.id))).all()
    if len(found) != 2:  # whoever left has no name any more
        for one in found:
            one.name = "Somebody"
        twin = Character("Twin", None, Role.COORDINATOR)
        found = [stock.admit(session, twin, account(number, at), now=now) for at in (0, 1)]
    for other in session.exec(select(Person).where(Person.role == Role.COORDINATOR)).all():
        other.role = Role.OBSERVER
    for one in found:
        one.role, one.standing = Role.COORDINATOR, Standing.ACTIVE
    first, second = found
    return first.id, second.id


def to_each_other(how: Any, *, turned: bool = False) -> Any:
    def look(session: Session, made: tuple[int, int], now: datetime) -> Any:
        a, b = (of(session, Person, one) for one in (reversed(made) if turned else made))
        return lambda: how(session, a, b, now)

    return look


def demotes(session: Session, person: Person, by: Person, now: datetime) -> None:
    membership.give_role(session, network(), person, Role.OBSERVER, by=by, now=now)


def suspends(session: Session, person: Person, by: Person, now: datetime) -> None:
    membership.suspend(session, person, by=by, now=now)


def leaves(session: Session, person: Person, _by: Person, now: datetime) -> None:
    personal_data.erase(session, network(), person, update_id=0, now=now)


def member_and_coordinator(session: Session, number: int, now: datetime) -> tuple[int, int]:
    _, by = applicant(session, number, now)
    return member(session, number, 1, now).id, by


def suspended_and_coordinator(session: Session, number: int, now: datetime) -> tuple[int, int]:
    made = member_and_coordinator(session, number, now)
    of(session, Person, made[0]).standing = Standing.SUSPENDED
    return made


reinstates = decides(
    lambda session, person, by, now: membership.reinstate(
        session, network(), person, by=by, now=now
    )
)
promotes = decides(
    lambda session, person, by, now: membership.give_role(
        session, network(), person, Role.COORDINATOR, by=by, now=now
    )
)


def is_lost(session: Session, made: tuple[int, int], now: datetime) -> Any:
    of(session, Person, made[0])
    return lambda: people.lost(session, made[0], "blocked the bot", now=now)


def told_once_of_the_lost(session: Session, made: tuple[int, int]) -> bool:
    query = select(AuditEntry).where(
        AuditEntry.subject == f"person:{made[0]}", AuditEntry.act == "person.unreachable"
    )
    return len(session.exec(query).all()) == 1


def next_coordinator(session: Session, number: int, now: datetime) -> tuple[int, int, int]:
    return (*member_and_coordinator(session, number, now), number)


def a_stranger_applies(session: Session, made: tuple[int, int, int], now: datetime) -> Any:
    who = registration(made[2], 2, now)
    return lambda: people.apply(session, who, now=now)


def the_new_one_has_the_card(session: Session, made: tuple[int, int, int]) -> bool:
    query = select(Person.id).where(Person.telegram_id == account(made[2], 2))
    who = session.exec(query).one()
    cards = session.exec(
        select(Delivery).where(Delivery.kind == "application", Delivery.person_id == made[0])
    ).all()
    return any(card.about["person_id"] == who for card in cards)


# --- meetings ------------------------------------------------------------------------------------


def a_meeting(session: Session, number: int, now: datetime) -> tuple[int, int, int]:
    """Announce a meeting to a chamber's official; return it, the official and a coordinator."""
    by = session.exec(select(Person).where(Person.name == "Helena")).first()
    if by is None:
        by = stock.admit(session, stock.HELENA, 1, now=now)
        stock.admit(session, stock.BOB, 2, now=now)
    bob = session.exec(select(Person).where(Person.name == "Bob")).one()
    for earlier in session.exec(select(Meeting)).all():
        earlier.ends_at = now - DAY  # its reminders are nobody's concern any more
    return stock.announce(session, by, now=now, title=f"Meeting {number}").id, bob.id, by.id


def on_a_meeting(how: Any) -> Any:
    def look(session: Session, made: tuple[int, int, int], now: datetime) -> Any:
        meeting = of(session, Meeting, made[0])
        bob, helena = of(session, Person, made[1]), of(session, Person, made[2])
        return lambda: how(session, meeting, bob, helena, now)

    return look


@on_a_meeting
def answers(session, meeting, bob, _helena, now):
    # As under the card of the announcement.
    meetings.answer(session, network(), meeting, bob, Choice.ONLINE, sequence=0, now=now)


def changing(name: str, value: Any) -> Any:
    @on_a_meeting
    def look(session, meeting, _bob, helena, now):
        values = {name: value(meeting) if callable(value) else value}
        meetings.change(
            session,
            network(),
            meeting,
            values,
            by=helena,
            now=now,
            card=(0, None),
            revision=1,
        )

    return look


@on_a_meeting
def cancels(session, meeting, _bob, helena, now):
    meetings.cancel(session, network(), meeting, None, by=helena, now=now, card=(0, None))


def answered_before(act: str) -> Any:
    """Return whether an answer, if it was taken, came before the meeting's change or end."""

    def holds(session: Session, made: tuple[int, int, int]) -> bool:
        query = select(AuditEntry).where(AuditEntry.subject == f"meeting:{made[0]}")
        acts = [entry.act for entry in session.exec(query.order_by(col(AuditEntry.id))).all()]
        given = session.get(Answer, made[:2])
        if given is None:
            return "meeting.answered" not in acts
        return acts.index("meeting.answered") < acts.index(act)

    return holds


def changed_once(session: Session, made: tuple[int, int, int]) -> bool:
    return of(session, Meeting, made[0]).revision == 2


def an_applicant_while_announced(
    session: Session, number: int, now: datetime
) -> tuple[int, int, int]:
    person, by = applicant(session, number, now)
    for earlier in session.exec(select(Meeting)).all():
        earlier.ends_at = now - DAY
    return person, by, number


def announces(session: Session, made: tuple[int, int, int], now: datetime) -> Any:
    by = of(session, Person, made[1])
    return lambda: stock.announce(session, by, now=now, title=f"Meeting {made[2]}")


def who_was_admitted_is_invited(session: Session, made: tuple[int, int, int]) -> bool:
    meeting = session.exec(select(Meeting).where(Meeting.title == f"Meeting {made[2]}")).one()
    query = select(Delivery).where(
        Delivery.meeting_id == meeting.id,
        Delivery.person_id == made[0],
        Delivery.kind == "notice",
    )
    return len(session.exec(query).all()) == 1


@on_a_meeting
def has_nothing_to_report(session, meeting, bob, _helena, now):
    reminders.nothing_to_report(session, network(), meeting, ["IE-DAI"], by=bob.id, now=now)


def said_once(session: Session, made: tuple[int, int, int]) -> bool:
    entries = session.exec(
        select(AuditEntry).where(
            AuditEntry.act == "chamber.nothing_to_report",
            AuditEntry.subject == f"meeting:{made[0]}",
        )
    ).all()
    query = select(NilReturn).where(NilReturn.meeting_id == made[0])
    return len(entries) == len(session.exec(query).all()) == 1


# --- activities ----------------------------------------------------------------------------------


def a_reporter(session: Session, number: int, now: datetime) -> tuple[int, int, int]:
    found = session.exec(select(Person).where(Person.name == "Bob")).first()
    bob = found or stock.admit(session, stock.BOB, 2, now=now)
    return bob.id, number, 0


def an_activity(session: Session, number: int, now: datetime) -> tuple[int, int, int]:
    bob, _, _ = a_reporter(session, number, now)
    values = stock.update(chamber_id="IE-DAI", title=f"Activity {number}")
    by = of(session, Person, bob)
    return bob, number, updates.submit(session, network(), values, by=by, now=now).id


def submits(title: str) -> Any:
    def look(session: Session, made: tuple[int, int, int], now: datetime) -> Any:
        by = of(session, Person, made[0])
        # A year of each round's own, as a reference counts from 1 in each; and a programme.
        start = date(2001 + made[1], 3, 1)
        values = stock.update(
            chamber_id="IE-DAI", title=title, start=start, end=start, programme=f"p{made[1]}"
        )
        return lambda: updates.submit(session, network(), values, by=by, now=now)

    return look


def two_references_and_a_project(session: Session, made: tuple[int, int, int]) -> bool:
    found = session.exec(
        select(ProjectUpdate).where(ProjectUpdate.programme == f"p{made[1]}")
    ).all()
    query = select(Project).where(Project.programme == f"p{made[1]}")
    return (
        len({one.ref for one in found}) == 2
        and {one.ref[-3:] for one in found} == {"001", "002"}
        and len(session.exec(query).all()) == 1
    )


def on_an_activity(how: Any) -> Any:
    def look(session: Session, made: tuple[int, int, int], now: datetime) -> Any:
        by, found = of(session, Person, made[0]), of(session, ProjectUpdate, made[2])
        return lambda: how(session, found, by, now)

    return look


def revises(title: str) -> Any:
    @on_an_activity
    def look(session, found, by, now):
        values = stock.update(chamber_id="IE-DAI", title=title)
        updates.revise(session, network(), found, values, version=1, by=by, now=now)

    return look


@on_an_activity
def withdraws(session, found, by, now):
    updates.withdraw(session, network(), found, by=by, now=now)


# --- what is nobody's in particular --------------------------------------------------------------


def a_mark(_session: Session, number: int, _now: datetime) -> str:
    return f"mark {number}"


def puts_a_mark(session: Session, name: str, now: datetime) -> Any:
    marks.get(session, name)
    return lambda: marks.put(session, name, now)


def a_plan(session: Session, number: int, now: datetime) -> str:
    marks.put(session, reminders.PLAN, now, f"before {number}")
    return ""


def plans_anew(session: Session, _made: str, now: datetime) -> Any:
    marks.get(session, reminders.PLAN)
    return lambda: (
        "anew" if reminders.replan_if_changed(session, network(), now=now) else "as it was"
    )


def a_group(session: Session, number: int, now: datetime) -> int:
    session.add(Visitor(telegram_id=-account(number), language="en", chosen_at=now))
    return number


def moves(session: Session, number: int, _now: datetime) -> Any:
    return lambda: (
        "moved" if chats.replace(session, -account(number), -account(number, 1)) else DONE
    )


def it_moved(session: Session, number: int) -> bool:
    return session.get(Visitor, -account(number, 1)) is not None


BOTH = (DONE, DONE)
RACES = {
    "two people with one invitation": Race(
        one_invitation,
        (accepts(0), accepts(1)),
        ends((DONE, "InvitationRefused used")),
        one_was_admitted,
    ),
    "one account with two invitations": Race(
        two_invitations,
        (accepts_of_two(0), accepts_of_two(1)),
        ends((DONE, "AlreadyRegistered")),
        rounds=30,
    ),
    "one account registers twice": Race(
        lambda _session, number, _now: number,
        (applies, applies),
        ends((DONE, "AlreadyRegistered")),
        one_application,
    ),
    "who was declined applies twice": Race(
        who_had_left, (applies, applies), ends((DONE, "AlreadyRegistered")), rounds=30
    ),
    "approved and declined": Race(
        applicant, (approves, declines), ends((DONE, "AlreadyDecided")), decided_once
    ),
    "approved twice": Race(
        applicant, (approves, approves), ends((DONE, "AlreadyDecided")), decided_once, rounds=50
    ),
    "two coordinators demote each other": Race(
        two_coordinators,
        (to_each_other(demotes), to_each_other(demotes, turned=True)),
        ends((DONE, "LastCoordinator")),
        coordinators_left,
    ),
    "two coordinators suspend each other": Race(
        two_coordinators,
        (to_each_other(suspends), to_each_other(suspends, turned=True)),
        ends((DONE, "LastCoordinator")),
        coordinators_left,
        rounds=50,
    ),
    "the last two coordinators leave": Race(
        two_coordinators,
        (to_each_other(leaves), to_each_other(leaves, turned=True)),
        ends((DONE, "OnlyCoordinator")),
        coordinators_left,
        rounds=50,
    ),
    "one leaves, the other is demoted": Race(
        two_coordinators,
        (to_each_other(leaves), to_each_other(demotes, turned=True)),
        ends((DONE, "LastCoordinator"), (DONE, "OnlyCoordinator")),
        coordinators_left,
        rounds=50,
    ),
    "suspended twice": Race(
        member_and_coordinator, (decides(suspends),) * 2, ends((DONE, "NotNow")), rounds=30
    ),
    "reinstated twice": Race(
        suspended_and_coordinator, (reinstates, reinstates), ends((DONE, "NotNow")), rounds=30
    ),
    "made a coordinator twice": Race(
        member_and_coordinator, (promotes, promotes), ends((DONE, "NotNow")), rounds=20
    ),
    "suspended and made a coordinator": Race(
        member_and_coordinator,
        (decides(suspends), promotes),
        ends((DONE, "NotNow"), BOTH),
        lambda session, made: of(session, Person, made[0]).standing is Standing.SUSPENDED,
        rounds=20,
    ),
    "found unreachable twice": Race(
        member_and_coordinator, (is_lost, is_lost), ends(BOTH), told_once_of_the_lost, rounds=30
    ),
    "an application while a coordinator is made": Race(
        next_coordinator,
        (a_stranger_applies, promotes),
        ends(BOTH),
        the_new_one_has_the_card,
        rounds=15,
    ),
    "an answer while the meeting is cancelled": Race(
        a_meeting,
        (answers, cancels),
        ends((DONE, "Cancelled"), BOTH),
        answered_before("meeting.cancelled.told"),
        rounds=60,
    ),
    "an answer while the meeting is moved": Race(
        a_meeting,
        (answers, changing("starts_at", lambda meeting: meeting.starts_at + timedelta(hours=1))),
        ends((DONE, "ChangedMeanwhile"), BOTH),
        answered_before("meeting.moved"),
        rounds=60,
    ),
    "two changes of one revision": Race(
        a_meeting,
        (changing("title", "One"), changing("agenda", "Two")),
        ends((DONE, "ChangedMeanwhile")),
        changed_once,
        rounds=60,
    ),
    "cancelled twice": Race(a_meeting, (cancels, cancels), ends((DONE, "Cancelled")), rounds=30),
    "changed and cancelled": Race(
        a_meeting,
        (changing("place", "Paris"), cancels),
        ends((DONE, "Cancelled"), BOTH),
        rounds=30,
    ),
    "admitted while a meeting is announced": Race(
        an_applicant_while_announced,
        (approves, announces),
        ends(BOTH),
        who_was_admitted_is_invited,
        rounds=30,
    ),
    "nothing to report, said twice": Race(
        a_meeting,
        (has_nothing_to_report, has_nothing_to_report),
        ends(BOTH),
        said_once,
        rounds=30,
    ),
    "two activities of a chamber": Race(
        a_reporter,
        (submits("One"), submits("Two")),
        ends(BOTH),
        two_references_and_a_project,
        rounds=60,
    ),
    "two versions of an activity": Race(
        an_activity, (revises("One"), revises("Two")), ends((DONE, "ChangedMeanwhile")), rounds=60
    ),
    "changed and withdrawn": Race(
        an_activity, (revises("One"), withdraws), ends((DONE, "Withdrawn"), BOTH), rounds=50
    ),
    "withdrawn twice": Race(an_activity, (withdraws,) * 2, ends((DONE, "Withdrawn")), rounds=30),
    "a mark set twice": Race(a_mark, (puts_a_mark, puts_a_mark), ends(BOTH), rounds=30),
    "two processes with another plan": Race(
        a_plan, (plans_anew, plans_anew), ends(("anew", "as it was")), rounds=30
    ),
    "a group that moves, told of twice": Race(
        a_group, (moves, moves), ends((DONE, "moved")), it_moved, rounds=30
    ),
}
