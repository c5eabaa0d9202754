"""Open forms at each of their questions: conversations are held once, and their states kept.

A new question, and a new kind of form that a command begins, are among them by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from sqlmodel import select

from bot.chat.callbacks import FORM, FormAction
from bot.core.access import allows
from bot.features import REGISTRY
from bot.meetings.callbacks import ANNOUNCEMENT
from bot.standin.world import Message
from bot.standin.world import Person as Actor
from storage import forms
from storage import people as stored_people
from storage.models import Form, Meeting, Person, Standing
from tests.fuzz import words
from tests.harness.network import Harness

BEGUN_BY = {"announcement": "/announce", "project_update": "/update", "registration": "/register"}
ONWARD = (
    FormAction.ACCEPT,
    FormAction.DONE,
    FormAction.SKIP,
    FormAction.KEEP,
    FormAction.CHOOSE,
)
"""What leads to the next question, the surest first."""
LONGEST = 40
KEPT = ("answers", "skipped", "asking", "proposal", "page")
ABOUT_A_MEETING = {"meeting_change", "meeting_cancel", "comment"}

State = dict[str, Any]


@dataclass(frozen=True)
class Landing:
    """The states that forms of each kind can be in."""

    states: dict[str, list[State]]

    def land(self, harness: Harness, actor: Actor, chance: Random) -> str:
        """Put somebody in the midst of a form, whatever they may; return its button to go on."""
        kinds = list(self.states) if chance.random() < 0.6 else list(REGISTRY.forms)
        with harness.database.reading() as session:
            person = stored_people.by_telegram_id(session, actor.id)
        open_to = [one for one in kinds if allows(person, REGISTRY.forms[one].open_to)]
        # Mostly what is open to them: a form that is not ends at the first press.
        kind = chance.choice(open_to if open_to and chance.random() < 0.85 else kinds)
        states = self.states.get(kind) or [{}]
        # More often near the end, where much follows from one press.
        state = states[max(chance.randrange(len(states)), chance.randrange(len(states)))]
        now = harness.clock.now()
        with harness.database.transaction() as session:
            left = forms.active(session, actor.id)
            if left is not None and not REGISTRY.forms[left.kind].keeps_drafts:
                forms.discard(session, left)
            form = Form(
                telegram_id=actor.id,
                kind=kind,
                subject_id=_subject(session, kind, chance),
                created_at=now,
                updated_at=now,
                **state,
            )
            forms.add(session, form)
            return FORM.data(form, form.version, FormAction.RESUME)


def _subject(session: Any, kind: str, chance: Random) -> int | None:
    """Return the row that a form of this kind is about, where it is about one."""
    if kind in ABOUT_A_MEETING:
        return int(chance.choice(session.exec(select(Meeting.id)).all()))
    if kind == "decline":
        asking = select(Person.id).where(Person.standing == Standing.APPLICANT)
        people = session.exec(asking).all() or session.exec(select(Person.id)).all()
        return int(chance.choice(people))
    return None


async def recorded(harness: Harness, actors: dict[str, Actor]) -> Landing:
    """Hold each conversation up to its review card and return the states in between."""
    states: dict[str, list[State]] = {}
    for kind, command in BEGUN_BY.items():
        # Once with what is typed where it can be, once by buttons where there are any.
        for types in (True, False):
            found = await _states(harness, actors[kind], command, types=types)
            states.setdefault(kind, []).extend(found)
    return Landing(states)


async def _states(harness: Harness, actor: Actor, command: str, *, types: bool) -> list[State]:
    await harness.say(actor, command)
    states: list[State] = []
    for _ in range(LONGEST):
        with harness.database.reading() as session:
            form = forms.active(session, actor.id)
        if form is None:
            break
        states.append({name: getattr(form, name) for name in KEPT})
        message = next(one for one in reversed(actor.received) if one.buttons)
        if _made(message, (FormAction.SUBMIT, FormAction.REVIEW)):
            break
        stuck = states[-2:-1] == states[-1:]
        types_now = types and len(states) % 3 != 0
        await _go_on(harness, actor, form, message, types=types_now, stuck=stuck)
    await harness.say(actor, "/cancel")
    with harness.database.transaction() as session:
        for left in session.exec(select(Form).where(Form.telegram_id == actor.id)):
            session.delete(left)
    return states


async def _go_on(
    harness: Harness, actor: Actor, form: Form, message: Message, *, types: bool, stuck: bool
) -> None:
    """Answer by typing what is sensible, or press what leads on."""
    texts = words.SENSIBLE.get(asked(form))
    # Where Done changed nothing, something has to be chosen first.
    buttons = _made(message, ONWARD[::-1] if stuck else ONWARD)
    if types and texts and form.proposal is None:
        await harness.say(actor, texts[0])
    elif buttons:
        # Not always the first: it may only turn the page.
        actor.press_raw(message, buttons[form.version % len(buttons)])
        await harness.quiet()
    elif texts:
        await harness.say(actor, texts[0])
    else:
        await harness.say(actor, "x")


def asked(form: Form) -> str:
    """Return which question a form stands at: the one that it says, or the first without answer."""
    questions = REGISTRY.forms[form.kind].questions
    names = [question.name for question in questions if question.applies(form.answers)]
    left = [name for name in names if name not in form.answers and name not in form.skipped]
    return form.asking or (left[0] if left else questions[-1].name)


def _made(message: Message, actions: Sequence[FormAction]) -> list[str]:
    """Return the data of the buttons that do one of these: what the first of them does, if any."""
    made = [b["callback_data"] for b in message.buttons if FORM.made(b.get("callback_data"))]
    for action in actions:
        found = [data for data in made if data.split(":")[3] == action]
        if found:
            return found
    return []


def onward(message: Message, chance: Random) -> str | None:
    """Return the data of a button that leads on: to the next question, to the end, and sends."""
    ends = _made(message, (FormAction.SUBMIT,)) or [
        button["callback_data"]
        for button in message.buttons
        if ANNOUNCEMENT.made(button.get("callback_data"))
    ]
    if ends and chance.random() < 0.7:
        return chance.choice(ends)
    actions = [*ONWARD, FormAction.REVIEW]
    chance.shuffle(actions)
    found = _made(message, actions)
    return chance.choice(found) if found else None
