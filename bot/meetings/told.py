"""A whole announcement in one text: what it calls the meeting, when, how and where it is held.

"DSN meeting on Moldova, Thursday 22 April 2027 14:00-17:00, hybrid, Brussels". A text without one
plain day to come is a title. What is understood stands in the preview before anything is sent.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.chat import phrases
from bot.chat.forms.form import Fill, Reading, Scene
from bot.chat.readings import Readings
from bot.understanding import vocabulary
from bot.understanding.links import Link, read_link
from bot.understanding.values import Expecting, FoundWhen
from storage.models import Format

SHORTEST_TITLE = 3
PLACE_WORDS = 80
"""Signs up to which what is left over is a place; a longer text belongs to the agenda."""
LEFT_OPEN = ("link", "focus", "agenda")
"""Optional questions that one who tells everything at once need not be asked."""
HEARD = {
    Format.HYBRID: "heard-hybrid",
    Format.IN_PERSON: "heard-attend-in_person",
    Format.ONLINE: "heard-attend-online",
}
_PARTS = re.compile(r"\s*(?:[;|·\n]|,(?=\s)|\s[-–—]\s)\s*")
_LINES = re.compile(r"\s*\n+\s*")
_EDGES = " \t,;:.|·-–—("


def read(scene: Scene, text: str, title: Reading, *, most: tuple[int, int, int]) -> Reading:
    """Return the answers of a whole announcement, or *title* where the text is none.

    *most* are the signs that a title, a place and an agenda may have.
    """
    if scene.form.subject_id is not None or "when" in scene.answers:
        return title  # the title of a meeting that has its day
    now, zone = scene.now, ZoneInfo(scene.runtime.network.zone)
    answers = understood(
        scene.readings, text, languages=scene.languages, now=now, zone=zone, most=most
    )
    return title if answers is None else Fill({**scene.answers, **answers}, skipped=LEFT_OPEN)


def understood(
    readings: Readings,
    text: str,
    *,
    languages: Sequence[str],
    now: datetime,
    zone: ZoneInfo,
    most: tuple[int, int, int],
) -> dict[str, Any] | None:
    """Return the answers that a text gives, as it was read before the transaction if it was."""
    return readings.of(
        ("announcement", text), lambda: _answers(text, languages, now, zone, most=most)
    )


def _answers(
    text: str,
    languages: Sequence[str],
    now: datetime,
    zone: ZoneInfo,
    *,
    most: tuple[int, int, int],
) -> dict[str, Any] | None:
    from bot.understanding.dates import find_when  # 2 MiB: the first text loads it

    told = _LINES.sub(", ", text.strip())
    found = find_when(told, languages=languages, now=now, zone=zone, expecting=Expecting.FUTURE)
    day = _only(found, now.astimezone(zone))
    longest_title, longest_place, longest_agenda = most
    if day is None or day.sure is None:
        return None
    title = _without_last_preposition(told[: day.start].strip(_EDGES))
    if not SHORTEST_TITLE <= len(title) <= longest_title:
        return None
    answers: dict[str, Any] = {"title": title, "when": day.sure.to_json()}
    left = _take_known(_PARTS.split(told[day.end :]), answers, languages)
    rest = ", ".join(left)
    is_somewhere = answers.get("format") in (Format.IN_PERSON, Format.HYBRID)
    if rest and is_somewhere and len(rest) <= min(PLACE_WORDS, longest_place):
        answers["place"] = rest
    elif rest:
        answers["agenda"] = rest[:longest_agenda]
    return answers


def _only(found: Sequence[FoundWhen], now: datetime) -> FoundWhen | None:
    """Return the one day that is meant; None where there is none, or more than one."""
    if len(found) != 1 or found[0].sure is None or found[0].doubts:
        return None
    return found[0] if found[0].sure.start > now.date() else None


def _without_last_preposition(title: str) -> str:
    """Return a title without the word that led to its day: "Meeting on", "Réunion du"."""
    words, last = title.rsplit(maxsplit=1)[:1], title.split()[-1:]
    is_small = bool(last) and phrases.is_one_of("heard-on-day", last[0])
    return words[0].strip(_EDGES) if is_small and words else title


def _take_known(parts: list[str], answers: dict[str, Any], languages: Sequence[str]) -> list[str]:
    """Put how a meeting is held, and its link, into the answers; return what is left."""
    left = []
    for part in (one.strip(_EDGES + ")") for one in parts):
        link = read_link(part) if "://" in part or part.startswith("www.") else None
        held = _format(part, languages)
        if isinstance(link, Link) and "link" not in answers:
            answers["link"] = link.address
        elif held is not None and "format" not in answers:
            answers["format"] = held
        elif part:
            left.append(part)
    return left


def _format(part: str, languages: Sequence[str]) -> str | None:
    """Return how a meeting is held, where a part of the text says that and nothing besides."""
    sure = vocabulary.understand_term(part, "format", languages=languages).sure
    if sure is not None:
        return sure
    return next((held.value for held, key in HEARD.items() if phrases.is_one_of(key, part)), None)
