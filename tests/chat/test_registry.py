"""What the features register: each once, each for whom it is meant, and nothing beside it."""

import ast
import importlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import bot
from bot.chat import callback_data
from bot.chat.feature import (
    ButtonHandler,
    Command,
    DeclarationError,
    Feature,
    Job,
    Listener,
    Registry,
    Way,
)
from bot.core.access import Access
from bot.core.text_keys import COMMAND, missing
from bot.desk.callbacks import BOARD
from bot.features import REGISTRY
from bot.meetings.callbacks import MEETING, MeetingAction
from bot.people import zone
from bot.process import declarations as declared
from config.network import network
from tests.chat import rights
from tests.chat.rights import Who

FEATURES = REGISTRY.features
ROOT = Path(bot.__file__).parent


# --- whom it is for --------------------------------------------------------------------------


def test_everything_is_open_to_whom_it_is_stated_to_be_open_to():
    assert rights.differences(REGISTRY) == []


def test_every_entry_that_is_taken_out_is_noticed():
    taken_out = rights.each_without_one(FEATURES)
    assert len(taken_out) > 70
    assert [name for name, features in taken_out if not rights.is_noticed(features)] == []


@pytest.mark.parametrize("access", Access)
def test_every_entry_that_is_opened_to_others_is_noticed(access):
    opened = rights.each_opened_to(FEATURES, access)
    assert len(opened) > 30
    assert [name for name, features in opened if not rights.is_noticed(features)] == []


def test_the_statement_says_everything_and_of_everybody():
    assert not rights.is_noticed(list(FEATURES))
    assert set.union(*(set(may) for may in rights.STATED.values())) == set(Who)
    for who in Who:
        for may in (rights.MEMBERS, rights.REPORTERS, rights.COORDINATORS):
            if who not in may:
                assert not missing([rights.refusal(who, may)])


# --- what is refused at the start ------------------------------------------------------------


def nothing(talk):
    pass


async def rest(tools):
    pass


DOUBLES = (
    (
        Feature("more", commands=[Command("who", nothing, Access.ANYONE, rank=999)]),
        "more: command /who is registered twice",
    ),
    (
        Feature("more", commands=[Command("more", nothing, Access.ANYONE, rank=10)]),
        "more: rank of a command 10 is registered twice",
    ),
    (
        Feature("more", buttons=[ButtonHandler(BOARD, nothing, Access.ANYONE)]),
        r"more: button brd:\* is registered twice",
    ),
    (
        Feature(
            "more", buttons=[ButtonHandler(MEETING, nothing, Access.ANYONE, [MeetingAction.WHO])]
        ),
        "more: button mtg:who is registered twice",
    ),
    (
        Feature("more", listeners=[Listener(Way.TYPED, "list", nothing, Access.ANYONE, 999)]),
        "more: reader typed list is registered twice",
    ),
    (
        Feature("more", listeners=[Listener(Way.TYPED, "more", nothing, Access.ANYONE, 50)]),
        "more: rank of a reader typed 50 is registered twice",
    ),
    (Feature("more", forms=[zone.FLOW]), "more: form zone is registered twice"),
    (
        Feature("more", jobs=[Job("forget", timedelta(hours=2), rest)]),
        "more: job forget is registered twice",
    ),
)


@pytest.mark.parametrize(("feature", "said"), DOUBLES)
def test_what_is_registered_twice_is_refused(feature, said):
    with pytest.raises(DeclarationError, match=f"^{said}$"):
        Registry([*FEATURES, feature])


def test_a_kind_of_message_that_is_registered_twice_is_refused():
    kind = next(iter(REGISTRY.kinds))
    with pytest.raises(ValueError, match=f"two kinds of messages are called {kind.name}"):
        Registry([*FEATURES, Feature("more", messages=[kind])])


def without_button(name, action):
    """Return the features with no row for one action of a button."""
    return [
        replace(
            feature,
            buttons=[
                replace(row, actions=[one for one in row.actions if one != action])
                if row.callback.name == name and action in row.actions
                else row
                for row in feature.buttons
                if row.names != [(name, action)]
            ],
        )
        for feature in FEATURES
    ]


@pytest.mark.parametrize(
    ("name", "action"),
    [
        (name, action)
        for name, action in REGISTRY.buttons
        if action is None or (name, None) not in REGISTRY.buttons
    ],
)
def test_a_button_that_no_feature_answers_is_refused(name, action):
    with pytest.raises(DeclarationError, match=f"^no feature answers the button {name}:") as told:
        Registry(without_button(name, action))
    assert action is None or str(told.value).endswith(f":{action}")


def test_every_button_that_is_made_is_answered():
    for callback in callback_data.declared().values():
        for action in callback.actions or (None,):
            row = REGISTRY.button(callback.name, action)
            assert row is not None
            assert row.callback is callback


def test_a_command_without_its_sentence_does_not_start():
    key = COMMAND.key("teleport")
    more = Feature("more", commands=[Command("teleport", nothing, Access.ANYONE, rank=999)])
    needed = set(declared.texts_needed_for(network(), Registry([*FEATURES, more])))
    assert needed - set(declared.texts_needed_for(network())) == {key}
    assert {language for _, language in missing([key])} == {"en", "fr"}


# --- nothing beside the registry -------------------------------------------------------------


def calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path, node


def kinds_that_are_started() -> Iterator[tuple[str, object]]:
    """Yield where a form is begun, and the kind that is named there."""
    for path, call in calls():
        match call.func:
            case ast.Attribute(attr="start" | "start_with", value=ast.Attribute(attr="engine")) if (
                len(call.args) > 1
            ):
                module = importlib.import_module(
                    ".".join(path.relative_to(ROOT.parent).with_suffix("").parts)
                )
                yield f"{path.name}:{call.lineno}", eval(ast.unparse(call.args[1]), vars(module))


def test_every_form_that_is_begun_is_registered_and_every_registered_one_is_begun():
    begun = dict(kinds_that_are_started())
    assert len(begun) >= 12
    assert {at: kind for at, kind in begun.items() if kind not in REGISTRY.forms} == {}
    assert set(begun.values()) == set(REGISTRY.forms)


def test_every_declaration_is_taken_into_a_feature():
    """A command, button, reader, form or kind of message that no feature has is forgotten."""
    held = {
        id(one)
        for feature in FEATURES
        for part in (*rights.PARTS, "messages")
        for one in getattr(feature, part)
    }
    kinds = tuple(type(one) for feature in FEATURES for one in (*feature.forms, *feature.messages))
    declared_kinds = (Command, ButtonHandler, Listener, Job, *set(kinds))
    forgotten = []
    for path in sorted(ROOT.rglob("*.py")):
        if "practice" in path.parts or path.stem == "__init__":
            continue
        name = ".".join(path.relative_to(ROOT.parent).with_suffix("").parts)
        for label, value in vars(importlib.import_module(name)).items():
            found = value if isinstance(value, list | tuple) else [value]
            forgotten += [
                f"{name}.{label}"
                for one in found
                if isinstance(one, declared_kinds) and id(one) not in held
            ]
    assert forgotten == []
