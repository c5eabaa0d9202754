"""A town with somebody of every standing, each with what they kept of the time as a member."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Table
from sqlalchemy import select as rows_of
from sqlmodel import SQLModel, col, select

from bot.chat import callback_data
from bot.chat import callbacks as chat_callbacks
from bot.chat.callback_data import Code, Number
from bot.chat.callbacks import FORM, FormAction
from bot.core.messages import TOAST_LIMIT, plain, shorten
from bot.core.texts import Texts
from bot.desk import callbacks as desk_callbacks
from bot.features import REGISTRY
from bot.meetings import callbacks as meetings_callbacks
from bot.people import callbacks as people_callbacks
from bot.people import membership
from bot.people import service as joining
from bot.reminders import callbacks as reminders_callbacks
from bot.reminders import service as reminders
from bot.standin.world import Person as Actor
from bot.standin.world import Query
from bot.updates import callbacks as updates_callbacks
from bot.updates import service as updates
from bot.updates.fields import UPDATE_FIELDS
from config.network import network
from storage import forms
from storage import people as stored_people
from storage.database import table_of
from storage.models import (
    ApplicationQuestion,
    Choice,
    Delivery,
    DeliveryState,
    Form,
    Format,
    Invitation,
    Meeting,
    Notice,
    OfferedText,
    Person,
    ProjectUpdate,
    Role,
    RoleChange,
    Standing,
)
from tests.chat.rights import ROLES, Who, refusal, standing_of
from tests.desk.test_forecast import announce
from tests.harness.network import Harness

made = SimpleNamespace(
    **{
        name: value
        for module in (
            chat_callbacks,
            desk_callbacks,
            meetings_callbacks,
            people_callbacks,
            reminders_callbacks,
            updates_callbacks,
        )
        for name, value in vars(module).items()
        if name[0].isupper()
    }
)
"""Every kind of button of every feature, by the name that the code gives it."""

SAY = Texts("en")
TO_JOIN = SAY("to-join-open")
MEETING = "A meeting behind closed doors"
ACTIVITY = "An activity behind closed doors"
NAMES = {who: f"Zoltan-{who}" for who in Who if who is not Who.NOBODY}
SECRETS = (MEETING, ACTIVITY, "Helena", "Victim", "Zoltan")
UNSAID = {"inbox", "lane", "process", "pace_slot", "mark"}
"""Tables of the machinery: who wrote what is not in them once it was answered."""
SEALING = {"number", "salt", "commitment", "digest"}
CLOSED = {
    said: key
    for key in ("stranger", *(one for one in Standing if one is not Standing.ACTIVE))
    for said in [SAY.plain(f"closed-{key}", join=TO_JOIN)]
} | {SAY.plain(key): key for key in ("closed-to-observer", "closed-coordinators")}
OLD = SAY.plain("button-old")
FAULT = SAY.plain("fault", reference="").partition(".")[0]


@dataclass
class Everybody:
    """The people of the network by their standing, and the rows that their buttons name."""

    harness: Harness
    actors: dict[Who, Actor]
    helena: Actor
    meeting: Meeting
    notice: Notice
    activity: ProjectUpdate
    applicants: list[Person]
    victims: list[Person]
    invitations: list[Invitation]
    question: ApplicationQuestion
    change: RoleChange
    own: dict[Who, dict[str, Any]] = field(default_factory=dict)

    def without(self, may: frozenset[Who]) -> dict[Who, Actor]:
        """Return those who may not."""
        return {who: actor for who, actor in self.actors.items() if who not in may}


async def gather(
    harness: Harness, *, language: str = "en", written: Callable[[str], str] = str
) -> Everybody:
    """Let everybody be a member while a meeting and an activity come, then what they are.

    What people have *written*, their names too, goes through that function.
    """
    helena = await harness.member(written("Helena"), Role.COORDINATOR, "EU-EP", language=language)
    actors = {Who.NOBODY: harness.world.person(written("Nobody"), language_code=language)}
    for who, name in NAMES.items():
        seated = None if who is Who.OBSERVER else "IE-DAI"
        role = Role.OBSERVER if who is Who.OBSERVER else Role.COORDINATOR
        actors[who] = await harness.member(written(name), role, seated, language=language)
    others = [
        (await harness.member(written(f"Victim {at}"), chamber="FI-EDU", language=language)).id
        for at in range(8)
    ]
    announce(harness, written(MEETING), date(2027, 3, 11), reply_day=date(2027, 2, 25))
    await harness.settle()
    with harness.database.transaction() as session:
        by = stored_people.by_telegram_id(session, helena.id)
        _report(session, by, written, now=harness.clock.now())
        for who, actor in actors.items():
            row = stored_people.by_telegram_id(session, actor.id)
            if row is not None:
                row.role, row.standing = ROLES[who], standing_of(who)
        rows = [stored_people.by_telegram_id(session, account) for account in others]
        for row in rows[:3]:
            row.standing = Standing.APPLICANT
        rows[4].standing, rows[6].role = Standing.SUSPENDED, Role.COORDINATOR
        now, span = harness.clock.now(), timedelta(days=7)
        for _ in range(2):
            joining.invite(session, Role.OBSERVER, None, by=by.id, now=now, valid_for=span)
        asked = {"asked_by": by.id, "asked_at": now, "question": "Who knows you?"}
        session.add(ApplicationQuestion(person_id=rows[0].id, **asked))
    for actor in actors.values():
        actor.send("/help")
    await harness.settle()
    with harness.database.reading() as session:
        people = [stored_people.by_telegram_id(session, account) for account in others]
        everybody = Everybody(
            harness,
            actors,
            helena,
            session.exec(select(Meeting)).one(),
            session.exec(select(Notice)).one(),
            session.exec(select(ProjectUpdate)).one(),
            people[:3],
            people[3:],
            session.exec(select(Invitation).where(col(Invitation.used_at).is_(None))).all()[-2:],
            session.exec(select(ApplicationQuestion)).one(),
            session.exec(select(RoleChange)).first(),
        )
        session.expunge_all()
    for who in actors:
        everybody.own[who] = _own_rows(everybody, who)
    return everybody


def _report(session, by, written, *, now):
    values = UPDATE_FIELDS.complete(
        chamber_id="IE-DAI",
        title=written(ACTIVITY),
        partners=["ME"],
        kind="study_visit",
        themes=["committees"],
        programme="inter_pares",
        status="completed",
        start=date(2026, 11, 5),
        start_precision="day",
        end=date(2026, 11, 6),
        end_precision="day",
        format=Format.IN_PERSON,
        summary=written("A visit."),
        summary_language="en",
        sharing="network",
    )
    updates.submit(session, network(), values, by=by, now=now)


def _own_rows(everybody: Everybody, who: Who) -> dict[str, Any]:
    """Keep for somebody what only their own buttons name, as if they had been a member before."""
    harness, actor = everybody.harness, everybody.actors[who]
    now, rule = harness.clock.now(), network().reminders[0]
    with harness.database.transaction() as session:
        person = stored_people.by_telegram_id(session, actor.id)
        reminder = person and Delivery(
            key=f"own:{who}",
            person_id=person.id,
            kind=reminders.KIND,
            meeting_id=everybody.meeting.id,
            about={"rule": rule.kind, "offset": rule.offset},
            state=DeliveryState.SENT,
            due_at=now,
            next_try_at=now,
            created_at=now,
        )
        session.add(reminder) if reminder else None
        offers = [
            OfferedText(telegram_id=actor.id, text="A visit", message_id=1, offered_at=now)
            for _ in range(2)
        ]
        session.add_all(offers)
        sent = _form(session, actor, "announcement", now, {})
        session.flush()
        session.expunge_all()
    return {"person": person, "reminder": reminder, "offers": offers, "announcement": sent}


def _form(session, actor, kind, now, answers):
    form = Form(telegram_id=actor.id, kind=kind, answers=answers, created_at=now, updated_at=now)
    return forms.keep(session, form)


def fill(everybody: Everybody, who: Who, kind: str, message_id: int = 0) -> Form:
    """Let somebody be in the midst of a form, whose first answer *message_id* may have given."""
    first = REGISTRY.forms[kind].questions[0].name
    subject = {
        "decline": everybody.applicants[0].id,
        "ask_applicant": everybody.applicants[0].id,
        "answer_applicant": everybody.question.id,
        "registration": None,
    }
    now = everybody.harness.clock.now()
    with everybody.harness.database.transaction() as session:
        form = forms.add(
            session,
            Form(
                telegram_id=everybody.actors[who].id,
                kind=kind,
                subject_id=subject.get(kind, everybody.meeting.id)
                if kind in {*subject, "meeting_change", "meeting_cancel", "comment"}
                else None,
                answers={"_typed": {"message": message_id, "question": first, "version": 0}},
                created_at=now,
                updated_at=now,
            ),
        )
        session.expunge_all()
    return form


def presses_of(form: Form) -> list[str]:
    """Return the data of a button for everything that the engine does with a form."""
    parts = {Code: "x", Number: 0}
    return [
        FORM.data(form, form.version, action, *(parts[type(part)] for part in action.carries))
        for action in FormAction
    ]


@dataclass(frozen=True)
class Pressed:
    """A button that somebody could have: what it begins with, and its data."""

    name: str
    action: str | None
    data: str

    @property
    def right(self) -> str:
        """The row of the table of rights that is for it."""
        row = REGISTRY.button(self.name, self.action)
        assert row is not None
        names = [name for name in row.names if name[1] in (self.action, None)]
        return ":".join(part for part in names[0] if part)


def buttons(everybody: Everybody, who: Who) -> Iterator[Pressed]:
    """Yield a button of every kind and with every action, the last ones end something."""
    for data in _data_of(everybody, who):
        name, *parts = data.split(":")
        callback = callback_data.declared()[name]
        yield Pressed(name, parts[0] if callback.actions else None, data)


def _data_of(everybody: Everybody, who: Who) -> Iterator[str]:
    own, meeting, activity = everybody.own[who], everybody.meeting, everybody.activity
    other = everybody.own[Who.COORDINATOR]
    reminder, person = own["reminder"] or other["reminder"], own["person"] or other["person"]
    topics = [REGISTRY.kinds.stoppable(network(), role) for role in Role]
    topic = next(one for one in topics[0] if all(one in others for others in topics)).code
    yield made.LANGUAGE.data("en")
    yield made.RUN.data("help")
    yield made.PRIVACY.data(made.PrivacyAction.ALL)
    yield made.PRIVACY.data(made.PrivacyAction.READ, str(network().privacy.version))
    yield made.FORGET.data(made.ForgetAction.NO, person)
    yield made.STAY.data(person)
    yield made.RSVP.data(meeting, meeting.sequence, Choice.ONLINE)
    for act in made.MeetingAction:
        carried = {Meeting: meeting, Notice: everybody.notice, Number(): 0}
        yield made.MEETING.data(act, *(carried[part] for part in act.carries))
    yield made.ANNOUNCEMENT.data(made.AnnouncementAction.TEST, Choice.ONLINE)
    yield made.ANNOUNCEMENT.data(made.AnnouncementAction.SEND, own["announcement"], 0, "abcdef")
    yield made.BOARD.data(made.BoardAction.SHOW)
    yield made.BOARD.data(made.BoardAction.CHAMBERS, 0)
    yield made.BOARD.data(made.BoardAction.OPEN, "FR-SEN")
    yield made.BOARD.data(made.BoardAction.ANSWER, meeting, "FR-SEN", Choice.ONLINE)
    yield made.BOARD.data(made.BoardAction.UNDO, meeting, "FR-SEN")
    yield made.BOARD.data(made.BoardAction.NOTHING, meeting, "FR-SEN")
    yield made.UPDATE.data(made.UpdateAction.FOR, "IE-DAI")
    for act in made.UpdateAction:
        if act not in (made.UpdateAction.WITHDRAW_YES, made.UpdateAction.FOR):
            yield made.UPDATE.data(act, *(activity for _ in act.carries))
    yield made.OFFER.data(made.OfferAction.YES, own["offers"][0])
    yield made.OFFER.data(made.OfferAction.NO, own["offers"][1])
    yield made.PROJECTS.data(made.ProjectsAction.ALL)
    yield made.PROJECTS.data(made.ProjectsAction.LIST, "p=ME", 0)
    yield made.PROJECTS.data(made.ProjectsAction.OPEN, activity)
    yield made.PROJECTS.data(made.ProjectsAction.BY, "theme")
    yield made.WHO.data("p=ME")
    for act in made.ReminderAction:
        yield made.REMINDER.data(act, meeting if act is made.ReminderAction.NOTHING else reminder)
    yield from _data_of_coordinators(everybody)
    for act in made.SettingAction:
        yield made.SETTING.data(act, *(topic for _ in act.carries))
    for act in made.ContactAction:
        yield made.CONTACT.data(act)
    yield made.APPLICANT.data(made.ApplicantAction.ANSWER, everybody.question)
    yield made.ROLE_CHANGE.data(everybody.change)
    yield made.FORECAST.data(made.FORTNIGHT, 0)
    yield made.LOG.data(0)
    yield made.FORM.data(own["announcement"], 0, FormAction.DISCARD)
    yield made.UPDATE.data(made.UpdateAction.WITHDRAW_YES, activity)
    yield made.FORGET.data(made.ForgetAction.YES, person)


def _data_of_coordinators(everybody: Everybody) -> Iterator[str]:
    applicants, victims = everybody.applicants, everybody.victims
    yield made.APPLICATION.data(applicants[0])
    yield made.VERDICT.data(made.Verdict.YES, applicants[1])
    yield made.VERDICT.data(made.Verdict.NO, applicants[2])
    yield made.INVITATION.data(made.InvitationAction.WHOM)
    yield made.INVITATION.data(made.InvitationAction.COUNTRIES)
    yield made.INVITATION.data(made.InvitationAction.COUNTRY, "FR")
    yield made.INVITATION.data(made.InvitationAction.CHAMBER, "FR-SEN")
    yield made.INVITATION.data(made.InvitationAction.ROLE, Role.COORDINATOR)
    yield made.INVITATION.data(made.InvitationAction.OPEN, 0)
    yield made.INVITATION.data(made.InvitationAction.ASK, everybody.invitations[0])
    yield made.INVITATION.data(made.InvitationAction.REVOKE, everybody.invitations[0])
    yield made.COMMAND_LINE.data(made.CommandLineAction.REVOKE, everybody.invitations[1])
    yield made.APPLICANT.data(made.ApplicantAction.ASK, applicants[0])
    yield made.APPLICANT.data(made.ApplicantAction.CODE, applicants[0])
    yield made.MEMBER.data(made.MemberAction.LIST, 0)
    yield made.MEMBER.data(made.MemberAction.OPEN, victims[0], 0)
    yield made.SEAT.data(made.SeatAction.COUNTRIES, victims[2])
    yield made.SEAT.data(made.SeatAction.COUNTRY, victims[2], "FR")
    yield made.SEAT.data(made.SeatAction.ASK, victims[2], "FR")
    yield made.SEAT.data(made.SeatAction.DO, victims[2], "MT-KAM")
    for act, victim in zip(made.MemberAct, victims, strict=True):
        yield made.MEMBER.data(made.MemberAction.ASK, act, victim)
        yield made.MEMBER.data(made.MemberAction.DO, act, victim)


# --- what is compared ------------------------------------------------------------------------


def contents(harness: Harness) -> dict[str, list[str]]:
    """Return every row of every table that is not the machinery's."""
    models = [mapper.class_ for mapper in SQLModel._sa_registry.mappers]
    tables = [table_of(model) for model in models]
    with harness.database.reading() as session:
        return {
            table.name: sorted(str(row) for row in session.execute(rows_of(*_told(table))))
            for table in tables
            if table.name not in UNSAID
        }


def _told(table: Table) -> list[Any]:
    """Return the columns but those that the machinery fills in when it seals an act."""
    return [each for each in table.c if table.name != "act" or each.name not in SEALING]


def shown(actor: Actor) -> list[tuple[int, str]]:
    """Return what somebody has before their eyes."""
    return [(message.id, message.text) for message in actor.received]


def popped_up(query: Query) -> str:
    """Return what was said to a press; every press is answered."""
    assert query.answer is not None, query.data
    return str(query.answer.get("text") or "")


def closed(who: Who, may: frozenset[Who]) -> str:
    """Return what somebody is told who may not."""
    return shorten(plain(SAY(refusal(who, may), join=TO_JOIN)), TOAST_LIMIT)


def give(harness: Harness, actor: Actor, who: Who, *, by: Actor) -> None:
    """Let somebody become a correspondent, an observer, a coordinator or be suspended."""
    with harness.database.transaction() as session:
        person = stored_people.by_telegram_id(session, actor.id)
        decider = stored_people.by_telegram_id(session, by.id)
        now = harness.clock.now()
        if who is Who.SUSPENDED:
            membership.suspend(session, person, by=decider, now=now)
        elif person.standing is Standing.SUSPENDED:
            membership.reinstate(session, network(), person, by=decider, now=now)
        else:
            membership.give_role(session, network(), person, ROLES[who], by=decider, now=now)
