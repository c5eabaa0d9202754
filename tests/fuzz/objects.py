"""Telegram's objects, made from the library's own classes: a new kind appears here by itself.

What a class is made of is read from its constructor's signature. The library is the one place that
knows the Bot API, so whoever renews it gets the new kinds of updates and messages fuzzed as well.
"""

import inspect
import re
import sys
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Any

import telegram
from telegram import Chat, Message, MessageEntity, TelegramObject, Update, User
from telegram._utils.defaultvalue import DefaultValue

DEEPEST = 3
"""How deep an object lies in another before it gets nothing but what it must have."""
USUAL_SHARE = 0.15
"""The share of what an object may have that it gets."""
_MISSING = re.compile("`([a-z_]+)` is (?:a )?required")
IMPOSSIBLE = {"migrate_to_chat_id"}
"""Of a message: what Telegram alone writes and what would take a chat's id from its owner."""


@cache
def _namespace() -> dict[str, Any]:
    """Return every name that an annotation of the library's may hold."""
    found: dict[str, Any] = {}
    for name, module in sorted(sys.modules.items()):
        if name.startswith("telegram.") and not name.startswith("telegram.ext"):
            for key, value in vars(module).items():
                found.setdefault(key, value)
    return found | vars(telegram)


@cache
def parameters(made: type[TelegramObject]) -> Mapping[str, tuple[Any, bool]]:
    """Return what a class is made of: by name, the type and whether it must be given."""
    found = {}
    for one in list(inspect.signature(made.__init__).parameters.values())[1:]:
        if one.name == "api_kwargs" or one.kind in (one.VAR_KEYWORD, one.VAR_POSITIONAL):
            continue
        found[one.name] = (_resolved(one.annotation), one.default is one.empty)
    return found


def _resolved(kind: Any) -> Any:
    if isinstance(kind, typing.ForwardRef):
        kind = kind.__forward_arg__
    if isinstance(kind, str):
        return eval(kind, _namespace())  # the library's own annotation
    return kind


def kinds_of_updates() -> list[str]:
    """Return every kind of update that the library knows."""
    return [name for name in parameters(Update) if name != "update_id"]


def kinds_of_content() -> list[str]:
    """Return everything that a message may hold."""
    return [name for name, (_, must) in parameters(Message).items() if not must]


def made_of(kind: str) -> type[TelegramObject]:
    """Return the class of an update's content of this kind."""
    return _classes(parameters(Update)[kind][0])[0]


def _classes(kind: Any) -> list[Any]:
    """Return what a type allows, without None."""
    kind = _resolved(kind)
    if typing.get_origin(kind) is typing.Union or isinstance(kind, types.UnionType):
        return [one for part in typing.get_args(kind) for one in _classes(part)]
    # The library's own "not given" is never sent.
    return [] if kind is type(None) or typing.get_origin(kind) is DefaultValue else [kind]


@cache
def _leaves(made: type[TelegramObject]) -> tuple[type[TelegramObject], ...]:
    """Return the classes that Telegram sends for one: its kinds, or itself where it has none."""
    kinds = [one for one in made.__subclasses__() if not one.__module__.startswith("telegram.ext")]
    return tuple(leaf for one in kinds for leaf in _leaves(one)) or (made,)


class Maker:
    """Makes objects from one source of chance."""

    def __init__(
        self, chance: Random, text: Callable[[], str], now: datetime, **given: Callable[[], Any]
    ) -> None:
        """Make from *chance*; words come from *text*, users and chats from *given*."""
        self.chance = chance
        self.text = text
        self.now = now
        self.given = given

    def make(
        self, made: type[TelegramObject], depth: int = 0, *, wanted: Sequence[str] = (), **set_: Any
    ) -> Any:
        """Return an object of a class with everything that it must have, and what is *wanted*.

        What else it may have it gets now and then; *set_* are values that are decided already.
        """
        if made is User and not set_:
            return self.given["user"]()
        if made is Chat and not set_:
            return self.given["chat"]()
        leaf = self.chance.choice(_leaves(made))
        values = dict(set_)
        for name, (kind, must) in parameters(leaf).items():
            if name in values or (name in IMPOSSIBLE and leaf is Message):
                continue
            is_drawn = depth < DEEPEST and self.chance.random() < USUAL_SHARE / (depth + 1)
            if must or name in wanted or (is_drawn and leaf is not Message):
                values[name] = self.value(name, kind, depth + 1)
        return self._made(leaf, values, depth)

    def _made(self, leaf: type[TelegramObject], values: dict[str, Any], depth: int) -> Any:
        """Return the object; some of what Telegram always sends is required by words alone."""
        while True:
            try:
                return leaf(**values)
            except TypeError as error:
                missing = _MISSING.search(str(error))
                if missing is None or values.get(missing[1]) is not None:
                    raise
                kind, _ = parameters(leaf)[missing[1]]
                values[missing[1]] = self.value(missing[1], kind, depth + 1)

    def value(self, name: str, kind: Any, depth: int = 1) -> Any:
        """Return a value of a type, as a parameter of this name has it."""
        options = _classes(kind)
        if timedelta in options:
            options = [timedelta]
        chosen = self.chance.choice([one for one in options if _is_made(one)] or options)
        origin = typing.get_origin(chosen)
        if origin is typing.Literal:
            return self.chance.choice(typing.get_args(chosen))
        if origin is not None:
            (inner, *_) = typing.get_args(chosen)
            # Of a photo there is always a size; a list that may be empty is empty now and then.
            return [self.value(name, inner, depth) for _ in range(self.chance.choice((1, 1, 2)))]
        if inspect.isclass(chosen) and issubclass(chosen, TelegramObject):
            if chosen is MessageEntity:
                return self.entity(self.text())
            return self.make(chosen, depth)
        return self._plain(name, chosen)

    def entity(self, text: str) -> MessageEntity:
        """Return an entity of any kind, about any part of a text or of none."""
        length = max(len(text), 1)
        offset = self.chance.randrange(length)
        return MessageEntity(
            self.chance.choice(MessageEntity.ALL_TYPES),
            offset,
            self.chance.choice((1, length - offset, length + 10)),
        )

    def _plain(self, name: str, kind: Any) -> Any:
        if kind is bool:
            return self.chance.random() < 0.5
        if kind is int:
            return self.chance.choice((0, 1, 7, 2**31 - 1, 2**31, 2**52))
        if kind is float:
            return self.chance.choice((0.0, 50.84, -180.0))
        if kind is datetime:
            return self.now + timedelta(days=self.chance.choice((-400, 0, 0, 30)))
        if kind is timedelta:
            return timedelta(seconds=self.chance.choice((0, 1, 3600)))
        if name.endswith("_id") or name == "id":
            return f"fuzz{self.chance.randrange(10**9)}"
        return self.text()


def _is_made(kind: Any) -> bool:
    return inspect.isclass(kind) and issubclass(kind, TelegramObject) and kind is not object


def as_json(made: TelegramObject) -> dict[str, Any]:
    """Return an object as Telegram writes it."""
    return dict(made.to_dict())
