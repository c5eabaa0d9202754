"""The tables. Rules live in the features; here they are backed by keys and constraints.

Four words are taken by Telegram or by the database, so ours differ: Telegram's Update is an
:class:`InboxItem`, our update a :class:`ProjectUpdate`; Telegram's User is a :class:`Person`; its
Message a :class:`Delivery`. Chambers are reference data (``config/data/chambers.json``) and appear
by their id, such as ``FR-SEN``. Instants end in ``_at`` and are aware UTC.

The database gives a row its ``id`` when it is flushed. Services flush before they hand a row on, so
the type of an id is ``int``: nobody asks whether there is one.
"""

import secrets
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel, col

from storage.types import Json, UtcDateTime, values_of

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING
# Tables do not validate, so pydantic need not make what would validate them.
SQLModel.model_config["defer_build"] = True

NEVER_REUSED = {"sqlite_autoincrement": True}
"""For tables that count their own ids: SQLite would give a deleted row's id to the next one."""
SEAL_SIGNS = 8


def new_seal() -> str:
    """Return a seal for a new row."""
    return secrets.token_hex(SEAL_SIGNS // 2)


def new_seals(count: int) -> list[str]:
    """Return a seal for each of *count* rows; asking once for all is quicker than once for each."""
    signs = secrets.token_hex(count * SEAL_SIGNS // 2)
    return [signs[at : at + SEAL_SIGNS] for at in range(0, len(signs), SEAL_SIGNS)]


class Sealed(SQLModel):
    """A row that a button can name.

    The button carries id and seal. The seal is the row's alone and new after a restore, so that a
    button never means a row that it was not sent for. It is no secret and gives no right.
    """

    __table_args__: Any = NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    seal: str = Field(default_factory=new_seal, max_length=SEAL_SIGNS)


class Role(StrEnum):
    """What a person is to the network; an observer reads and is invited, a chamber votes."""

    CORRESPONDENT = "correspondent"
    COORDINATOR = "coordinator"
    OBSERVER = "observer"

    @property
    def speaks_for_chamber(self) -> bool:
        """Whether its people answer, report and are counted for the chambers that they hold."""
        return self in (Role.CORRESPONDENT, Role.COORDINATOR)


class Standing(StrEnum):
    """Where a person stands between asking to join and leaving."""

    APPLICANT = "applicant"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    DECLINED = "declined"
    DEPARTED = "departed"


BEFORE_VERSIONS = "before versions"
"""The version that somebody has read who read the notice while it had none."""


class Person(Sealed, table=True):
    """Somebody who registered: a correspondent, a coordinator or an observer."""

    telegram_id: int | None = Field(default=None, sa_type=BigInteger, unique=True)
    name: str = Field(max_length=120)
    role: Role = Field(sa_type=values_of(Role))
    standing: Standing = Field(sa_type=values_of(Standing), index=True)
    language: str = Field(max_length=8)
    zone: str = Field(max_length=64)
    acknowledged_at: datetime = Field(sa_type=UtcDateTime)
    """When they last said that they have read the notice on data protection."""
    acknowledged_version: str = Field(default=BEFORE_VERSIONS, max_length=20)
    """Which version of it that was."""
    created_at: datetime = Field(sa_type=UtcDateTime)
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decline_reason: str | None = Field(default=None, max_length=500)
    unreachable_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    unreachable_reason: str | None = Field(default=None, max_length=200)
    paused_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    stopped_kinds: list[str] = Field(default_factory=list, sa_type=Json)
    last_seen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    username: str | None = Field(default=None, max_length=32)
    """Telegram's @name of the account when they registered, without the @."""
    unit: str | None = Field(default=None, max_length=120)
    email: str | None = Field(default=None, max_length=254)
    """A functional or work address; :attr:`email_confirmed_at` says whether a code came back."""
    email_confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    asked_to_stay_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When they were asked, after a long silence; any sign of life empties it."""


class Seat(SQLModel, table=True):
    """A person's place in a chamber; Austria's and Ireland's officials may hold two."""

    __table_args__ = (
        Index("ix_seat_chamber_id_person_id", "chamber_id", "person_id"),
        NEVER_REUSED,
    )

    id: int = Field(default=None, primary_key=True)
    chamber_id: str = Field(max_length=12)
    person_id: int = Field(foreign_key="person.id", index=True)
    since: datetime = Field(sa_type=UtcDateTime)
    until: datetime | None = Field(default=None, sa_type=UtcDateTime)


class InvitationEnd(StrEnum):
    """Why an invitation opens nothing any more, besides its use and its time."""

    REVOKED = "revoked"
    """A coordinator took it back."""
    MAKER = "maker"
    """Whoever made it is no coordinator any more."""


class Invitation(Sealed, table=True):
    """A single-use code that admits its bearer; only the hash of the code is kept."""

    code_hash: str = Field(max_length=64, unique=True)
    role: Role = Field(sa_type=values_of(Role))
    chamber_id: str | None = Field(default=None, max_length=12)
    created_by: int | None = Field(default=None, foreign_key="person.id")
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    used_by: int | None = Field(default=None, foreign_key="person.id")
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_by: int | None = Field(default=None, foreign_key="person.id")
    ended_why: InvitationEnd | None = Field(default=None, sa_type=values_of(InvitationEnd))
    predecessor_id: int | None = Field(default=None, foreign_key="person.id")
    """Whose place its bearer takes: they made it themselves."""


class ChangeAct(StrEnum):
    """What changed in what a person may do."""

    PROMOTED = "promoted"
    DEMOTED = "demoted"
    SUSPENDED = "suspended"
    REINSTATED = "reinstated"
    JOINED = "joined"
    """They came in as a coordinator, by a link."""


class RoleChange(Sealed, table=True):
    """One change of what a person may do, of which every coordinator is told; see ``undone_at``."""

    __tablename__ = "role_change"

    person_id: int = Field(foreign_key="person.id", index=True)
    act: ChangeAct = Field(sa_type=values_of(ChangeAct))
    role_before: Role = Field(sa_type=values_of(Role))
    role_after: Role = Field(sa_type=values_of(Role))
    by: int | None = Field(default=None, foreign_key="person.id")
    """Who decided it; None: the command line."""
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    undoes_id: int | None = None
    """The change that this one took back; it may have been deleted, as the older one."""
    undone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    undone_by: int | None = Field(default=None, foreign_key="person.id")


class ApplicationQuestion(Sealed, table=True):
    """What a coordinator asked somebody who waits for a decision; it goes with the decision."""

    __tablename__ = "application_question"

    person_id: int = Field(foreign_key="person.id", index=True)
    asked_by: int | None = Field(default=None, foreign_key="person.id")
    asked_at: datetime = Field(sa_type=UtcDateTime)
    question: str = Field(max_length=500)
    answer: str | None = Field(default=None, max_length=1000)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class EmailCode(SQLModel, table=True):
    """A code on its way to an applicant's e-mail; only its hash is kept, until the decision."""

    __tablename__ = "email_code"

    person_id: int = Field(
        foreign_key="person.id", primary_key=True, sa_column_kwargs={"autoincrement": False}
    )
    code_hash: str = Field(max_length=64)
    made_by: int | None = Field(default=None, foreign_key="person.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    tries: int = 0
    """How many wrong codes were typed."""


class Format(StrEnum):
    """How a meeting or an activity is held."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class MeetingState(StrEnum):
    """A meeting is on until it is cancelled; that it is over follows from the clock."""

    ANNOUNCED = "announced"
    CANCELLED = "cancelled"


class Meeting(Sealed, table=True):
    """A meeting of the network as it was last announced."""

    uid: str = Field(max_length=120, unique=True)
    series: str = Field(max_length=40)
    title: str = Field(max_length=200)
    starts_at: datetime = Field(sa_type=UtcDateTime, index=True)
    ends_at: datetime = Field(sa_type=UtcDateTime)
    zone: str = Field(max_length=64)
    format: Format = Field(sa_type=values_of(Format))
    place: str | None = Field(default=None, max_length=200)
    link: str | None = Field(default=None, max_length=500)
    focus: list[str] = Field(default_factory=list, sa_type=Json)
    agenda: str | None = Field(default=None, max_length=2000)
    reply_by: datetime = Field(sa_type=UtcDateTime)
    state: MeetingState = Field(sa_type=values_of(MeetingState))
    cancel_reason: str | None = Field(default=None, max_length=500)
    revision: int = 1
    """Raised by every change; a notice says which revision it tells of."""
    sequence: int = 0
    """Raised by changes that a calendar must take over (RFC 5545, 3.8.7.4)."""
    created_by: int | None = Field(default=None, foreign_key="person.id")
    created_at: datetime = Field(sa_type=UtcDateTime)


class Audience(SQLModel, table=True):
    """A person whom a meeting was announced to, and for which chamber."""

    __table_args__ = (Index("ix_audience_person_id", "person_id"),)

    meeting_id: int = Field(foreign_key="meeting.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True)
    chamber_id: str | None = Field(default=None, max_length=12)
    added_at: datetime = Field(sa_type=UtcDateTime)


class Choice(StrEnum):
    """What a person answers to a meeting."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    CANNOT = "cannot"


class Answer(SQLModel, table=True):
    """The last answer of one person to one meeting, and the start that it was given for."""

    meeting_id: int = Field(foreign_key="meeting.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True)
    chamber_id: str | None = Field(default=None, max_length=12, index=True)
    choice: Choice = Field(sa_type=values_of(Choice))
    comment: str | None = Field(default=None, max_length=500)
    for_starts_at: datetime = Field(sa_type=UtcDateTime)
    answered_at: datetime = Field(sa_type=UtcDateTime)


class ChamberAnswer(SQLModel, table=True):
    """What a chamber answered by email, as a coordinator recorded it; its people's own word wins.

    It is given for one start of the meeting, as an :class:`Answer` is.
    """

    __tablename__ = "chamber_answer"

    meeting_id: int = Field(foreign_key="meeting.id", primary_key=True)
    chamber_id: str = Field(max_length=12, primary_key=True)
    choice: Choice = Field(sa_type=values_of(Choice))
    for_starts_at: datetime = Field(sa_type=UtcDateTime)
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    recorded_by: int | None = Field(default=None, foreign_key="person.id")


class NoticeKind(StrEnum):
    """What a notice tells."""

    ANNOUNCED = "announced"
    MOVED = "moved"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    REINSTATED = "reinstated"


class Notice(Sealed, table=True):
    """One broadcast about a meeting: what it told, who sent it, and the card of its progress."""

    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    kind: NoticeKind = Field(sa_type=values_of(NoticeKind))
    revision: int
    before: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    """For a change: the values that it replaced, by field."""
    reason: str | None = Field(default=None, max_length=500)
    """Why it was moved or changed, where the coordinator said so."""
    created_by: int | None = Field(default=None, foreign_key="person.id")
    created_at: datetime = Field(sa_type=UtcDateTime)
    card_chat_id: int | None = Field(default=None, sa_type=BigInteger)
    card_message_id: int | None = Field(default=None, sa_type=BigInteger)
    card_shown: str | None = Field(default=None, max_length=80)
    """What the card last showed (the counts), so that it is edited only when they change."""
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Project(SQLModel, table=True):
    """What a chamber does with a partner under a programme; its updates tell how it goes."""

    __table_args__ = NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    chamber_id: str = Field(max_length=12, index=True)
    programme: str = Field(max_length=40)
    partners: list[str] = Field(default_factory=list, sa_type=Json)
    created_at: datetime = Field(sa_type=UtcDateTime)


class UpdateState(StrEnum):
    """A submitted update is the network's; a withdrawn one is kept for the history alone."""

    SUBMITTED = "submitted"
    CHECKED = "checked"
    WITHDRAWN = "withdrawn"


class ProjectUpdate(Sealed, table=True):
    """What a chamber reports about one activity: the record of docs/record.md."""

    __tablename__ = "project_update"
    __table_args__ = (
        Index("ix_project_update_start_id", "start", "id"),
        Index("ix_project_update_state_chamber_id", "state", "chamber_id"),
        NEVER_REUSED,
    )

    ref: str = Field(max_length=20, unique=True)
    project_id: int = Field(foreign_key="project.id", index=True)
    chamber_id: str = Field(max_length=12, index=True)
    author_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    title: str = Field(max_length=120)
    partner_institution: str | None = Field(default=None, max_length=120)
    kind: str = Field(max_length=40)
    programme: str = Field(max_length=40)
    programme_label: str | None = Field(default=None, max_length=80)
    role: str = Field(max_length=40)
    other_chambers: list[str] = Field(default_factory=list, sa_type=Json)
    status: str = Field(max_length=40)
    start: date
    start_precision: str = Field(max_length=10)
    end: date
    end_precision: str = Field(max_length=10)
    format: Format = Field(sa_type=values_of(Format))
    place: str | None = Field(default=None, max_length=80)
    audience: str | None = Field(default=None, max_length=40)
    participants: int | None = None
    women: int | None = None
    summary: str = Field(max_length=600)
    summary_language: str = Field(max_length=8)
    summary_en: str | None = Field(default=None, max_length=600)
    outcome: str | None = Field(default=None, max_length=300)
    cooperation: str | None = Field(default=None, max_length=40)
    cooperation_text: str | None = Field(default=None, max_length=200)
    url: str | None = Field(default=None, max_length=300)
    sharing: str = Field(max_length=40)
    ipex_url: str | None = Field(default=None, max_length=300)
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id", index=True)
    dac_code: str = Field(default="15152", max_length=5)
    state: UpdateState = Field(sa_type=values_of(UpdateState))
    version: int = 1
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class UpdatePartner(SQLModel, table=True):
    """A partner country or region of an update."""

    __tablename__ = "update_partner"

    update_id: int = Field(foreign_key="project_update.id", primary_key=True)
    code: str = Field(max_length=12, primary_key=True, index=True)
    position: int = 0


class UpdateTheme(SQLModel, table=True):
    """A theme of an update."""

    __tablename__ = "update_theme"

    update_id: int = Field(foreign_key="project_update.id", primary_key=True)
    code: str = Field(max_length=40, primary_key=True, index=True)
    position: int = 0


class NilReturn(SQLModel, table=True):
    """A chamber's statement that it has nothing to report for a meeting."""

    __tablename__ = "nil_return"

    meeting_id: int = Field(foreign_key="meeting.id", primary_key=True)
    chamber_id: str = Field(max_length=12, primary_key=True)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    """Who said it; None where their data were erased."""
    said_at: datetime = Field(sa_type=UtcDateTime)


class UpdateVersion(SQLModel, table=True):
    """An update as it stood after one of its edits."""

    __tablename__ = "update_version"

    update_id: int = Field(foreign_key="project_update.id", primary_key=True)
    version: int = Field(primary_key=True)
    fields: dict[str, Any] = Field(sa_type=Json)
    by: int | None = Field(default=None, foreign_key="person.id")
    at: datetime = Field(sa_type=UtcDateTime)


class Form(Sealed, table=True):
    """A conversation in progress: its answers so far and the question that it stands at.

    A chat has at most one active form. The others wait to be resumed.
    """

    telegram_id: int = Field(sa_type=BigInteger, index=True)
    kind: str = Field(max_length=40)
    subject_id: int | None = None
    """The row that the form edits: a meeting, an update, an application."""
    answers: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    skipped: list[str] = Field(default_factory=list, sa_type=Json)
    asking: str | None = Field(default=None, max_length=40)
    """The question on show when it is not simply the next one (a change made on the review)."""
    proposal: dict[str, Any] | None = Field(default=None, sa_type=Json)
    """A reading that waits for a yes, or readings to choose from."""
    page: int = 0
    version: int = 0
    """Raised by each step: a button of an earlier one is told so."""
    active_chat: int | None = Field(default=None, sa_type=BigInteger, unique=True)
    """The chat that is filling it in; empty while it waits. The key allows one for each chat."""
    card_message_id: int | None = Field(default=None, sa_type=BigInteger)
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime, index=True)
    offered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    @property
    def active(self) -> bool:
        """Whether this is the form that the chat is filling in."""
        return self.active_chat is not None


class OfferedText(Sealed, table=True):
    """A message that nobody asked for and that looks like an activity.

    It waits until its writer says whether to report it, beside others of the chat.
    """

    __tablename__ = "offered_text"

    telegram_id: int = Field(sa_type=BigInteger, index=True)
    text: str
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    """The message that it came in, in case that is edited."""
    card_id: int | None = Field(default=None, sa_type=BigInteger)
    """The message that asks, in case more text comes to it."""
    offered_at: datetime = Field(sa_type=UtcDateTime, index=True)


class Visitor(SQLModel, table=True):
    """Somebody who is not registered and has chosen a language."""

    telegram_id: int = Field(
        sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False}
    )
    language: str = Field(max_length=8)
    chosen_at: datetime = Field(sa_type=UtcDateTime, index=True)


class ListView(SQLModel, table=True):
    """The list of activities that a chat looks at, so that what is typed next can narrow it."""

    __tablename__ = "list_view"

    telegram_id: int = Field(
        sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False}
    )
    filter: str = Field(max_length=200)
    """The filter as buttons carry it: ``p=ME,t=oversight``."""
    shown_at: datetime = Field(sa_type=UtcDateTime, index=True)


class InboxState(StrEnum):
    """How far an update of Telegram's has come."""

    NEW = "new"
    ANSWERED = "answered"
    """Its effect and its answer are saved; the answer has still to go out."""
    DONE = "done"
    FAILED = "failed"


class InboxItem(SQLModel, table=True):
    """An update as Telegram sent it, kept until it has been dealt with."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index("ix_inbox_state_update_id", "state", "update_id"),
        Index("ix_inbox_state_handled_at", "state", "handled_at"),
    )

    update_id: int = Field(
        sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False}
    )
    lane: int = Field(sa_type=BigInteger)
    """Whose update it is: updates of one lane are handled in order."""
    payload: str | None = None
    """The update as JSON; emptied when it is done."""
    state: InboxState = Field(default=InboxState.NEW, sa_type=values_of(InboxState))
    answer: list[dict[str, Any]] | None = Field(default=None, sa_type=Json)
    """What is to be sent, saved together with the effect; emptied when it went out."""
    answers_sent: int = 0
    reference: str | None = Field(default=None, max_length=20)
    """For a failure: the reference that the person was given."""
    received_at: datetime = Field(sa_type=UtcDateTime, index=True)
    handled_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)


class Lane(SQLModel, table=True):
    """Whose updates a process is handling now, so that no other process handles them as well.

    Used where several processes may run (PostgreSQL); the row goes when the lane is empty.
    """

    lane: int = Field(
        sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False}
    )
    held_by: str = Field(max_length=40, index=True)


class Process(SQLModel, table=True):
    """A running process, with its latest sign of life.

    On PostgreSQL the instant is the database's own; on SQLite the clock of the one process.
    """

    instance: str = Field(primary_key=True, max_length=40)
    number: int
    """Its advisory lock, which PostgreSQL frees when the process is gone; 0 on SQLite."""
    seen_at: datetime = Field(sa_type=UtcDateTime)


class RateSlot(SQLModel, table=True):
    """One of the messages that Telegram takes in any second, shared by all processes.

    Instants are seconds since 1970 by the database's clock. The row 0 holds what concerns all:
    until when nobody may send (``free_at``), when the next broadcast may go (``taken_at``), and
    until when broadcasts let an answer of ``held_by`` go first (``first_until``).
    """

    __tablename__ = "pace_slot"

    slot: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    free_at: float = 0.0
    taken_at: float = 0.0
    first_until: float = 0.0
    held_by: str | None = Field(default=None, max_length=40)


class Channel(StrEnum):
    """By what a message reaches a person."""

    TELEGRAM = "telegram"


class DeliveryState(StrEnum):
    """The states of a message that must reach somebody; the final ones never change again."""

    PLANNED = "planned"
    """It waits for its time."""
    CLAIMED = "claimed"
    """A process is sending it: after a crash nobody knows whether it left."""
    UNKNOWN = "unknown"
    """It may have left; it is sent once more with a line that says so."""
    SENT = "sent"
    """Telegram accepted it."""
    UNREACHABLE = "unreachable"
    """The person blocked the bot, never started it, or is gone."""
    FAILED = "failed"
    """Telegram refused it for good."""
    TOO_LATE = "too_late"
    """Its time had passed before it could be sent."""
    SUPERSEDED = "superseded"
    """A change of what it is about has replaced it."""
    DROPPED = "dropped"
    """It no longer concerns the person; the reason says why."""


FINAL = frozenset(DeliveryState) - {
    DeliveryState.PLANNED,
    DeliveryState.CLAIMED,
    DeliveryState.UNKNOWN,
}


class Delivery(Sealed, table=True):
    """One message that must reach one person: the outbox."""

    __table_args__ = (
        Index("ix_delivery_state_next_try_at", "state", "next_try_at"),
        Index("ix_delivery_state_kind", "state", "kind"),
        Index("ix_delivery_person_id_state_failures", "person_id", "state", "failures"),
        Index("ix_delivery_meeting_id_person_id", "meeting_id", "person_id"),
        UniqueConstraint("key", name="uq_delivery_key"),
        NEVER_REUSED,
    )

    key: str = Field(max_length=160)
    """What it is about, its start and its reader: the same thing is never planned twice."""
    person_id: int = Field(foreign_key="person.id")
    kind: str = Field(max_length=40)
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    notice_id: int | None = Field(default=None, foreign_key="notice.id", index=True)
    about: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    """What else the text needs; ids, never texts that may change."""
    due_at: datetime = Field(sa_type=UtcDateTime, index=True)
    expires_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When it has become useless; None: it never does."""
    channel: Channel = Field(
        default=Channel.TELEGRAM,
        sa_type=values_of(Channel),
        sa_column_kwargs={"default": None, "server_default": Channel.TELEGRAM.value},
    )
    """By what it goes; planning many rows leaves that to the database."""
    state: DeliveryState = Field(default=DeliveryState.PLANNED, sa_type=values_of(DeliveryState))
    reason: str | None = Field(default=None, max_length=200)
    attempts: int = 0
    """How often a process began to send it."""
    failures: int = 0
    """How often Telegram turned it away for now; the pauses grow with it."""
    next_try_at: datetime = Field(sa_type=UtcDateTime)
    """When it may be claimed: the due time, later after a failed attempt."""
    claimed_by: str | None = Field(default=None, max_length=40)
    """The process in whose queue it is (planned, unknown) or that is sending it (claimed)."""
    was_unknown: bool = False
    parts_sent: int = 0
    """Of a text in several messages: how many arrived for certain."""
    parts_of: str | None = Field(default=None, max_length=64)
    """A mark of exactly the text that those parts are of."""
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)


class DeliveryCount(SQLModel, table=True):
    """How many messages of a kind ended how: what is left of deliveries that were deleted."""

    __tablename__ = "delivery_count"
    __table_args__ = NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    notice_id: int | None = Field(default=None, foreign_key="notice.id", index=True)
    kind: str = Field(max_length=40)
    state: DeliveryState = Field(sa_type=values_of(DeliveryState))
    doubtful: bool = False
    """Whether they may have arrived twice."""
    count: int


class NoticeReach(SQLModel, table=True):
    """A chamber that a notice reached, once the deliveries that told so are deleted."""

    __tablename__ = "notice_reach"

    notice_id: int = Field(foreign_key="notice.id", primary_key=True)
    chamber_id: str = Field(max_length=12, primary_key=True)


class AuditEntry(SQLModel, table=True):
    """What somebody did, as a coordinator may ask about it later: a line of the audit log."""

    __tablename__ = "act"

    __table_args__ = NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    by: int | None = Field(default=None, foreign_key="person.id", index=True)
    act: str = Field(max_length=60)
    subject: str | None = Field(default=None, max_length=60, index=True)
    """What it was done to, as ``meeting:3`` or ``person:8``."""
    detail: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    number: int | None = Field(default=None, index=True, unique=True)
    """Its place in the chain of :mod:`storage.chain`; empty until it is sealed."""
    salt: str | None = Field(default=None, max_length=32)
    """What keeps the commitment from being guessed; emptied with the names."""
    commitment: str | None = Field(default=None, max_length=64)
    """The hash of salt, by, subject and detail as they were when the act was sealed."""
    digest: str | None = Field(default=None, max_length=64)
    """The hash of the digest before it and of this act."""

    @property
    def is_nameless(self) -> bool:
        """Whether who, to what and how were taken out of it."""
        return self.digest is not None and self.salt is None


class RefusedAttempts(SQLModel, table=True):
    """How often something was refused on a day, by its way in: a count, and nobody's name.

    When the day is over its rows become one act.
    """

    __tablename__ = "refused_attempts"

    day: date = Field(primary_key=True)
    way: str = Field(primary_key=True, max_length=80)
    """As the table of rights calls it: ``/invite``, ``people:suspend``."""
    standing: str = Field(primary_key=True, max_length=20)
    """What whoever tried was: ``stranger``, a role, or a standing that closes the network."""
    count: int


class PrivacyVersion(SQLModel, table=True):
    """A version of the notice on data protection, as the organiser declared it."""

    __tablename__ = "privacy_version"

    version: str = Field(primary_key=True, max_length=20)
    declared_at: datetime = Field(sa_type=UtcDateTime)
    material: bool = True
    """Whether it changes what people have to know: then members are asked to read it."""
    digests: dict[str, str] = Field(default_factory=dict, sa_type=Json)
    """A digest of the notice in each language, as it was first declared."""


class Silenced(SQLModel, table=True):
    """How many updates of strangers were not taken on a day (UTC), and why; nothing about whom."""

    day: date = Field(primary_key=True)
    why: str = Field(primary_key=True, max_length=20)
    count: int = Field(default=0, sa_type=BigInteger)


class OutsideFault(SQLModel, table=True):
    """How often strangers met one fault on a day (UTC): a line for each place in the code."""

    __tablename__ = "outside_fault"

    day: date = Field(primary_key=True)
    place: str = Field(primary_key=True, max_length=120)
    """The kind of the error and where it rose; never what anybody wrote."""
    count: int = 0
    reference: str = Field(max_length=16)
    """The last one, as it stands in the log and in the apology."""
    last_at: datetime = Field(sa_type=UtcDateTime)


class RegistrationPause(SQLModel, table=True):
    """An account that erased itself and may not ask to join for a while."""

    __tablename__ = "registration_pause"

    account_hash: str = Field(primary_key=True, max_length=64)
    until: datetime = Field(sa_type=UtcDateTime)


class Mark(SQLModel, table=True):
    """An instant that outlives a restart: when the bot was last alive, when it last polled."""

    name: str = Field(primary_key=True, max_length=60)
    at: datetime = Field(sa_type=UtcDateTime)
    value: str | None = Field(default=None, max_length=200)


class RetentionDone(SQLModel, table=True):
    """How much a run of retention ended under one rule."""

    __tablename__ = "retention_done"
    __table_args__ = NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    rule: str = Field(max_length=40)
    count: int


class SuspendedAccount(SQLModel, table=True):
    """That somebody left while suspended: a slow salted hash of the account, and no more."""

    __tablename__ = "suspended_account"
    __table_args__ = NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    salt: str = Field(max_length=32)
    digest: str = Field(max_length=64)
    left_at: datetime = Field(sa_type=UtcDateTime)


class Erasure(SQLModel, table=True):
    """That somebody was erased, so that an older copy of the database is not believed again."""

    __table_args__ = NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    person_id: int | None = Field(default=None)
    """The row of the person, in every copy; None for an account without a registration."""
    salt: str = Field(max_length=32)
    digest: str = Field(max_length=64)
    """A slow salted hash of the account, by which the person in a copy is known to be the same."""
    at: datetime = Field(sa_type=UtcDateTime)
    wiped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When the freed pages and the write-ahead log were emptied too."""


@cache
def declare_partial_indexes() -> None:
    """Add the indexes over a part of a table's rows, which migrations alone need to know.

    Such an index names each database, and SQLAlchemy then loads both dialects: 4 MiB, 20 ms.
    """
    Index(
        "ix_delivery_claimed_by",
        col(Delivery.claimed_by),
        sqlite_where=text("claimed_by IS NOT NULL"),
        postgresql_where=text("claimed_by IS NOT NULL"),
    )
