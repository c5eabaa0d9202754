"""What waits in a row comes back as it was: every field, every button, every file."""

import json

from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Act, Attachment, Button, Outgoing, Style

texts = st.text(max_size=40)
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
files = st.builds(Attachment.of, name=texts, content=st.binary(max_size=40))
messages = st.builds(
    Outgoing,
    act=st.sampled_from(Act),
    chat_id=st.integers(min_value=1),
    text=texts,
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


@given(messages)
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
