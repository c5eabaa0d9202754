"""Kinds of messages that the bot sends by itself: each declares what others need to know of it.

A kind says who may get it, who may stop it, what happens to it after an absence, by which channels
it goes, and which sentences it needs. It stands beside the function that draws it. The registry of
features collects all kinds in one :class:`MessageKinds`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from bot.core.messages import Keyboard
from bot.core.text_keys import Pattern
from bot.outbox.notification import Draw, Notification
from config.network import Network
from storage.models import Channel, Delivery, Role, Standing

EVERYBODY = frozenset(Role)
COORDINATORS = frozenset({Role.COORDINATOR})
MEMBERS = frozenset({Standing.ACTIVE})
NAME = Pattern("message-{}-name")
WHY = Pattern("message-{}-why")


class Missed(StrEnum):
    """What happens to a message that did not reach its reader, once they can be reached again."""

    SENT = "sent"
    """It is sent after all, drawn from the world as it is then, unless it is too late."""
    ANEW = "anew"
    """Another takes its place that tells how things stand (``onboarding.catch_up``)."""


@dataclass(frozen=True)
class Topic:
    """What a person knows messages by, and may stop: a kind, or of reminders a rule of the plan."""

    code: str
    """What ``Person.stopped_kinds`` holds where somebody has stopped it."""
    name: str
    """The key of what it is called."""
    why: str
    """The key of why it is sent."""
    stopped_by: frozenset[Role] = frozenset()
    """Who may stop it; nobody where it is empty."""
    is_private: bool = False
    """Whether its readers are nobody else's business: the forecast counts them."""
    texts: tuple[str, ...] = ()
    """The keys of sentences that only messages of this topic say."""

    @property
    def can_be_stopped(self) -> bool:
        """Whether anybody may stop it."""
        return bool(self.stopped_by)


@dataclass(frozen=True)
class Topics:
    """The topics of a kind that has several: found in the plan, and for one delivery."""

    of_plan: Callable[[Network], Sequence[Topic]]
    of_row: Callable[[Network, Delivery], Topic]


def at_any_hour(network: Network, row: Delivery) -> bool:
    """Say of a kind that its messages come whenever they are due."""
    del network, row
    return False


def in_working_hours(network: Network, row: Delivery) -> bool:
    """Say of a kind that its messages come in working hours alone."""
    del network, row
    return True


@dataclass(frozen=True)
class MessageKind:
    """One kind of message, as ``Delivery.kind`` names it."""

    name: str
    draw: Draw
    """Returns the message for a row as it is to be sent now, or why it is not sent."""
    texts: tuple[str, ...] = ()
    """The keys of its sentences; those of its topics come by themselves."""
    roles: frozenset[Role] = EVERYBODY
    """Who may get it; whoever has another role by the time it is due does not."""
    standings: frozenset[Standing] = MEMBERS
    stopped_by: frozenset[Role] = frozenset()
    missed: Missed = Missed.SENT
    channels: frozenset[Channel] = frozenset({Channel.TELEGRAM})
    explains_itself: bool = False
    """Whether it says why it came, or answers what its reader did: it needs no button for that."""
    is_message: bool = True
    """Whether its reader sees a message; nobody misses what is none."""
    is_private: bool = False
    comes_again: bool = False
    """Whether its reader may ask for it once more on the next working morning."""
    refusal_is_told: bool = True
    """Whether somebody hears that Telegram refused it."""
    keeps_hours: Callable[[Network, Delivery], bool] = at_any_hour
    """Whether a message comes in its reader's working hours alone, even when it is late."""
    topics: Topics | None = None
    """What its readers know it by, where that is not the kind itself."""

    @property
    def own_topic(self) -> Topic:
        """The kind as its readers know it."""
        name = self.name
        return Topic(name, NAME.key(name), WHY.key(name), self.stopped_by, self.is_private)

    def topics_in(self, network: Network) -> Sequence[Topic]:
        """Return what its readers know it by, as the organiser's plan stands."""
        if not self.is_message:
            return ()
        return self.topics.of_plan(network) if self.topics else (self.own_topic,)

    def needs(self, network: Network) -> Iterator[str]:
        """Yield the keys of every sentence that it needs."""
        yield from self.texts
        for topic in self.topics_in(network):
            yield from (*topic.texts, topic.name, topic.why)


Controls = Callable[[Notification, MessageKind], Keyboard]
"""Returns the buttons below a message that nobody asked for: why it came, no more of these."""


def no_controls(notification: Notification, kind: MessageKind) -> Keyboard:
    """Return no buttons below a message."""
    del notification, kind
    return ()


class MessageKinds:
    """Every kind there is, by name. Raises ``ValueError`` where two have the same name."""

    def __init__(self, kinds: Iterable[MessageKind], controls: Controls = no_controls) -> None:
        self.controls = controls
        self._by_name: dict[str, MessageKind] = {}
        for kind in kinds:
            if kind.name in self._by_name:
                raise ValueError(f"two kinds of messages are called {kind.name}")
            self._by_name[kind.name] = kind

    def __iter__(self) -> Iterator[MessageKind]:
        """Yield every kind, in the order in which they were declared."""
        return iter(self._by_name.values())

    def get(self, name: str) -> MessageKind | None:
        """Return the kind of that name; None for one of another version of the program."""
        return self._by_name.get(name)

    @property
    def renewed(self) -> frozenset[str]:
        """The kinds of which a returning person gets the present state instead."""
        return frozenset(kind.name for kind in self if kind.missed is Missed.ANEW)

    @property
    def unseen(self) -> frozenset[str]:
        """The kinds that are no message to anybody."""
        return frozenset(kind.name for kind in self if not kind.is_message)

    def topic_of(self, network: Network, row: Delivery) -> Topic:
        """Return what the reader of a delivery knows it by; raises ``LookupError`` for none."""
        kind = self._by_name[row.kind]
        return kind.topics.of_row(network, row) if kind.topics else kind.own_topic

    def topics(self, network: Network) -> dict[str, Topic]:
        """Return every topic by its code; two kinds that share a code are a mistake."""
        every = chain.from_iterable(kind.topics_in(network) for kind in self)
        return {topic.code: topic for topic in every}

    def stoppable(self, network: Network, role: Role) -> list[Topic]:
        """Return what somebody of this role may stop: nobody is offered what never comes."""
        return [topic for topic in self.topics(network).values() if role in topic.stopped_by]

    def keys_needed(self, network: Network) -> list[str]:
        """Return the keys of every sentence that the kinds need, each once."""
        return list(dict.fromkeys(chain.from_iterable(kind.needs(network) for kind in self)))
