"""A card that shows already what it would be changed to is left alone; any other is changed."""

from dataclasses import replace

import pytest

from bot.chat.shown import digest, digest_of
from bot.core.edits import Edits
from bot.core.messages import Act, Button, Html, Outgoing, Style
from bot.standin.entities import parse_html
from tests.conftest import START
from tests.harness.network import card
from tests.harness.stock import BOB

KEYS = [
    [Button("Yes", "a:1", style=Style.SUCCESS), Button("Copy", copy="x")],
    [Button("Go", url="https://x.example/")],
]
TEXTS = [
    "plain",
    "<b>bold</b> and <i>more</i>",
    '<b>\N{EARTH GLOBE EUROPE-AFRICA} x</b> &lt;b&gt; &amp; <a href="https://x.example/?a=1&amp;b=2">link</a>',
    "<blockquote expandable>long\n<b>x</b></blockquote>\n<code>y</code>",
    "<blockquote>long\n<b>x</b></blockquote>\n/help",
]


def as_told(text, rows):
    """Return a message as Telegram tells of it."""
    words, entities = parse_html(text, now=START)
    keys = [
        [
            {
                name: value
                for name, value in {
                    "text": key.text,
                    "callback_data": key.data,
                    "url": key.url,
                    "copy_text": {"text": key.copy} if key.copy else None,
                    "style": key.style and key.style.value,
                }.items()
                if value
            }
            for key in row
        ]
        for row in rows
    ]
    markup = {"reply_markup": {"inline_keyboard": keys}} if rows else {}
    return {"text": words, "entities": entities, **markup}


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_shown_is_known_and_nothing_else_is_taken_for_it(text):
    told = digest_of(as_told(text, KEYS))
    assert told == digest(Html(text), KEYS)
    others = [each for each in TEXTS if each != text]
    assert all(told != digest(Html(each), KEYS) for each in others)
    assert told != digest(Html(text), KEYS[:1])
    assert told != digest(Html(text), [[Button("Yes", "a:1"), *KEYS[0][1:]], *KEYS[1:]])
    assert told != digest(
        Html(text), [[Button("Yes", "a:2", style=Style.SUCCESS), *KEYS[0][1:]], *KEYS[1:]]
    )


def test_a_link_that_leads_elsewhere_is_a_change():
    told = digest_of(as_told('<a href="https://x.example/a">x</a>', []))
    assert told != digest(Html('<a href="https://x.example/b">x</a>'), [])


def test_what_was_changed_here_since_the_press_is_changed_again():
    edits = Edits()
    before = Outgoing(Act.EDIT, 5, "off", (), message_id=7)
    after = replace(before, text="on")
    assert edits.agree(before)
    edits.note(after)
    # A second press that came with the card as it was means the card as it was.
    assert not edits.agree(before)
    assert edits.agree(after)
    assert edits.agree(replace(before, message_id=8))


@pytest.mark.anyio
async def test_a_choice_and_its_end_change_the_card_each(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.say(bob, "/update")
    await harness.press(bob, "Ask me question by question")
    await harness.say(bob, "A title", "Serbia")
    await harness.press(bob, card(bob).labels[0])
    asked = card(bob)
    labels = list(asked.labels)
    await harness.press(bob, "Budget", asked)
    assert "✓ Budget" in asked.labels
    await harness.press(bob, "✓ Budget", asked)
    assert asked.labels == labels
    assert harness.world.refused == []
