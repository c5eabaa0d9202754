"""A conversation as a form: a list of questions, read from top to bottom.

The draft row (:class:`storage.models.Form`) is the whole state; what a flow adds is which questions
there are, how an answer is read, and what happens at the end, which is said as an :data:`Ending`.
Nothing here calls Telegram.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.chat import languages as writing
from bot.chat.readings import Readings
from bot.core.access import Access
from bot.core.messages import Button, Html
from bot.core.runtime import Runtime
from bot.core.texts import Texts
from storage.models import Form, Person

if TYPE_CHECKING:
    from bot.chat.request import Request

Answers = Mapping[str, Any]
Value = Any
"""An answer as it is kept in the draft: anything that JSON can hold."""


@dataclass(frozen=True)
class Scene:
    """What a question may look at: who is asked, in which language, what was answered so far."""

    session: Session
    runtime: Runtime
    texts: Texts
    now: datetime
    user_name: str
    person: Person | None
    form: Form
    readings: Readings
    """What the text was read as before the transaction."""

    @property
    def answers(self) -> dict[str, Any]:
        """The answers so far, by question."""
        return self.form.answers

    @property
    def language(self) -> str:
        """The language that the person reads."""
        return self.texts.language

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the person is likely to type, the likeliest first."""
        country = self.answers.get("country")
        return writing.languages_of(self.session, self.person, self.language, country=country)

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the person's dates and hours are meant."""
        return ZoneInfo(self.person.zone if self.person else self.runtime.network.zone)


@dataclass(frozen=True)
class Option:
    """A button under a question: the code that it stands for, and its words (plain text)."""

    code: str
    label: str


@dataclass(frozen=True)
class Prompt:
    """A question as it is put."""

    text: Html
    options: Sequence[Option] = ()
    columns: int = 1
    beside: Sequence[Button] = ()
    """Buttons that are no answer: other ways to begin."""


@dataclass(frozen=True)
class Took:
    """The answer is clear."""

    value: Value


@dataclass(frozen=True)
class Propose:
    """The answer is read back before it is taken, or several readings are offered.

    *choices* holds (value, words on the button); a single one is put as a yes-or-no question.
    """

    text: Html
    choices: Sequence[tuple[Value, str]]


@dataclass(frozen=True)
class Fill:
    """One answer answers several questions: what was understood of a whole sentence."""

    answers: Mapping[str, Any]
    """All the answers of the form from here on."""
    skipped: Sequence[str] = ()
    """Optional questions that need not be put."""
    others: Sequence["Fill"] = ()
    """Further forms of the kind that the text gives; they wait their turn."""


@dataclass(frozen=True)
class Refuse:
    """The answer cannot be taken; *text* says why, kindly, with an example."""

    text: Html


Reading = Took | Fill | Propose | Refuse


def always(answers: Answers) -> bool:
    """A question that is put to everybody."""
    del answers
    return True


def never(answers: Answers) -> bool:
    """A question whose answer can always be changed."""
    del answers
    return False


def nothing(scene: Scene) -> None:
    """What most questions suggest, and most flows add: nothing."""
    del scene


def no_others(scene: Scene) -> Sequence[Form]:
    """A draft that came alone."""
    del scene
    return ()


@dataclass(frozen=True)
class Question:
    """One question: how it is put, how an answer is read, how it is shown on the review card."""

    name: str
    prompt: Callable[[Scene], Prompt]
    read: Callable[[Scene, str], Reading]
    """Reads what was typed."""
    show: Callable[[Scene, Value], Html]
    """The value on the review card."""
    pick: Callable[[Scene, str], Reading] | None = None
    """Reads a button's code; without it the code itself is the value."""
    optional: bool = False
    several: int = 0
    """More than 0: up to so many options may be chosen; the value is a list of codes."""
    applies: Callable[[Answers], bool] = always
    detail: bool = False
    """Asked only from behind *Add details*."""
    settled: Callable[[Answers], bool] = never
    """Whether the answer stands as it is: neither Back nor the review card leads to it."""
    opening: bool = False
    """Put once, at the beginning; it may be answered by the words under a picture as well."""
    long: bool = False
    """A text of some length is the answer."""
    skip: str = "form-skip"
    """The words on the button that leaves an optional question out."""
    empty: str = "form-empty"
    """The words on the button that takes an answer away again."""
    suggest: Callable[[Scene], Propose | None] = nothing
    """What is offered before the question itself is put: readings that were found elsewhere."""


@dataclass(frozen=True)
class Flow:
    """A form of one kind, from its first question to what is done with the answers."""

    kind: str
    questions: Sequence[Question]
    finish: Callable[["Finishing"], "Ending"]
    """Carries the form out; it says what there is to say."""
    open_to: Access
    review: Callable[[Scene], Html] | None = None
    """The card on which everything can be changed; without it the last answer finishes."""
    review_options: Callable[[Scene], Sequence[Option]] | None = None
    """Buttons of the review card besides those of the engine, as ``(code, label)``."""
    review_pick: Callable[["Finishing", str], "Ending"] | None = None
    """Carries out one of the review card's own buttons."""
    suggested: Callable[[Scene], Sequence[str]] = lambda _: ()
    """Details that the review card offers by name, because the answers call for them."""
    language: Callable[[Answers], str | None] | None = None
    """The language that the answers ask for, where the form itself is about it."""
    title: Callable[[Scene], Html] | None = None
    """How the header calls the form; without it as the catalogue does."""
    note: Callable[[Scene], Html | None] = nothing
    """A line under the header: what is known already."""
    settle: Callable[[Scene], None] = nothing
    """Adds, after each answer, the answers that follow from it."""
    companions: Callable[[Scene], Sequence[Form]] = no_others
    """The drafts that came with this one and wait, the next one first."""
    keeps_drafts: bool = False
    """A form that is left can be resumed; otherwise leaving gives it up."""
    worth_keeping: Callable[[Scene], bool] = lambda scene: bool(scene.answers)
    """Whether leaving a draft loses anything; one that holds nothing new is given up."""
    anew: bool = False
    """Begins under the card whose button was pressed, which stays as it is."""
    give_up: str = "form-cancel"
    """The words on the button that leaves the form."""
    left: Callable[["Finishing"], "Ending"] | None = None
    """What is shown when it was given up; without it one line says so."""

    def question(self, name: str) -> Question | None:
        """Return the question of that name."""
        return next((question for question in self.questions if question.name == name), None)


@dataclass(frozen=True)
class Finishing:
    """What a flow gets when its form is carried out: the scene, and the request to answer."""

    scene: Scene
    request: "Request"


@dataclass(frozen=True)
class Done:
    """The form is over: its row is deleted."""


@dataclass(frozen=True)
class Stay:
    """The form stays open: something has to be answered again, or was only shown."""


@dataclass(frozen=True)
class GoOn:
    """Another form that waited is gone on with."""

    form: Form
    waits: bool = False
    """Whether the present form waits in its turn; otherwise it is over."""


Ending = Done | Stay | GoOn


def asked(flow: Flow, answers: Answers) -> list[Question]:
    """Return the questions that apply, details only where they were answered."""
    return [
        question
        for question in flow.questions
        if question.applies(answers) and (not question.detail or question.name in answers)
    ]


def next_question(flow: Flow, form: Form) -> Question | None:
    """Return the question that the form stands at, or None when all are answered."""
    if form.asking is not None:
        chosen = flow.question(form.asking)
        if chosen is not None and chosen.applies(form.answers):
            return chosen
    return next(
        (
            question
            for question in asked(flow, form.answers)
            if question.name not in form.answers and question.name not in form.skipped
        ),
        None,
    )


def previous_question(flow: Flow, form: Form) -> Question | None:
    """Return the answered or skipped question before the one that the form stands at."""
    here = next_question(flow, form)
    before: Question | None = None
    for question in asked(flow, form.answers):
        if here is not None and question.name == here.name:
            return before
        if question.settled(form.answers):
            continue
        if question.name in form.answers or question.name in form.skipped:
            before = question
    return before
