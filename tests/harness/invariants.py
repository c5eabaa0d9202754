"""What holds in the database at any quiet instant, whatever people did: one query a rule.

Each rule yields a sentence for every row that breaks it. They are stated from the outside, as the
documents tell them; none asks the code that is meant to keep them.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from itertools import pairwise

from sqlmodel import Session, SQLModel, select

from bot.features import REGISTRY
from config.reference import reference
from storage.database import table_of
from storage.models import (
    FINAL,
    Answer,
    Audience,
    AuditEntry,
    Delivery,
    DeliveryState,
    Form,
    InboxItem,
    InboxState,
    Invitation,
    Meeting,
    MeetingState,
    NilReturn,
    Notice,
    Person,
    Project,
    ProjectUpdate,
    Role,
    Seat,
    Standing,
    UpdatePartner,
    UpdateTheme,
    UpdateVersion,
)

Rule = Callable[[Session, datetime], Iterator[str]]
ABOUT = {"person_id": Person, "by": Person, "update_id": ProjectUpdate, "notice_id": Notice}
"""What the ids that stand in a delivery's ``about`` are of."""
SUBJECTS = {
    "person": Person,
    "meeting": Meeting,
    "update": ProjectUpdate,
    "invitation": Invitation,
    "notice": Notice,
}
DELETABLE = {"invitation"}
"""What a line of the audit log may speak of although its row is gone."""


def one_active_form_a_chat(session: Session, now: datetime) -> Iterator[str]:
    active = [form for form in session.exec(select(Form)) if form.active_chat is not None]
    for form in active:
        if form.active_chat != form.telegram_id:
            yield f"form {form.id} of {form.telegram_id} is active in {form.active_chat}"
    for chat, count in Counter(form.telegram_id for form in active).items():
        if count > 1:
            yield f"chat {chat} has {count} active forms"


def forms_are_of_kinds_that_there_are(session: Session, now: datetime) -> Iterator[str]:
    for form in session.exec(select(Form)):
        flow = REGISTRY.forms.get(form.kind)
        if flow is None:
            yield f"form {form.id} is a {form.kind}"
        elif form.active_chat is None and not flow.keeps_drafts:
            yield f"form {form.id} ({form.kind}) waits, and nobody can resume it"


def somebody_coordinates(session: Session, now: datetime) -> Iterator[str]:
    people = session.exec(select(Person)).all()
    if people and not any(
        one.role is Role.COORDINATOR and one.standing is Standing.ACTIVE for one in people
    ):
        yield "there is no active coordinator"


def whoever_left_is_nobody(session: Session, now: datetime) -> Iterator[str]:
    for one in session.exec(select(Person)):
        has_left = one.standing is Standing.DEPARTED
        if one.standing in (Standing.ACTIVE, Standing.APPLICANT) and one.telegram_id is None:
            yield f"person {one.id} is {one.standing} without an account"
        if has_left and one.telegram_id is None and one.decline_reason:
            yield f"person {one.id} was erased, but for why they were declined"


def seats_do_not_overlap(session: Session, now: datetime) -> Iterator[str]:
    held = defaultdict(list)
    for seat in session.exec(select(Seat)):
        if not reference().has_chamber(seat.chamber_id):
            yield f"seat {seat.id} is of {seat.chamber_id}"
        if seat.until is not None and seat.until < seat.since:
            yield f"seat {seat.id} ends before it begins"
        held[seat.person_id, seat.chamber_id].append(seat)
    for (person, chamber), seats in held.items():
        seats.sort(key=lambda seat: (seat.since, seat.id))
        for one, other in pairwise(seats):
            if one.until is None or one.until > other.since:
                yield f"person {person} holds {chamber} twice at {other.since}"


def used_invitations_say_by_whom(session: Session, now: datetime) -> Iterator[str]:
    for one in session.exec(select(Invitation)):
        if (one.used_at is None) != (one.used_by is None):
            yield f"invitation {one.id} was used at {one.used_at} by {one.used_by}"
        if one.used_at is not None and one.used_at > one.expires_at:
            yield f"invitation {one.id} was used after its end"
        if one.expires_at < one.created_at:
            yield f"invitation {one.id} ends before it was made"


def answers_are_of_the_invited_and_in_time(session: Session, now: datetime) -> Iterator[str]:
    invited = {(one.meeting_id, one.person_id) for one in session.exec(select(Audience))}
    meetings = {one.id: one for one in session.exec(select(Meeting))}
    for one in session.exec(select(Answer)):
        if (one.meeting_id, one.person_id) not in invited:
            yield f"person {one.person_id} answered {one.meeting_id} and is not invited"
        # The start that it was given for: a meeting may have been moved to an earlier day since.
        if one.answered_at >= one.for_starts_at:
            yield f"person {one.person_id} answered {one.meeting_id} when it had begun"
        if one.answered_at < meetings[one.meeting_id].created_at:
            yield f"person {one.person_id} answered {one.meeting_id} before it was announced"


def meetings_make_sense(session: Session, now: datetime) -> Iterator[str]:
    for one in session.exec(select(Meeting)):
        if one.ends_at <= one.starts_at:
            yield f"meeting {one.id} ends before it begins"
        if one.reply_by > one.starts_at:
            yield f"meeting {one.id} is to be answered after its start"
        if one.sequence > one.revision:
            yield f"meeting {one.id}: sequence {one.sequence}, revision {one.revision}"
        if one.cancel_reason and one.state is not MeetingState.CANCELLED:
            yield f"meeting {one.id} is on, with a reason why it is not"


def keys_of_deliveries_are_unique(session: Session, now: datetime) -> Iterator[str]:
    for key, count in Counter(session.exec(select(Delivery.key))).items():
        if count > 1:
            yield f"{count} deliveries are called {key}"


def states_of_deliveries_are_coherent(session: Session, now: datetime) -> Iterator[str]:
    for row in session.exec(select(Delivery)):
        name = f"delivery {row.id} ({row.kind}, {row.state.value})"
        is_sent = row.state is DeliveryState.SENT
        if is_sent != (row.sent_at is not None):
            yield f"{name} was sent at {row.sent_at}"
        if is_sent and not row.attempts:
            yield f"{name} was sent without an attempt"
        if row.state in FINAL and not is_sent and not row.reason:
            yield f"{name} has no reason"
        if row.state in FINAL and row.claimed_by is not None:
            yield f"{name} is held by {row.claimed_by}"
        if row.next_try_at < row.due_at:
            yield f"{name} is tried before it is due"


def deliveries_are_about_something(session: Session, now: datetime) -> Iterator[str]:
    for row in session.exec(select(Delivery)):
        name = f"delivery {row.id} ({row.kind}, {row.state.value})"
        if REGISTRY.kinds.get(row.kind) is None:
            yield f"{name} is of no kind"
        if row.notice_id is not None and row.meeting_id is None:
            yield f"{name} is of notice {row.notice_id}, of no meeting"


def nobody_outside_waits_for_a_message(session: Session, now: datetime) -> Iterator[str]:
    people = {one.id: one for one in session.exec(select(Person))}
    for row in session.exec(select(Delivery)):
        if row.state is DeliveryState.PLANNED and people[row.person_id].telegram_id is None:
            yield f"delivery {row.id} ({row.kind}) waits for somebody without an account"


def cancelled_and_past_meetings_remind_nobody(session: Session, now: datetime) -> Iterator[str]:
    meetings = {one.id: one for one in session.exec(select(Meeting))}
    for row in session.exec(select(Delivery)):
        meeting = meetings.get(row.meeting_id or 0)
        if meeting is None or row.state is not DeliveryState.PLANNED or row.kind != "reminder":
            continue
        if meeting.state is MeetingState.CANCELLED:
            yield f"delivery {row.id} reminds of meeting {meeting.id}, which was cancelled"


def ids_inside_values_are_rows(session: Session, now: datetime) -> Iterator[str]:
    for row in session.exec(select(Delivery)):
        for name, model in ABOUT.items():
            if model is Person and row.state in FINAL:
                continue  # who was never a member is taken out whole; the number says nothing
            about = row.about.get(name)
            if isinstance(about, int) and session.get(model, about) is None:
                yield f"delivery {row.id} is about {name} {about}, which is not there"
    for act in session.exec(select(AuditEntry)):
        noun, _, number = (act.subject or "").partition(":")
        model = SUBJECTS.get(noun)
        if model is None or noun in DELETABLE or not number.isdigit():
            continue
        if session.get(model, int(number)) is None:
            yield f"act {act.id} speaks of {act.subject}, which is not there"


def foreign_keys_hold(session: Session, now: datetime) -> Iterator[str]:
    """SQLite checks them only where it is told to; so they are looked up once more."""
    for mapper in SQLModel._sa_registry.mappers:
        table = table_of(mapper.class_)
        for key in table.foreign_keys:
            column, others = key.parent, key.column.table.alias()
            there = select(others.c[key.column.name]).where(others.c[key.column.name] == column)
            there = there.correlate(table).exists()
            query = select(column).where(column.is_not(None), ~there)
            for (value,) in session.execute(query):
                yield f"{table.name}.{column.name} is {value}, which is not there"


def updates_have_every_version(session: Session, now: datetime) -> Iterator[str]:
    found = defaultdict(list)
    for one in session.exec(select(UpdateVersion)):
        found[one.update_id].append(one.version)
    projects = {one.id: one for one in session.exec(select(Project))}
    refs = Counter[str]()
    for one in session.exec(select(ProjectUpdate)):
        refs[one.ref] += 1
        if sorted(found[one.id]) != list(range(1, one.version + 1)):
            yield f"update {one.id} is version {one.version} and has {sorted(found[one.id])}"
        if projects[one.project_id].chamber_id != one.chamber_id:
            yield f"update {one.id} of {one.chamber_id} is in another chamber's project"
        if one.end < one.start:
            yield f"update {one.id} ends before it begins"
        if not one.title.strip() or not one.summary.strip():
            yield f"update {one.id} is without words"
        if one.women is not None and one.women > (one.participants or 0):
            yield f"update {one.id}: {one.women} women of {one.participants}"
    yield from (f"{count} updates are {ref}" for ref, count in refs.items() if count > 1)


def codes_are_known_and_in_order(session: Session, now: datetime) -> Iterator[str]:
    for table in (UpdatePartner, UpdateTheme):
        places = defaultdict(list)
        for one in session.exec(select(table)):
            places[one.update_id].append(one.position)
        for update_id, positions in places.items():
            if sorted(positions) != list(range(len(positions))):
                yield f"{table.__tablename__} of {update_id} stand at {sorted(positions)}"
    there = set(session.exec(select(UpdatePartner.update_id)))
    for one in session.exec(select(ProjectUpdate)):
        if one.id not in there:
            yield f"update {one.id} is with nobody"


def nil_returns_are_of_chambers(session: Session, now: datetime) -> Iterator[str]:
    for one in session.exec(select(NilReturn)):
        if not reference().has_chamber(one.chamber_id):
            yield f"a nil return is of {one.chamber_id}"


def the_inbox_is_done_and_empty(session: Session, now: datetime) -> Iterator[str]:
    for item in session.exec(select(InboxItem)):
        if item.state is not InboxState.DONE or item.payload is not None or item.answer is not None:
            yield f"update {item.update_id} is {item.state.value}"
        if item.reference is not None:
            yield f"update {item.update_id} failed: {item.reference}"


def no_fault_is_noted(session: Session, now: datetime) -> Iterator[str]:
    for act in session.exec(select(AuditEntry).where(AuditEntry.act == "fault")):
        yield f"{act.subject} {act.detail}"


INVARIANTS: dict[str, Rule] = {
    rule.__name__.replace("_", " "): rule
    for rule in (
        one_active_form_a_chat,
        forms_are_of_kinds_that_there_are,
        somebody_coordinates,
        whoever_left_is_nobody,
        seats_do_not_overlap,
        used_invitations_say_by_whom,
        answers_are_of_the_invited_and_in_time,
        meetings_make_sense,
        keys_of_deliveries_are_unique,
        states_of_deliveries_are_coherent,
        deliveries_are_about_something,
        nobody_outside_waits_for_a_message,
        cancelled_and_past_meetings_remind_nobody,
        ids_inside_values_are_rows,
        foreign_keys_hold,
        updates_have_every_version,
        codes_are_known_and_in_order,
        nil_returns_are_of_chambers,
        the_inbox_is_done_and_empty,
        no_fault_is_noted,
    )
}
"""By what each says: the world is quiet, and what was received is dealt with."""


def broken(session: Session, now: datetime, *, but: Collection[str] = ()) -> list[str]:
    """Return in words what does not hold, *but* for some rules that are meant not to."""
    return [
        f"{name}: {said}"
        for name, rule in INVARIANTS.items()
        if name not in but
        for said in rule(session, now)
    ]
