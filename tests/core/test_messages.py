"""What the bot says as plain values: budgets, escaping, round trips."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import messages
from bot.core.messages import Act, Attachment, Button, Html, Outgoing, Style
from bot.standin.entities import parse_html
from tests.conftest import START

words = st.text(st.characters(blacklist_categories=["Cs"]), max_size=300)
wanted = st.none() | st.text(min_size=1, max_size=20)
buttons = st.builds(
    Button,
    text=st.text(min_size=1, max_size=20),
    data=st.none() | st.from_regex(r"[a-z0-9:]{1,64}", fullmatch=True),
    url=wanted,
    copy=wanted,
    style=st.none() | st.sampled_from(Style),
)
rows = st.lists(st.lists(buttons, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple)
files = st.builds(Attachment.of, name=words, content=st.binary(max_size=40))
outgoing = st.builds(
    Outgoing,
    act=st.sampled_from(Act),
    chat_id=st.integers(min_value=1),
    text=words,
    keyboard=rows,
    message_id=st.none() | st.integers(min_value=1),
    in_caption=st.booleans(),
    query_id=wanted,
    alert=st.booleans(),
    file=st.none() | files,
    remember=wanted,
    silent=st.booleans(),
    commands=st.lists(st.text(min_size=1, max_size=10), max_size=3).map(tuple),
    language=wanted,
)


@given(words)
def test_escaped_text_comes_back_as_it_was(text):
    shown, entities = parse_html(messages.html(text), now=START)
    assert shown == text.strip()
    assert entities == []


@given(st.lists(words, max_size=40), st.integers(20, 400))
def test_long_texts_are_split_within_the_limit(lines, limit):
    text = "\n".join(messages.html(" ".join(line.split())) for line in lines)
    parts = messages.paragraphs(text, limit)
    for part in parts:
        assert messages.units(messages.plain(part)) <= limit
        parse_html(part, now=START)
    said = [line.strip() for part in parts for line in messages.plain(part).split("\n")]
    for line in text.split("\n"):
        whole = messages.plain(Html(line)).strip()
        if messages.units(whole) <= limit:
            assert whole in ["", *said]  # what has room in a message is in one of them
        else:
            assert any(cut.endswith("…") and whole.startswith(cut[:-1]) for cut in said)


@given(words, st.integers(1, 50))
def test_shortened_text_fits_and_says_that_it_was_shortened(text, limit):
    short = messages.shorten(text, limit)
    assert messages.units(short) <= limit
    assert (short == text) is (messages.units(text) <= limit)
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


def test_what_nobody_sees_is_taken_out_of_names():
    assert messages.tidy("A\u202eli\u200bce\x00  <b>\r\n\n\n\nBob") == "Alice <b>\n\nBob"


def test_a_message_survives_being_stored():
    message = Outgoing(
        Act.SEND,
        5,
        Html("<b>x</b>"),
        ((Button("Go", data="f:1:2:g", style=Style.SUCCESS), Button("See", url="https://a.eu")),),
        file=Attachment.of("a.ics", b"\x00\xff"),
        remember="form:1",
    )
    assert Outgoing.from_json(message.to_json()) == message
    assert message.file.as_bytes() == b"\x00\xff"
    edit = Outgoing(Act.EDIT, 5, "x", message_id=3, in_caption=True)
    assert Outgoing.from_json(edit.to_json()) == edit


@given(outgoing)
def test_what_was_stored_comes_back_as_it_was(message):
    stored = json.loads(json.dumps(message.to_json()))
    assert Outgoing.from_json(stored) == message


def test_only_what_says_something_is_stored():
    button = Button("Online", data="m:1:on")
    said = Outgoing(Act.SEND, 5, "When?", ((button,),)).to_json()
    assert said == {
        "act": "send",
        "chat_id": 5,
        "text": "When?",
        "keyboard": [[{"text": "Online", "data": "m:1:on"}]],
    }


def test_callback_data_over_64_bytes_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="65 bytes"):
        Button("x", data="x" * 65)
