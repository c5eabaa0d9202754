"""What a feature registers: its commands, buttons, forms and jobs, each with who may use it.

A feature declares these once. The menus, the help, ``docs/commands.md``, the table of rights and
the dispatcher all read the declaration, so that nothing can be reached which is not in it.
"""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TypeVar

from bot.chat import callback_data
from bot.chat.callback_data import Action, Callback
from bot.chat.forms.form import Flow
from bot.chat.request import Request
from bot.core.access import Access, Menu
from bot.core.runtime import Runtime, Upcoming
from bot.outbox.message_kinds import Controls, MessageKind, MessageKinds, no_controls
from bot.outbox.telegram.sender import Sender
from config.network import Network
from storage.models import Person

T = TypeVar("T")

Work = Callable[[Request], None]
"""Handles one update: looks at the request, calls a service, says the answer."""
Taker = Callable[[Request], bool]
"""Handles a message if it is meant by it; returns whether it was."""
Ahead = Callable[[Request], bool]
"""Reads the text that the work will need into ``request.readings``, before the transaction.

Its request writes and says nothing. It returns whether the message is meant by what it reads for.
"""


class DeclarationError(Exception):
    """The features do not fit together; the text is one line that names what is wrong."""


def always(person: Person | None) -> bool:
    """Show a command to everybody who may use it."""
    del person
    return True


def everywhere(network: Network) -> bool:
    """Show a command whatever the organiser has decided."""
    del network
    return True


@dataclass(frozen=True)
class Command:
    """A command of the chat: ``/who words``."""

    name: str
    work: Work
    open_to: Access
    rank: int
    """Where help and Telegram's menu list it: the daily ones first."""
    usage: str = ""
    """What may be typed behind it, as the documentation shows it: ``[words]``."""
    shown_to: Callable[[Person | None], bool] = always
    """Whether somebody who may use it is shown it: nobody is bothered with what makes no sense."""
    offered_by: Callable[[Network], bool] = everywhere
    """Whether a network with these decisions shows it to anybody."""
    ahead: Ahead | None = None


@dataclass(frozen=True)
class ButtonHandler:
    """A kind of button under messages, and which of its actions this is for.

    Without *actions* the row is for every press of the kind which no other row is for.
    """

    callback: Callback
    work: Work
    open_to: Access
    actions: Sequence[Action] = ()
    ahead: Ahead | None = None

    @property
    def names(self) -> Sequence[tuple[str, str | None]]:
        """What its presses begin with: the callback's name, and the action behind it."""
        return [(self.callback.name, action) for action in self.actions or (None,)]


class Way(StrEnum):
    """How something comes that is neither a known command nor a press."""

    TYPED = "typed"
    EDITED = "edited"
    UNKNOWN_COMMAND = "unknown command"
    MEMBERSHIP = "membership"
    """Telegram tells that somebody blocked the bot, or started it again."""


@dataclass(frozen=True)
class Listener:
    """Takes what is meant for it: an answer to a form, words that narrow a list.

    Whoever may not use it is passed over, as if it were not there.
    """

    way: Way
    name: str
    work: Taker
    open_to: Access
    rank: int
    """Listeners are asked in this order; the first that takes the message ends it."""
    ahead: Ahead | None = None


@dataclass(frozen=True)
class Tools:
    """What a job may use."""

    runtime: Runtime
    sender: Sender


@dataclass(frozen=True)
class Job:
    """Something that is done again and again, by the leader unless it says otherwise."""

    name: str
    every: timedelta
    run: Callable[[Tools], Awaitable[None]]
    upcoming: Upcoming | None = None
    """What it will plan by itself: the forecast asks for it. None for a job that plans nothing."""
    everywhere: bool = False
    """Whether every process does it, and not the one that leads alone."""


@dataclass(frozen=True)
class Feature:
    """One noun of the product, with everything by which it is reached."""

    name: str
    commands: Sequence[Command] = ()
    buttons: Sequence[ButtonHandler] = ()
    listeners: Sequence[Listener] = ()
    forms: Sequence[Flow] = ()
    messages: Sequence[MessageKind] = ()
    """What the bot sends by itself."""
    jobs: Sequence[Job] = ()


@dataclass(frozen=True)
class Right:
    """A row of the table of rights."""

    way: str
    """command, button, typed, edited or form."""
    name: str
    open_to: Access


class Registry:
    """Everything that all features register, refused where two register the same."""

    def __init__(self, features: Sequence[Feature], controls: Controls = no_controls) -> None:
        """Collect what *features* declare; raises :class:`DeclarationError`.

        *controls* are the buttons below every message that nobody asked for.
        """
        self.features = tuple(features)
        self.commands = {
            command.name: command
            for command in sorted(
                _all(features, lambda feature: feature.commands), key=lambda command: command.rank
            )
        }
        self.buttons = {
            name: button
            for button in _all(features, lambda feature: feature.buttons)
            for name in button.names
        }
        self.listeners = sorted(
            _all(features, lambda feature: feature.listeners), key=lambda listener: listener.rank
        )
        self.forms = {flow.kind: flow for flow in _all(features, lambda feature: feature.forms)}
        self.kinds = MessageKinds(_all(features, lambda feature: feature.messages), controls)
        self.jobs = {job.name: job for job in _all(features, lambda feature: feature.jobs)}
        _refuse_doubles(features)
        self._refuse_silent_buttons()

    def _refuse_silent_buttons(self) -> None:
        """Refuse a button that is made somewhere and that no feature answers."""
        for callback in callback_data.declared().values():
            for action in callback.actions or (None,):
                if self.button(callback.name, action) is None:
                    raise DeclarationError(
                        f"no feature answers the button {callback.name}:{action}"
                    )

    @property
    def upcoming(self) -> list[Upcoming]:
        """What the jobs will plan by themselves."""
        return [job.upcoming for job in self.jobs.values() if job.upcoming is not None]

    @property
    def kept_forms(self) -> frozenset[str]:
        """The kinds of forms that are kept as drafts when they are left."""
        return frozenset(flow.kind for flow in self.forms.values() if flow.keeps_drafts)

    def button(self, name: str, action: str | None) -> ButtonHandler | None:
        """Return the row for a press, the one of its action first; None for an unknown button."""
        return self.buttons.get((name, action)) or self.buttons.get((name, None))

    def menu(self, network: Network) -> Menu:
        """Return the commands in their order, as each person of a *network* is shown them."""
        return Menu(tuple(one for one in self.commands.values() if one.offered_by(network)))

    def listeners_of(self, way: Way) -> list[Listener]:
        """Return who may take what comes in this way, in the order in which they are asked."""
        return [listener for listener in self.listeners if listener.way is way]

    def rights(self) -> list[Right]:
        """Return the table of rights: every way in, with whom it is open to."""
        return [
            *(Right("command", f"/{one.name}", one.open_to) for one in self.commands.values()),
            *(
                Right("button", f"{name}:{action}" if action else name, one.open_to)
                for (name, action), one in self.buttons.items()
            ),
            *(Right(one.way.value, one.name, one.open_to) for one in self.listeners),
            *(Right("form", one.kind, one.open_to) for one in self.forms.values()),
        ]


def _all(features: Iterable[Feature], of: Callable[[Feature], Iterable[T]]) -> Iterator[T]:
    for feature in features:
        yield from of(feature)


def _refuse_doubles(features: Sequence[Feature]) -> None:
    """Refuse two declarations of one thing: the second would silently replace the first."""
    seen: set[tuple[str, str]] = set()
    for feature in features:
        for what, name in _names(feature):
            if (what, name) in seen:
                raise DeclarationError(f"{feature.name}: {what} {name} is registered twice")
            seen.add((what, name))


def _names(feature: Feature) -> Iterator[tuple[str, str]]:
    yield from (("command", f"/{command.name}") for command in feature.commands)
    yield from (("rank of a command", str(command.rank)) for command in feature.commands)
    yield from (
        ("button", f"{name}:{action or '*'}")
        for button in feature.buttons
        for name, action in button.names
    )
    yield from (("reader", f"{listener.way} {listener.name}") for listener in feature.listeners)
    yield from (
        ("rank of a reader", f"{listener.way} {listener.rank}") for listener in feature.listeners
    )
    yield from (("form", flow.kind) for flow in feature.forms)
    yield from (("job", job.name) for job in feature.jobs)
