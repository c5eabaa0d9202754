"""What officials write of an activity in their own words → the fields of an update."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.activity_dates import find_activity_dates
from bot.understanding.details import find_place, find_programme, find_role, find_status
from bot.understanding.findings import Activity
from bot.understanding.kinds import find_kind
from bot.understanding.partners import partners_in
from bot.understanding.reading import Text, read_text
from bot.understanding.themes import find_themes

LONGEST = 4_000
"""Characters that are read; what comes after is left out."""


def understand_activity(
    text: str, *, languages: Sequence[str], now: datetime, zone: ZoneInfo
) -> Activity:
    """Return what *text* says of one activity.

    *languages* are the writer's, best first (the text may be in any official language); *now*
    (aware) and *zone* are the writer's, for dates without a year. Nothing is invented: a field
    that is not said is empty, one that is in doubt holds what to ask about.
    """
    return _understood(read_text(text[:LONGEST], languages), now, zone)


def _understood(text: Text, now: datetime, zone: ZoneInfo) -> Activity:
    partners = partners_in(text)
    kind = find_kind(text, partners)
    dates = find_activity_dates(text, now=now, zone=zone)
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
        programme=find_programme(text),
        role=find_role(text, kind),
        status=find_status(text, dates, now=now, zone=zone),
        place=find_place(text, kind),
    )


def split_activities(
    text: str, *, languages: Sequence[str], now: datetime, zone: ZoneInfo
) -> list[Activity]:
    """Return each activity that a pasted paragraph or a forwarded note tells of, in its order.

    A text that tells of one activity gives that one; a text that tells of none gives an empty
    list. ``Activity.offset`` says where in *text* each one's words begin.
    """
    one = understand_activity(text, languages=languages, now=now, zone=zone)
    return [one] if _is_activity(one) else []


def looks_like_activity(
    text: str, *, languages: Sequence[str], now: datetime, zone: ZoneInfo
) -> bool:
    """Tell whether a message sent unprompted tells of an activity.

    It does where a partner is named and either a kind of activity, or a date with such a kind;
    greetings, small talk and questions to the bot do not.
    """
    return _is_activity(understand_activity(text, languages=languages, now=now, zone=zone))


def _is_activity(activity: Activity) -> bool:
    return bool(activity.partners and activity.kind.matches)
