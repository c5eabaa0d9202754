"""What stands in a button: declared once, short enough, read strictly."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot
from bot.chat import callback_data as keyboards
from bot.chat.callback_data import GREATEST, Action, Callback, OldButton, longest, number
from bot.chat.callbacks import FORM, FormAction
from bot.core.messages import DATA_LIMIT
from bot.desk.callbacks import LOG
from bot.features import REGISTRY
from bot.meetings.callbacks import MEETING, RSVP, MeetingAction
from storage.models import Choice, Form, Meeting, Person, Sealed, new_seal
from storage.sealed import find
from tests.conftest import START

CODE = sorted(Path(bot.__file__).parent.rglob("*.py"))


def parts_of(carries):
    """Return every kind of part that a button may carry, however deep."""
    for part in carries:
        yield part
        if isinstance(part, type) and issubclass(part, Action):
            for member in part:
                yield from parts_of(member.carries)


def test_every_button_fits_however_far_ids_and_versions_have_come():
    for callback in keyboards.declared().values():
        for data in longest(callback):
            assert len(data.encode()) <= DATA_LIMIT, data


def test_each_name_stands_once_and_none_begins_another():
    with pytest.raises(ValueError, match="two kinds of buttons are called f"):
        Callback("f")
    for callback in keyboards.declared().values():
        assert ":" not in callback.name


def test_what_a_button_names_is_sealed_and_what_is_sealed_a_button_names():
    assert REGISTRY.features  # with them every kind of button is declared
    named = {
        part
        for callback in keyboards.declared().values()
        for part in parts_of(callback.carries)
        if isinstance(part, type) and issubclass(part, Sealed)
    }
    assert named == set(Sealed.__subclasses__())


def test_no_name_of_a_button_is_spelt_anywhere_else():
    names = tuple(f"{callback.name}:" for callback in keyboards.declared().values())
    for path in CODE:
        if path.name == "callbacks.py" or "practice" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                spelt = node.value.removeprefix("^")
                assert not (spelt.startswith(names) and " " not in spelt), f"{path.name}: {spelt}"


def test_buttons_say_what_they_said():
    meeting = Meeting(id=3)
    data = RSVP.data(meeting, 1, Choice.ONLINE)
    assert data == f"rsvp:3.{meeting.seal}:1:online"
    press = keyboards.parse(data)
    assert (press.name, press.number(1), press.one_of(2, Choice)) == ("rsvp", 1, Choice.ONLINE)
    for wrong in (
        lambda: press.number(2),
        lambda: press.number(0),
        lambda: press.code(9),
        lambda: press.one_of(1, Choice),
    ):
        with pytest.raises(OldButton):
            wrong()


@pytest.mark.parametrize(
    "data",
    [
        None,
        "",
        ":",
        "rsvp",
        "rsvp:3.0f:1",
        "rsvp:3.0f:1:online:1",
        "rsvp:3.0f:1:perhaps",
        "rsvp:3.0f:-1:online",
        "rsvp:-3.0f:1:online",
        "rsvp:Ⅲ:1:online",
        "upd:new:1",
        "upd:newer",
        "mbr:ask:suspend",
        "mbr:ask:praise:3.0f",
        "prj:list:all:100000",
        f"lang:{'x' * 9}",
        "nobody:1",
    ],
)
def test_what_no_button_says_is_an_old_button(data):
    with pytest.raises(OldButton):
        keyboards.parse(data)


@pytest.mark.parametrize(
    ("callback", "parts"),
    [
        (RSVP, (Meeting(id=3), 1)),
        (RSVP, (Person(id=3), 1, Choice.ONLINE)),
        (RSVP, (3, 1, Choice.ONLINE)),
        (RSVP, (Meeting(id=3), -1, Choice.ONLINE)),
        (RSVP, (Meeting(id=3), GREATEST + 1, Choice.ONLINE)),
        (RSVP, (Meeting(id=3), 1, "online")),
        (RSVP, (Meeting(id=3), 1, Choice.ONLINE, "x")),
        (MEETING, (MeetingAction.OPEN,)),
        (MEETING, (MeetingAction.PAST, Meeting(id=3))),
        (FORM, (Form(id=3), 1, FormAction.CHOOSE, "a:b")),
        (FORM, (Form(id=3), 1, FormAction.CHOOSE, "é" * 15)),
        (LOG, ("1",)),
    ],
)
def test_a_button_that_is_not_as_declared_is_a_mistake_of_ours(callback, parts):
    with pytest.raises(ValueError, match=callback.name):
        callback.data(*parts)


@given(st.integers(0, GREATEST))
def test_numbers_come_back(value):
    assert number(str(value)) == value


@given(
    st.integers(max_value=-1)
    | st.integers(GREATEST + 1)
    | st.sampled_from(["", " 1", "1 ", "+1", "1_0", "٣", "²", "1.0", "1e3", "0x1", "nan", "³1"])
)
def test_what_no_button_carries_is_no_number(value):
    assert number(str(value)) is None


def test_seals_are_each_rows_own():
    seals = {new_seal() for _ in range(1000)}
    assert len(seals) == 1000
    assert all(len(seal) == 8 and seal.isalnum() for seal in seals)
    assert Form().seal != Form().seal


def test_a_row_is_found_by_its_seal_alone(database):
    with database.transaction() as session:
        form = Form(telegram_id=5, kind="x", created_at=START, updated_at=START)
        session.add(form)
        session.flush()
        press = keyboards.parse(FORM.data(form, 0, FormAction.BACK))
        assert press.row(session, 0, Form, over="gone") is form
        other = form.seal[::-1] + "0"
        for data, said in (
            (f"f:{form.id}", "button-old"),
            (f"f:{form.id}.{other}", "button-old"),
            (f"f:{form.id + 1}.{form.seal}", "gone"),
            (f"f:{GREATEST}.{form.seal}", "gone"),
            (f"f:{2**40}.{form.seal}", "button-old"),
            (f"f:-1.{form.seal}", "button-old"),
            ("f:", "button-old"),
        ):
            with pytest.raises(OldButton) as old:
                keyboards.parse(f"{data}:0:b").row(session, 0, Form, over="gone")
            assert old.value.said == said, data
        assert find(session, Form, GREATEST) is None
