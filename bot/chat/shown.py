"""Whether a message shows already what it is to be changed to: Telegram refuses such a change.

Of the message under a pressed button nothing is kept but its place and a digest of what it showed.
Where Telegram writes the same in another way the digests differ, and the change is sent.
"""

import re
from hashlib import sha256
from html import unescape
from typing import Any

from bot.core.messages import Button, Html, Keyboard, units

PIECE = re.compile(r"<(?P<end>/?)(?P<tag>[a-z][a-z-]*)(?P<rest>[^>]*)>|(?P<words>[^<]+)")
HREF = re.compile(r'href="([^"]*)"')
FOLDED = "expandable_blockquote"
KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "s": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}
"""What Telegram makes of each tag."""
OURS = frozenset({*KINDS.values(), FOLDED})
"""What Telegram finds by itself, commands and addresses, is not compared."""
SHOWN = "dsn_shown"
"""Under this the digest stands in the stored press."""
KEYS = ("text", "callback_data", "url", "copy_text", "style")
Format = tuple[str, int, int, str]
"""Kind, offset and length in UTF-16 units, address."""


def digest_of(message: dict[str, Any]) -> str:
    """Return the digest of what a message shows, as Telegram tells of it."""
    words = message.get("text") or message.get("caption") or ""
    entities = message.get("entities") or message.get("caption_entities") or []
    formats = {
        (one["type"], one["offset"], one["length"], one.get("url", ""))
        for one in entities
        if one["type"] in OURS
    }
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return _digest(
        words, formats, [[[key.get(name) for name in KEYS] for key in row] for row in rows]
    )


def digest(text: Html, rows: Keyboard) -> str:
    """Return the digest of what a message would show with this text and these buttons."""
    words, formats = _read(text)
    return _digest(words, formats, [[_told(button) for button in row] for row in rows])


def _digest(words: str, formats: set[Format], keys: list[list[list[Any]]]) -> str:
    return sha256(repr((words, sorted(formats), keys)).encode()).hexdigest()[:32]


def _read(text: Html) -> tuple[str, set[Format]]:
    """Return the words of a text, and its formats as Telegram keeps them."""
    words, formats, opened = "", set[Format](), list[tuple[str, int, str]]()
    for piece in PIECE.finditer(text):
        if piece["words"]:
            words += unescape(piece["words"])
        elif not piece["end"]:
            opened.append(
                (_kind(piece["tag"], piece["rest"]), units(words), _address(piece["rest"]))
            )
        elif opened:
            kind, begin, address = opened.pop()
            formats.add((kind, begin, units(words) - begin, address))
    return words, formats


def _kind(tag: str, rest: str) -> str:
    return FOLDED if tag == "blockquote" and "expandable" in rest else KINDS.get(tag, tag)


def _address(rest: str) -> str:
    found = HREF.search(rest)
    return unescape(found[1]) if found else ""


def _told(button: Button) -> list[Any]:
    copied = {"text": button.copy} if button.copy else None
    style = button.style.value if button.style else None
    return [button.text, button.data, button.url, copied, style]
