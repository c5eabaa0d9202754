"""The one checker: compares what everybody received with what was due, after any scenario.

What was due comes from outside the program: who was in the network when a meeting was announced,
what people did and waited for, and the statement of reminders in :mod:`tests.scenarios.test_year`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, select

from bot.standin.faults import UNKNOWABLE
from bot.standin.world import Sent
from storage.models import (
    FINAL,
    Answer,
    Delivery,
    DeliveryState,
    InboxItem,
    InboxState,
    Meeting,
    Person,
    ProjectUpdate,
    Standing,
)
from tests.resilience.actors import Actor
from tests.resilience.stage import Stage, unfinished

MARK = "You may have received this message already"
APOLOGY = "something went wrong on our side"
KIND_OF_TOGGLED = "dossier"
CHOICES = {"Online": "online", "In person": "in_person", "Cannot attend": "cannot"}


@dataclass
class Due:
    """What had to reach whom: so many messages with certain words to each of some people."""

    words: tuple[str, ...]
    to: Mapping[int, int]
    """Telegram id → how many."""


@dataclass
class Verdict:
    """What the checker found."""

    problems: list[str] = field(default_factory=list)
    figures: dict[str, object] = field(default_factory=dict)

    def assert_clean(self) -> None:
        """Raise ``AssertionError`` with the problems, the first dozen."""
        shown = "\n".join(f"- {problem}" for problem in self.problems[:12])
        assert not self.problems, f"{len(self.problems)} problems\n{shown}\n{self.figures}"


def check(
    stage: Stage,
    *,
    due: Iterable[Due],
    actors: Sequence[Actor] = (),
    announced: Sequence[str] = (),
    newcomers: Sequence[int] = (),
) -> Verdict:
    """Compare the world with what was due; the program must have settled."""
    verdict = Verdict()
    say = verdict.problems.append
    sent = [s for s in stage.world.sent if s.method.startswith("send")]
    for one in due:
        _messages(stage, sent, one, say)
    for actor in actors:
        _conversations(actor, sent, say)
    with stage.database.reading() as session:
        _effects(session, actors, announced, newcomers, say)
        _ledger(session, stage, say)
    _marks(stage, sent, verdict)
    _floods(stage, verdict)
    _logs(stage, say)
    return verdict


def _messages(stage, sent, due, say):
    """Nothing lost; nothing twice but what says that it may have come before."""
    plain, marked = Counter(), Counter()
    for s in sent:
        if all(words in s.text for words in due.words):
            (marked if MARK in s.text else plain)[s.chat_id] += 1
    for person, count in due.to.items():
        name = stage.world.people[person].name
        if plain[person] + marked[person] < count:
            say(f"lost: {name} got {plain[person]}+{marked[person]} of {count} {due.words}")
        if plain[person] > count:
            say(f"twice, unmarked: {name} got {plain[person]} of {count} {due.words}")
    for person in (plain + marked).keys() - due.to.keys():
        say(f"not due: {stage.world.people[person].name} got {due.words}")


def _conversations(actor, sent, say):
    """Every step was answered (the actor waited for it), and no answer came twice unmarked."""
    for complaint in actor.complaints:
        say(complaint)
    own: list[Sent] = [s for s in sent if s.chat_id == actor.person.id]
    for words, count in actor.asked.items():
        found = sum(words in s.text and MARK not in s.text for s in own)
        if found > count:
            say(f"answered twice, unmarked: {actor.person.name} got {found} of {count} {words!r}")
    for s in own:
        if APOLOGY in s.text:
            say(f"an internal error reached {actor.person.name}: {s.text[:200]}")


def _effects(session: Session, actors, announced, newcomers, say):
    """Everything that people did counts, and counts once."""
    titles = Counter(update.title for update in session.exec(select(ProjectUpdate)).all())
    submitted = Counter(title for actor in actors for title in actor.submitted)
    if titles != submitted:
        say(f"updates stored {titles - submitted} too many, {submitted - titles} too few")
    meetings = session.exec(select(Meeting)).all()
    if Counter(m.title for m in meetings) != Counter(announced):
        say(f"meetings stored {[m.title for m in meetings]}, announced {list(announced)}")
    by_account = {p.telegram_id: p for p in session.exec(select(Person)).all()}
    for newcomer in newcomers:
        person = by_account.get(newcomer)
        if person is None or person.standing is not Standing.ACTIVE:
            say(f"the registration of {newcomer} is {person.standing if person else 'missing'}")
    given = {
        (answer.person_id, answer.meeting_id): answer.choice.value
        for answer in session.exec(select(Answer)).all()
    }
    for actor in actors:
        person = by_account.get(actor.person.id)
        if person is None:
            continue
        stopped = KIND_OF_TOGGLED in person.stopped_kinds
        if stopped != bool(actor.toggles % 2):
            say(f"{actor.toggles} presses of {actor.person.name} left the setting {stopped}")
        for meeting in meetings:
            label = actor.answered.get(meeting.title)
            stored = given.get((person.id, meeting.id))
            if label is not None and stored != CHOICES[label]:
                say(f"{actor.person.name} answered {label} to {meeting.title}; stored: {stored}")


def _ledger(session: Session, stage: Stage, say):
    """Every row is final or its time has not come; the inbox is empty; both fit the world."""
    now = stage.clock.now()
    for left in unfinished(session, now=now):
        say(f"unfinished: {left}")
    for item in session.exec(select(InboxItem)).all():
        if item.state is not InboxState.DONE or item.payload is not None:
            say(f"the inbox holds update {item.update_id} ({item.state.value})")
    accounts = {person.id: person.telegram_id for person in session.exec(select(Person)).all()}
    for row in session.exec(select(Delivery)).all():
        chat = stage.world.chats.get(accounts[row.person_id] or 0)
        for wrong in _wrong_with(row, chat):
            say(f"delivery {row.id} ({row.kind}), due {row.due_at}, {wrong}")


def _wrong_with(row: Delivery, chat):
    if row.state not in FINAL:
        if row.state is not DeliveryState.PLANNED:
            yield f"is {row.state.value}"
    elif row.state is not DeliveryState.SENT:
        if not row.reason:
            yield f"is {row.state.value} without a reason"
        if row.state is DeliveryState.FAILED:
            yield f"failed: {row.reason}"
    elif row.kind != "commands" and not (row.message_id and chat and chat.find(row.message_id)):
        yield "is sent, but there is no such message"


def _marks(stage: Stage, sent, verdict: Verdict):
    """At most one marked message for each send that may have been under way at a fault."""
    marked = sum(MARK in s.text for s in sent)
    # A connection that is cut under one call may take the next message, just written, with it.
    unknowable = sum(fault in UNKNOWABLE for _, fault in stage.world.faults.happened)
    seen = sum(kill.sends for kill in stage.kills)
    held = sum(kill.claimed + kill.answers for kill in stage.kills)
    verdict.figures |= {
        "messages": len(sent),
        "kills": len(stage.kills),
        "in flight at kills": held,
        "of them with Telegram": seen,
        "unknowable faults": unknowable,
        "marked": marked,
        "faults": dict(Counter(fault.value for _, fault in stage.world.faults.happened)),
    }
    if marked > held + unknowable:
        say = f"{marked} marked, {held} in flight at kills, {unknowable} unknowable faults"
        verdict.problems.append(say)


def _floods(stage: Stage, verdict: Verdict):
    """No limit was exceeded; of an answer of several messages the next program knows one."""
    exceeded = stage.world.floods.exceeded
    verdict.figures["limits exceeded"] = len(exceeded)
    if len(exceeded) > len(stage.kills) // 2:
        verdict.problems.append(f"exceeded Telegram's limits: {exceeded[:5]}")


def _logs(stage: Stage, say):
    """The log holds no traceback, no failed handler, no token."""
    for program in stage.programs:
        log = program.log.read_text() if program.log.exists() else ""
        for words in ("Traceback", '"handler_failed"', "a-token-of-the-fault-suite"):
            if words in log:
                at = log.index(words)
                near = " ".join(log[max(at - 200, 0) : at + 1200].split())
                say(f"{program.log.name} holds {words}: {near}")
