"""People who go through conversations as people do: act, wait for the answer, go on."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlmodel import select

from bot.standin.world import Message, Person
from storage.models import InboxItem, InboxState
from tests.resilience.stage import Stage

TOGGLED = "Ahead of a meeting"
HURRIED = (
    ("/help", "What you can do here"),
    ("/cancel", "There is nothing to cancel"),
    ("/language", "Which language do you prefer?"),
)

Step = tuple[str, str, str]
"""(``say`` or ``press``, what, words of the answer)."""


class Silence(Exception):
    """Somebody waited for an answer in vain."""


@dataclass
class Actor:
    """Somebody who talks to the bot; keeps count of the answers that they asked for."""

    stage: Stage
    person: Person
    asked: Counter[str] = field(default_factory=Counter)
    """How often the answer with these words was asked for."""
    toggles: int = 0
    submitted: list[str] = field(default_factory=list)
    """Titles of the activities that were reported to the end."""
    answered: dict[str, str] = field(default_factory=dict)
    """The last answer to each meeting, by its title."""
    complaints: list[str] = field(default_factory=list)

    async def goes_through(self, steps: Sequence[Step]) -> None:
        for how, what, answer in steps:
            if how == "say":
                await self.says(what, answer)
            else:
                await self.presses_button(what, answer)

    async def says(self, text: str, answer: str) -> None:
        await self.does(lambda: self.person.send(text), answer, f"said {text!r}")

    async def presses_button(self, label: str, answer: str, message: Message | None = None) -> None:
        card = message or self.card(label)
        await self.does(lambda: self.person.press(card, label), answer, f"pressed {label!r}")

    async def does(self, act: Callable[[], object], answer: str, what: str) -> None:
        """Act, then wait until a message or a card with the words of the *answer* comes."""
        since = len(self.stage.world.sent)
        self.asked[answer] += 1
        act()
        try:
            await self.hears(answer, since=since)
        except TimeoutError:
            seen = "\n---\n".join(m.text[:300] for m in self.person.received[-3:])
            raise Silence(
                f"{self.person.name} {what}, waited for {answer!r}; the last that came:\n{seen}\n"
                f"{self.whereabouts()}"
            ) from None

    def whereabouts(self) -> str:
        """Tell where this person's updates are: with Telegram, in the inbox, answered or not."""
        world = self.stage.world
        with self.stage.database.reading() as session:
            query = select(InboxItem).where(
                InboxItem.lane == self.person.id, InboxItem.state != InboxState.DONE
            )
            inbox = [
                f"{item.update_id} {item.state.value} sent {item.answers_sent}"
                for item in session.exec(query).all()
            ]
        refused = sum(status == 429 for _, status in world.calls[-100:])
        exceeded = world.floods.exceeded
        return (
            f"{len(self.stage.kills)} kills, {len(exceeded)} limits exceeded: {exceeded[-8:]}\n"
            f"inbox: {inbox}, with Telegram: {len(world.updates)}, polls: {world.polls}, "
            f"refused of the last 100 calls: {refused}"
        )

    async def hears(self, words: str, *, since: int) -> None:
        world, at = self.stage.world, since

        def heard() -> bool:
            nonlocal at
            fresh, at = world.sent[at:], len(world.sent)
            return any(s.chat_id == self.person.id and words in s.text for s in fresh)

        await world.until(heard, self.stage.patience)

    def card(self, label: str) -> Message:
        """Return the latest message with a button that begins like *label*."""
        for message in reversed(self.person.received):
            if any(words.startswith(label) for words in message.labels):
                return message
        raise LookupError(f"{self.person.name} has no button {label!r}")


def announcement(title: str, day: str, reply: str, form: str = "Online") -> list[Step]:
    """Return how a coordinator announces a meeting, up to the button that sends."""
    steps = [
        ("say", "/announce", "What is the meeting called?"),
        ("say", title, "When is it?"),
        ("say", day, "I understood:"),
        ("press", "Yes, that is right", "How will it be held?"),
    ]
    if form == "Online":
        steps += [("press", "Online", "link to join online")]
    else:
        steps += [("press", form, "Where?"), ("say", "Brussels, room 1", "link to join online")]
    return [
        *steps,
        ("say", "https://meet.example.org/dsn", "Is there a focus?"),
        ("press", "Skip", "Is there an agenda?"),
        ("press", "Skip", "By what date"),
        ("say", reply, "I understood:"),
        ("press", "Yes, that is right", "as it will look"),
        ("press", "Preview and recipients", "it cannot be recalled"),
        ("press", "Send now to", "The notice is being sent"),
    ]


REPORT: list[Step] = [
    ("say", "Montenegro", "What kind of activity is it?"),
    ("press", "Workshop", "Which themes?"),
    ("press", "Committees", "Which themes?"),
    ("press", "Done", "Under which programme?"),
    ("press", "INTER PARES", "What is its status?"),
    ("press", "Completed", "When? For example"),
    ("say", "18-20 July 2022", "I understood:"),
    ("press", "Yes, that is right", "What is the format?"),
    ("press", "In person", "In which town?"),
    ("say", "Podgorica", "What is it about"),
    ("say", "An expert joined a workshop on committees.", "Please check your activity"),
    ("press", "Submit", "Your activity has the reference"),
]


async def report(actor: Actor, title: str) -> None:
    """Report an activity from beginning to end."""
    await actor.says("/update", "Describe the activity in your own words")
    await actor.says("Ask me question by question", "What would you call the activity")
    await actor.says(title, "Which partner countries?")
    await actor.goes_through(REPORT)
    actor.submitted.append(title)


async def register(actor: Actor) -> None:
    """Ask to join the network."""
    await actor.goes_through(
        [
            ("say", "/register", "Which language should I use?"),
            ("press", "English", "Data protection, in short"),
            ("press", "I have read this", "Which country’s parliament"),
            ("say", "Suomi", "What is your name"),
            ("press", actor.person.name, "Please check your registration"),
            ("press", "Send my registration", "The coordinators will look"),
        ]
    )


async def approve(coordinator: Actor, name: str) -> None:
    """Approve somebody who asked to join."""
    await coordinator.stage.world.until(
        lambda: any("Approve" in m.labels and name in m.text for m in coordinator.person.received),
        coordinator.stage.patience,
    )
    card = next(m for m in coordinator.person.received if "Approve" in m.labels and name in m.text)
    await coordinator.presses_button("Approve", f"{name} was approved", card)


async def change_a_setting(actor: Actor) -> None:
    """Stop a kind of reminder, or want it again: a press that counted twice would show."""
    await actor.says("/settings", "Your settings")
    await actor.presses_button("Choose reminders", "Which reminders would you like?")
    card = actor.card("‹ Back to settings")
    label = next(words for words in card.labels if words.endswith(TOGGLED))
    await actor.presses_button(label, "Which reminders would you like?", card)
    actor.toggles += 1


def choosing_zone(city: str) -> list[Step]:
    """Return how somebody chooses a zone."""
    return [
        ("say", "/settings", "Your settings"),
        ("press", "Time zone", "Which city’s time"),
        ("say", city, city),
    ]


def pausing(day: str) -> list[Step]:
    """Return how somebody pauses their reminders until a day."""
    return [
        ("say", "/settings", "Your settings"),
        ("press", "Pause reminders", "Until when would you like"),
        ("say", day, "No reminders before"),
        ("press", "Yes, that is right", "no reminders before"),
    ]


def promoting(name: str) -> list[Step]:
    """Return how a coordinator makes a member a coordinator."""
    return [
        ("say", "/people", name),
        ("press", name, "Correspondent"),
        ("press", "Make coordinator", "Make"),
        ("press", "Yes, make coordinator", "Coordinator"),
    ]


async def answer(actor: Actor, title: str, label: str) -> None:
    """Answer a notice, once it has come."""
    await actor.stage.world.until(
        lambda: any(label in m.labels and title in m.text for m in actor.person.received),
        actor.stage.patience,
    )
    card = next(m for m in reversed(actor.person.received) if label in m.labels and title in m.text)
    await actor.presses_button(label, f"Your answer: {label}", card)
    actor.answered[title] = label


async def hurry(actor: Actor) -> None:
    """Type several things without waiting; each is answered, in order."""
    since = len(actor.stage.world.sent)
    for text, words in HURRIED:
        actor.asked[words] += 1
        actor.person.send(text)
    for _, words in HURRIED:
        await actor.hears(words, since=since)
    said = [s.text for s in actor.stage.world.sent[since:] if s.chat_id == actor.person.id]
    first = [next(i for i, text in enumerate(said) if words in text) for _, words in HURRIED]
    if first != sorted(first):
        actor.complaints.append(f"{actor.person.name} was answered out of order: {first}")
