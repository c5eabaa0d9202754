"""What the bot says, as plain values: they are stored before they are sent.

A text is HTML of Telegram's small dialect (core.telegram.org/bots/api#html-style) whose tags never
span a paragraph; whatever people typed in it has been escaped by :mod:`bot.core.texts`.
"""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from html import escape, unescape
from typing import Any, Self

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
TOAST_LIMIT = 200
DATA_LIMIT = 64
SHARED_ROW = 20
"""Signs of a button that shares its row: about half a phone."""

_TAG = re.compile(r"</?[a-z][^>]*>")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+"
)
"""Control characters but tab and newline, marks of direction, and what has no width."""
_GAPS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


class Html(str):
    """Text that is HTML already: it is not escaped again."""

    __slots__ = ()


def html(text: str) -> Html:
    """Return *text* as HTML; what was HTML stays as it is."""
    return text if isinstance(text, Html) else Html(escape(text, quote=False))


def plain(text: str) -> str:
    """Return an HTML text without its tags, for buttons and pop-ups."""
    return unescape(_TAG.sub("", text)) if isinstance(text, Html) else text


def units(text: str) -> int:
    """Return the length of *text* as Telegram counts it at its strictest: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def fits_caption(text: str) -> bool:
    """Tell whether an HTML text can stand under a file."""
    return units(plain(Html(text))) <= CAPTION_LIMIT


def shorten(text: str, limit: int) -> str:
    """Return plain *text* in at most *limit* UTF-16 units, an ellipsis in place of the rest."""
    if units(text) <= limit:
        return text
    kept = text[:limit]
    while units(kept) > limit - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def tidy(text: str) -> str:
    """Return what a person typed without signs that nobody sees or that turn the line around."""
    lines = (_GAPS.sub(" ", _UNSEEN.sub("", line)).strip() for line in text.splitlines())
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def paragraphs(text: str, limit: int = TEXT_LIMIT) -> list[Html]:
    """Split an HTML text into messages of at most *limit* visible units, at paragraphs or lines."""
    parts: list[str] = []
    for line in text.split("\n"):
        joined = f"{parts[-1]}\n{line}" if parts else line
        if parts and units(plain(Html(joined))) <= limit:
            parts[-1] = joined
        elif units(plain(Html(line))) <= limit:
            parts.append(line)
        else:
            parts.append(escape(shorten(plain(Html(line)), limit), quote=False))
    return [Html(part.strip("\n")) for part in parts if plain(Html(part)).strip()]


class Style(StrEnum):
    """The colours of a button; the words carry the meaning, older apps show no colour."""

    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True)
class Button:
    """A button under a message: it presses *data*, opens *url* or copies *copy*."""

    text: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None
    style: Style | None = None

    def __post_init__(self) -> None:
        """Refuse what Telegram would refuse; that is a mistake of ours, not of a person."""
        if self.data is not None and not 1 <= len(self.data.encode()) <= DATA_LIMIT:
            raise ValueError(f"callback data of {len(self.data.encode())} bytes: {self.data[:20]}…")


Keyboard = Sequence[Sequence[Button]]


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a message; its bytes are kept as base64 so that they can be stored."""

    name: str
    content: str
    caption: str = ""
    """What stands under the file where the message itself is too long to."""

    @classmethod
    def of(cls, name: str, content: bytes) -> Self:
        """Return the attachment for *content*."""
        return cls(name, base64.b64encode(content).decode())

    def as_bytes(self) -> bytes:
        """Return the content."""
        return base64.b64decode(self.content)


class Act(StrEnum):
    """What Telegram is asked to do."""

    SEND = "send"
    EDIT = "edit"
    TOAST = "toast"
    COMMANDS = "commands"


@dataclass(frozen=True)
class Outgoing:
    """One call to Telegram, complete: it can wait in a row and survive a restart."""

    act: Act
    chat_id: int
    text: str = ""
    keyboard: tuple[tuple[Button, ...], ...] = ()
    message_id: int | None = None
    """For an edit: the message."""
    in_caption: bool = False
    """For an edit: the message is a file, its text the caption."""
    query_id: str | None = None
    """For a toast: the press that it answers."""
    alert: bool = False
    file: Attachment | None = None
    remember: str | None = None
    """Where the id of the new message is kept: ``form:12``."""
    silent: bool = False
    commands: tuple[str, ...] = ()
    """For the command list: the names, in order."""
    language: str | None = None
    """The reader's: of the command list's descriptions, of remarks that are added later."""

    def to_json(self) -> dict[str, Any]:
        """Return what is stored: only the fields that say something."""
        told = _said(self)
        if self.keyboard:
            told["keyboard"] = [[_said(button) for button in row] for row in self.keyboard]
        if self.file is not None:
            told["file"] = dict(vars(self.file))
        return told

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        """Return the call that was stored."""
        values = dict(stored)
        rows = values.pop("keyboard", ())
        file = values.pop("file", None)
        return cls(
            act=Act(values.pop("act")),
            commands=tuple(values.pop("commands", ())),
            keyboard=tuple(tuple(_button(button) for button in row) for row in rows),
            file=Attachment(**file) if file else None,
            **values,
        )

    def with_line(self, line: str) -> Self:
        """Return the same message with one more line above it."""
        return replace(self, text=Html(f"{line}\n\n{self.text}"))


def parts(message: Outgoing) -> list[Outgoing]:
    """Return a message as the messages that Telegram takes: each is sent, and recorded, alone.

    A text that does not fit under its file comes behind it; a long one comes in several messages,
    with the keyboard under the last.
    """
    if message.act is not Act.SEND:
        return [message]
    fits = fits_caption(message.text) if message.file else units(plain_of(message)) <= TEXT_LIMIT
    if fits:
        return [message]
    bare = replace(message, keyboard=(), remember=None)
    found = [replace(bare, text=message.file.caption)] if message.file else []
    texts = paragraphs(message.text)
    found += [replace(bare, text=text, file=None) for text in texts[:-1]]
    return [*found, replace(message, text=texts[-1], file=None)]


def plain_of(message: Outgoing) -> str:
    """Return the text of a message as the reader sees it."""
    return plain(Html(message.text))


def _said(value: object) -> dict[str, Any]:
    """Return the fields of a value that say something; ``asdict`` would copy each character."""
    return {name: told for name, told in vars(value).items() if told not in (None, "", (), False)}


def _button(stored: dict[str, Any]) -> Button:
    style = stored.get("style")
    return Button(**{**stored, "style": Style(style) if style else None})


def keyboard(rows: Keyboard) -> tuple[tuple[Button, ...], ...]:
    """Return *rows* as they are stored, without the empty ones.

    A button of more than :data:`SHARED_ROW` signs never shares a row: a phone would cut it.
    """
    return tuple(part for row in rows for part in _apart(row))


def _apart(row: Sequence[Button]) -> list[tuple[Button, ...]]:
    """Return a row as the rows it takes: each long button alone, short neighbours together."""
    found: list[tuple[Button, ...]] = []
    for button in row:
        is_short = len(button.text) <= SHARED_ROW
        if found and is_short and len(found[-1][-1].text) <= SHARED_ROW:
            found[-1] = (*found[-1], button)
        else:
            found.append((button,))
    return found


def grid(buttons: Sequence[Button], columns: int) -> list[list[Button]]:
    """Return *buttons* in rows of *columns*."""
    return [list(buttons[at : at + columns]) for at in range(0, len(buttons), columns)]
