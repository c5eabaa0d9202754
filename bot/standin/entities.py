"""HTML as Telegram reads it: text and entities, or its own words of refusal.

Rules and wording: core.telegram.org/bots/api#html-style and the server's public source
(tdlib/td, ``MessageEntity.cpp``). Offsets and lengths of entities are UTF-16 units, the offsets in
refusals are bytes.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from typing import Any

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SHOWN_AS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "mark",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
HORIZON = timedelta(days=1098)
_REFERENCE = re.compile(r"&(#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]+);")
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}")


class EntityError(ValueError):
    """The markup cannot be parsed; the text is Telegram's."""


@dataclass
class _Open:
    tag: str
    offset: int
    byte: int
    attributes: dict[str, str]


def units(text: str) -> int:
    """Return the length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str, *, now: datetime) -> tuple[str, list[dict[str, Any]]]:
    """Return text and entities of *source*; raises :class:`EntityError` in Telegram's words."""
    out: list[str] = []
    length = 0
    open_tags: list[_Open] = []
    entities: list[dict[str, Any]] = []
    at = 0
    while at < len(source):
        sign = source[at]
        if sign == "&":
            text, at = _reference(source, at)
        elif sign == "<":
            end = source.find(">", at)
            byte = len(source[:at].encode())
            if end < 0:
                raise EntityError(f"Unclosed start tag at byte offset {byte}")
            inner = source[at + 1 : end]
            at = end + 1
            if inner.startswith("/"):
                _close(inner[1:].strip().lower(), byte, open_tags, entities, length, now)
            else:
                open_tags.append(_opened(inner, byte, length))
            continue
        else:
            text, at = sign, at + 1
        out.append(text)
        length += units(text)
    if open_tags:
        raise EntityError(f'Can\'t find end tag corresponding to start tag "{open_tags[-1].tag}"')
    return _trimmed("".join(out), entities)


def _reference(source: str, at: int) -> tuple[str, int]:
    found = _REFERENCE.match(source, at)
    if found is None:
        return "&", at + 1
    name = found[1]
    if name.startswith("#"):
        number = int(name[2:], 16) if name[1] == "x" else int(name[1:])  # noqa: FURB166 - #x is HTML's
        valid = 0 < number < 0x110000 and not 0xD800 <= number < 0xE000
        return (chr(number), found.end()) if valid else ("&", at + 1)
    if name in NAMED:
        return NAMED[name], found.end()
    return "&", at + 1


def _value(source: str) -> str:
    """Return an attribute's value: Telegram reads references there as in the text."""
    out, at = "", 0
    while at < len(source):
        sign, at = _reference(source, at) if source[at] == "&" else (source[at], at + 1)
        out += sign
    return out


def _opened(inner: str, byte: int, offset: int) -> _Open:
    name, _, rest = inner.partition(" ")
    name = name.strip().lower()
    attributes = {
        m[1].lower(): _value(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(rest)
    }
    if name not in TAGS:
        raise EntityError(f'Unsupported start tag "{name}" at byte offset {byte}')
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise EntityError(f'Tag "span" must have class "tg-spoiler" at byte offset {byte}')
    return _Open(name, offset, byte, attributes)


def _close(
    name: str,
    byte: int,
    open_tags: list[_Open],
    entities: list[dict[str, Any]],
    length: int,
    now: datetime,
) -> None:
    if not open_tags:
        raise EntityError(f"Unexpected end tag at byte offset {byte}")
    opened = open_tags.pop()
    if name and name != opened.tag:
        raise EntityError(
            f"Unmatched end tag at byte offset {byte}, "
            f'expected "</{opened.tag}>", found "</{name}>"'
        )
    if length > opened.offset:
        entity = _entity(opened, length, now)
        if entity is not None:
            entities.append(entity)


def _entity(opened: _Open, length: int, now: datetime) -> dict[str, Any] | None:
    entity: dict[str, Any] = {
        "type": TAGS[opened.tag],
        "offset": opened.offset,
        "length": length - opened.offset,
    }
    if opened.tag == "a":
        url = opened.attributes.get("href", "")
        if not re.match(r"(https?|tg|mailto|tel):", url):
            return None
        entity["url"] = url
    if opened.tag == "blockquote" and "expandable" in opened.attributes:
        entity["type"] = "expandable_blockquote"
    if opened.tag == "tg-time":
        unix = opened.attributes.get("unix", "")
        if not unix.isdigit() or datetime.fromtimestamp(int(unix), now.tzinfo) > now + HORIZON:
            raise EntityError("ENTITY_DATE_INVALID")
        entity["unix_time"] = int(unix)
    return entity


def _trimmed(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Cut blanks at both ends, as the server does, and move the entities along."""
    kept = text.rstrip()
    lead = units(kept) - units(kept.lstrip())
    kept = kept.lstrip()
    total = units(kept)
    moved = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, total)
        if end > start:
            moved.append(entity | {"offset": start, "length": end - start})
    moved.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return kept, moved[:100]


def commands_in(text: str) -> list[dict[str, Any]]:
    """Return the ``bot_command`` entities that Telegram finds in what a person sends."""
    return [
        {"type": "bot_command", "offset": units(text[: m.start()]), "length": units(m[0])}
        for m in _COMMAND.finditer(text)
    ]


def to_html(text: str, entities: list[dict[str, Any]]) -> str:
    """Return the message as HTML for the chat page; everything in it is escaped."""
    marks: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        opened, closed = _html_tags(entity)
        marks.setdefault(start, []).append(opened)
        closing.setdefault(end, []).insert(0, closed)
    out: list[str] = []
    at = 0
    for sign in text:
        out.extend(closing.pop(at, []))
        out.extend(marks.pop(at, []))
        out.append(escape(sign))
        at += units(sign)
    for rest in sorted(closing):
        out.extend(closing[rest])
    return "".join(out)


def _html_tags(entity: dict[str, Any]) -> tuple[str, str]:
    kind = entity["type"]
    if kind == "text_link":
        return f'<a href="{escape(entity["url"])}" rel="noopener">', "</a>"
    if kind == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    if kind == "bot_command":
        return '<span class="command">', "</span>"
    tag = SHOWN_AS.get(kind, "span")
    return f"<{tag}>", f"</{tag}>"
