"""What officials write of an activity in their own words → the fields of an update."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.activity_dates import find_activity_dates
from bot.understanding.details import find_place, find_programme, find_role, find_status
from bot.understanding.findings import Activity
from bot.understanding.kinds import find_kind, has_strong_kind
from bot.understanding.lexicon import lexicon
from bot.understanding.limits import LONGEST, LONGEST_NOTE
from bot.understanding.partners import partners_in
from bot.understanding.reading import AnnotatedText, read_text
from bot.understanding.splitting import Segment, split_into_segments
from bot.understanding.themes import find_themes

FEWEST_WORDS = 3
"""Of a message that may tell of an activity."""
QUESTIONS = ("?", "؟", "\u037e")
"""Signs that end a question (the last one is Greek)."""


def understand_activity(
    text: str, *, languages: Sequence[str], now: datetime, zone: ZoneInfo
) -> Activity:
    """Return what *text* says of one activity.

    *languages* are the writer's, best first (the text may be in any official language); *now*
    (aware) and *zone* are the writer's, for dates without a year. Nothing is invented: a field
    that is not said is empty, one that is in doubt holds what to ask about.
    """
    return _understood(read_text(text[:LONGEST], languages), now, zone)


def _understood(text: AnnotatedText, now: datetime, zone: ZoneInfo) -> Activity:
    partners = partners_in(text)
    kind = find_kind(text, partners)
    dates = find_activity_dates(text, kind, now=now, zone=zone)
    themes, theme_questions = find_themes(text, kind)
    return Activity(
        text=text.text,
        language=text.languages[0] if text.languages else None,
        partners=partners.matches,
        partner_questions=partners.questions,
        dates=dates,
        kind=kind,
        themes=themes,
        theme_questions=theme_questions,
        programme=find_programme(text, partners),
        role=find_role(text, kind),
        status=find_status(text, dates, now=now, zone=zone),
        place=find_place(text, partners),
    )


def split_activities(
    text: str, *, languages: Sequence[str], now: datetime, zone: ZoneInfo
) -> list[Activity]:
    """Return each activity that a pasted paragraph or a forwarded note tells of, in its order.

    A text that tells of none gives an empty list. ``Activity.offset`` says where in *text* each
    one's words begin. A partner and a programme that a sentence names once hold for all of it.
    """
    segments = split_into_segments(text[:LONGEST_NOTE], languages, now=now, zone=zone)
    return [
        _with_what_surrounds(
            understand_activity(segment.text, languages=languages, now=now, zone=zone), segment
        ).at(segment.start)
        for segment in segments
    ]


def _with_what_surrounds(activity: Activity, segment: Segment) -> Activity:
    """Add the partner and the programme that the rest of the sentence names."""
    if not activity.partners and not activity.partner_questions:
        activity = replace(activity, partners=segment.partners)
    if not activity.programme.matches:
        activity = replace(activity, programme=segment.programme)
    return activity


def looks_like_activity(
    text: str, *, languages: Sequence[str], now: datetime, zone: ZoneInfo
) -> bool:
    """Tell whether a message sent unprompted tells of an activity.

    It does where a partner is named and a kind of activity with it (a weak word such as "meeting"
    only with a date); greetings, small talk, commands and questions do not.
    """
    message = text.strip()[:LONGEST]
    if not message or message.startswith("/") or message.endswith(QUESTIONS):
        return False
    read = read_text(message, languages)
    if len(read.tokens) < FEWEST_WORDS or lexicon("small_talk").find(read.tokens):
        return False  # "good morning from Paris" is no activity
    partners = partners_in(read)
    if not partners.matches and not partners.questions:
        return False
    if has_strong_kind(read, partners):
        return True
    # "Meeting with Georgia" may be any talk; with a date it is an entry of somebody's diary.
    kind = find_kind(read, partners)
    return bool(kind.matches and find_activity_dates(read, kind, now=now, zone=zone))
