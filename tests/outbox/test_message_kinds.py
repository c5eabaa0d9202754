"""The kinds of messages: declared once, named by whoever plans them, asked by everybody else."""

import ast
import inspect
import textwrap
from pathlib import Path

import pytest

import bot
from bot.desk import restored, weekly_health
from bot.features import REGISTRY
from bot.meetings import service as meetings
from bot.outbox import incidents, lifecycle
from bot.outbox.message_kinds import MessageKind, MessageKinds, Missed
from bot.people import acknowledgement, silence
from bot.reminders import service as reminders
from config.network import network
from storage.models import Role, Standing

CODE = sorted(Path(bot.__file__).parent.rglob("*.py"))


def drawn(notification):
    raise AssertionError("declared only: nothing here draws it")


def constants(node):
    return {
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }


def test_two_kinds_of_one_name_are_refused():
    with pytest.raises(ValueError, match="notice"):
        MessageKinds([MessageKind("notice", drawn), MessageKind("notice", drawn)])


def test_every_kind_that_a_service_plans_is_declared():
    planned = {incidents.KIND, weekly_health.KIND, lifecycle.REFUSED, reminders.KIND}
    planned |= {acknowledgement.KIND, silence.ASKED, meetings.CARD_AGAIN}
    planned |= {restored.KIND, restored.FORM_AGAIN}
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="tell" | "tell_coordinators"), args=args):
                    planned |= {
                        part.value
                        for part in args
                        if isinstance(part, ast.Constant) and isinstance(part.value, str)
                    }
                case ast.Dict(keys=keys, values=values):
                    row = {
                        key.value: value
                        for key, value in zip(keys, values, strict=True)
                        if isinstance(key, ast.Constant)
                    }
                    if {"key", "due_at", "kind"} <= set(row):
                        planned |= constants(row["kind"])
    assert planned >= {"notice", "draft", "draft_ended", "application", "unreachable"}
    assert planned | {"welcome", "suspended"} == {kind.name for kind in REGISTRY.kinds}


def test_what_a_letter_says_in_its_own_words_is_declared():
    for kind in REGISTRY.kinds:
        function = ast.parse(textwrap.dedent(inspect.getsource(kind.draw)))
        says = {
            part.args[0].value
            for part in ast.walk(function)
            if isinstance(part, ast.Call)
            and part.args
            and isinstance(part.args[0], ast.Constant)
            and (getattr(part.func, "attr", getattr(part.func, "id", "")) in {"texts", "plain"})
        }
        assert says <= set(kind.texts), kind.name


def test_who_is_offered_to_stop_what():
    def codes(role):
        return [topic.code for topic in REGISTRY.kinds.stoppable(network(), role)]

    of_everybody = ["reply_by", "dossier", "practical", "joining"]
    assert codes(Role.OBSERVER) == of_everybody
    assert codes(Role.CORRESPONDENT) == [
        "call_for_updates",
        "updates_due",
        *of_everybody,
        "ipex",
        "draft",
    ]
    assert codes(Role.COORDINATOR) == [
        "call_for_updates",
        "updates_due",
        *of_everybody,
        "report",
        "ipex",
        "draft",
        "health",
    ]


def test_what_happens_to_each_kind_that_was_missed_and_who_may_get_it():
    assert REGISTRY.kinds.renewed == {"notice"}
    assert REGISTRY.kinds.unseen == {"application_closed", "commands"}
    assert {kind.name for kind in REGISTRY.kinds if kind.missed is Missed.SENT} | {"notice"} == {
        kind.name for kind in REGISTRY.kinds
    }
    to_outsiders = {kind.name for kind in REGISTRY.kinds if kind.standings != {Standing.ACTIVE}}
    assert to_outsiders == {
        "application_question",
        "commands",
        "declined",
        "email_code",
        "role_taken",
        "suspended",
    }
    assert {kind.name for kind in REGISTRY.kinds if kind.explains_itself} == to_outsiders | {
        "application_closed",
        "command_line",
        "renamed",
        "role_changed",
        "seat_changed",
        "seated",
        "silent",
        "took_over",
        "welcome",
    }
