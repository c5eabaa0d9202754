"""The questions about a meeting, shared by announcing it and changing it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.chat.forms import reading
from bot.chat.forms.form import (
    Answers,
    Option,
    Prompt,
    Propose,
    Question,
    Reading,
    Refuse,
    Scene,
    Took,
    Value,
)
from bot.core import times
from bot.core.messages import Html, html
from bot.meetings import told
from bot.meetings.words import THEME, focus_label
from bot.understanding.places import understand_partners
from bot.understanding.values import Expecting, When
from bot.understanding.vocabulary import understand_term
from config.reference import reference
from storage.models import Format

TITLE = 150
PLACE = 200
LINK = 500
AGENDA = 2000
MOST_TOLD = (TITLE, PLACE, AGENDA)
_TITLE_LINE = reading.one_line(TITLE)
LENGTHS = (60, 120, 180)
"""Minutes that are offered for a meeting whose end was not said."""
REPLY_DAYS = (14, 7, 2)
FOCUS_REGIONS = ("WB", "EAST", "SOUTH", "ENL", "SSA", "R-CA", "LAC", "AP")
MOST_FOCUS = 5
LAST_MOMENT = time(23, 59)
DAWN, NOON = time(7), time(12)
"""Few meet before dawn: who writes such an hour may mean the one after noon."""
FAR = timedelta(days=400)
"""From so far away another day would be read, where none was said."""
EXAMPLE_AHEAD, THURSDAY = timedelta(weeks=8), 3


def network_zone(scene: Scene) -> ZoneInfo:
    """Return the zone in which meetings are held."""
    return ZoneInfo(scene.runtime.network.zone)


# --- when ------------------------------------------------------------------------------------


def venue_city(scene: Scene) -> str:
    """Return the city whose clock meetings follow, as the reader calls it."""
    return times.city(scene.runtime.network.zone, scene.language)


def example_day(today: date) -> date:
    """Return the first Thursday that lies :data:`EXAMPLE_AHEAD` or more after *today*."""
    day = today + EXAMPLE_AHEAD
    return day + timedelta(days=(THURSDAY - day.weekday()) % 7)


def _ask_when(scene: Scene) -> Prompt:
    """Ask with an example that lies ahead: a Thursday some weeks from now."""
    day = example_day(scene.now.astimezone(network_zone(scene)).date())
    words = times.day(day, scene.language, "d MMMM y")
    return Prompt(scene.texts("meeting-ask-when", day=words, city=venue_city(scene)))


def _read_when(scene: Scene, text: str) -> Reading:
    """Read a day, with its hours; hours alone are those of the day that is read back just now."""
    said = [whole for day in _days_on_show(scene) for whole in _with_hours(scene, day, text)]
    if said:
        return reading.read_back(scene, said, ())
    return reading.dates(
        scene,
        text,
        zone=network_zone(scene),
        expecting=Expecting.FUTURE,
        accepts=_is_a_session,
        day_only=True,
        country=venue_country(scene),
    )


def _days_on_show(scene: Scene) -> list[When]:
    """Return the days without hours that the person is asked to confirm, or to choose from."""
    choices = (scene.form.proposal or {}).get("choices") or []
    days = [When.from_json(value) for value, _ in choices]
    return days if all(day.start_time is None for day in days) else []


def _with_hours(scene: Scene, day: When, text: str) -> list[When]:
    """Return a day with the hours that were said; none where a day of its own was said as well."""
    if text.strip().isdigit():
        return []  # a number alone is the other day rather than an hour
    # What names a day stays there; what names none is of the day from which it is read.
    away = replace(day, start=day.start + FAR, end=day.end + FAR)
    if any(when.start != away.start for when in _hours_seen_from(scene, away, text)):
        return []
    wholes = [
        replace(day, start_time=said.start_time, end_time=said.end_time, zone=said.zone)
        for said in _hours_seen_from(scene, day, text)
        if said.start == day.start and said.start_time is not None
    ]
    return [whole for whole in wholes if _is_a_session(whole)]


def _hours_seen_from(scene: Scene, day: When, text: str) -> tuple[When, ...]:
    """Return what may have been said of hours, as somebody reads it on that day."""
    from bot.understanding.dates import understand_when  # 2 MiB: the first text loads it

    zone = ZoneInfo(day.zone)
    return understand_when(
        text,
        languages=scene.languages,
        now=datetime.combine(day.start, time.min, zone),
        zone=zone,
        asks_hours=True,
    ).readings


def venue_country(scene: Scene) -> str | None:
    """Return the country (ISO code) whose clock, and whose public holidays, meetings follow."""
    zone = scene.runtime.network.zone
    here = (chamber for chamber in reference().chambers if chamber.timezone == zone)
    return next((chamber.country for chamber in here if chamber.country != "EU"), None)


def _is_a_session(when: When) -> bool:
    starts_at, ends_at = when.starts_at(), when.ends_at()
    return starts_at is None or ends_at is None or ends_at > starts_at


def wants_hours(answers: Answers) -> bool:
    """Tell whether the hours, or the closing hour, were not said with the day."""
    when = answers.get("when")
    return when is not None and not (when["start_time"] and when["end_time"])


def _ask_hours(scene: Scene) -> Prompt:
    when = scene.answers["when"]
    if when["start_time"] is None:
        return Prompt(scene.texts("meeting-ask-hours", city=venue_city(scene)))
    begins = datetime.combine(date.min, time.fromisoformat(when["start_time"]))
    ends = [(begins + timedelta(minutes=length)).time() for length in LENGTHS]
    options = [Option(f"{end:%H%M}", _until(scene, end)) for end in ends if end > begins.time()]
    return Prompt(scene.texts("meeting-ask-end"), options, columns=3)


def _until(scene: Scene, end: time) -> str:
    return scene.texts.plain("meeting-until", hour=times.clock(end, scene.language))


def _pick_end(scene: Scene, code: str) -> Reading:
    start = scene.answers["when"]["start_time"]
    return Took({"start_time": start, "end_time": f"{code[:2]}:{code[2:]}"})


def _read_hours(scene: Scene, text: str) -> Reading:
    """Read ``14:00-17:00``; ``17:00`` alone is the end where the begin is known."""
    day = When.from_json(scene.answers["when"])
    # Seen from the meeting's own day: in July "UTC+1" is another clock than that of Brussels.
    readings = _hours_seen_from(scene, day, text)
    said = [*readings, *(later for when in readings for later in _in_the_afternoon(when))]
    listed = [hours for when in said if (hours := _hours_on(day, when)) is not None]
    if not listed:
        return Refuse(scene.texts("meeting-hours-unclear"))
    is_plain = len(said) == len(listed) == 1
    if is_plain and listed[0]["zone"] == scene.runtime.network.zone:
        return Took(listed[0])
    wholes = [When.from_json({**day.to_json(), **hours}) for hours in listed]
    back = reading.read_back(scene, wholes, ())
    words = (label for _, label in back.choices)
    return Propose(back.text, list(zip(listed, words, strict=False)))


def _in_the_afternoon(when: When) -> list[When]:
    """Return hours before dawn as they may be meant as well: "2-4" is 14:00–16:00."""
    if when.start_time is None or when.start_time >= DAWN:
        return []
    later = [_twelve_hours_later(hour) for hour in (when.start_time, when.end_time)]
    return [replace(when, start_time=later[0], end_time=later[1])]


def _twelve_hours_later(hour: time | None) -> time | None:
    return hour.replace(hour=hour.hour + 12) if hour is not None and hour < NOON else hour


def _hours_on(day: When, said: When) -> dict[str, str] | None:
    """Return begin, end and zone of the hours that were *said* for *day*; None for no stretch.

    Hours with a zone of their own keep it; beside a begin that is known, the end is told on the
    clock of the begin.
    """
    if said.start not in (day.start, day.end):
        return None  # hours of another day
    whole = replace(day, zone=said.zone, start_time=said.start_time, end_time=said.end_time)
    if day.start_time is not None:
        end = said.end_time or said.start_time
        ends_at = replace(whole, end_time=end).ends_at()
        on_clock = ends_at and ends_at.astimezone(ZoneInfo(day.zone))
        if on_clock is None or on_clock.date() != day.end:
            return None
        whole = replace(day, end_time=on_clock.time())
    starts_at, ends_at = whole.starts_at(), whole.ends_at()
    if starts_at is None or ends_at is None or ends_at <= starts_at:
        return None
    stored = whole.to_json()
    return {name: stored[name] for name in ("start_time", "end_time", "zone")}


def _show_hours(scene: Scene, value: Value) -> Html:
    """Return the hours; with their zone, and on the meetings' clock, where they have their own."""
    whole = When.from_json({**scene.answers["when"], **value})
    if whole.zone != scene.runtime.network.zone:
        return html(reading.in_words(whole, scene))
    first, last = (
        times.clock(time.fromisoformat(value[end]), scene.language)
        for end in ("start_time", "end_time")
    )
    return html(times.between(first, last, scene.language))


def session_of(answers: Mapping[str, Any]) -> tuple[datetime, datetime]:
    """Return begin and end (aware UTC) that the answers give."""
    hours = answers.get("hours") if wants_hours(answers) else None
    return reading.instants(answers["when"], hours)


# --- how and where ---------------------------------------------------------------------------


def _has_place(answers: Answers) -> bool:
    return answers.get("format") in (Format.IN_PERSON, Format.HYBRID)


def _has_link(answers: Answers) -> bool:
    return answers.get("format") in (Format.ONLINE, Format.HYBRID)


# --- focus -----------------------------------------------------------------------------------


def _ask_focus(scene: Scene) -> Prompt:
    options = [
        Option(code, reference().partner_label(code, scene.language))
        for code in FOCUS_REGIONS
        if code not in reference().ended_partners
    ]
    return Prompt(scene.texts("meeting-ask-focus"), options)


def _read_focus(scene: Scene, text: str) -> Reading:
    """Read regions, countries and themes, with commas between them."""
    codes: list[str] = []
    for part in (piece.strip() for piece in text.replace(";", ",").split(",")):
        if not part:
            continue
        theme = understand_term(part, "theme", languages=scene.languages)
        partners = understand_partners(part, languages=scene.languages)
        if partners and all(found.sure for found in partners):
            codes.extend(found.sure for found in partners if found.sure)
        elif theme.sure is not None:
            codes.append(f"{THEME}{theme.sure}")
        else:
            near = [match.code for found in partners for match in found.matches]
            near += [f"{THEME}{match.code}" for match in theme.matches]
            choices = [([*codes, code], focus_label([code], scene.language)) for code in near]
            return reading.offer(scene, choices[: reading.MOST_CHOICES])
    chosen = list(dict.fromkeys(codes))
    if not 0 < len(chosen) <= MOST_FOCUS:
        return Refuse(scene.texts("form-enough", count=MOST_FOCUS))
    return Took(chosen)


def _show_focus(scene: Scene, value: Value) -> Html:
    return html(focus_label(value, scene.language))


# --- answers until ---------------------------------------------------------------------------


def _ask_reply_by(scene: Scene) -> Prompt:
    starts_at, _ = session_of(scene.answers)
    first = times.local(starts_at, scene.runtime.network.zone).date()
    today = scene.now.astimezone(network_zone(scene)).date()
    days = [first - timedelta(days=count) for count in REPLY_DAYS]
    options = [
        Option(f"{day:%Y%m%d}", times.day(day, scene.language, times.SHORT_DAY))
        for day in (_working(day) for day in days)
        if day > today
    ] or [Option(f"{first:%Y%m%d}", times.day(first, scene.language, times.SHORT_DAY))]
    return Prompt(scene.texts("meeting-ask-reply-by"), options)


def _working(day: date) -> date:
    """Return the day itself, or the Friday before a week-end."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _pick_reply_by(scene: Scene, code: str) -> Reading:
    del scene
    return Took(datetime.strptime(code, "%Y%m%d").replace(tzinfo=UTC).date().isoformat())


def _read_reply_by(scene: Scene, text: str) -> Reading:
    """Read a day, or one counted back from the meeting's: "a week before"."""
    from bot.understanding.dates import understand_before  # 2 MiB: the first text loads it

    starts_at, _ = session_of(scene.answers)
    last = times.local(starts_at, scene.runtime.network.zone).date()
    today = scene.now.astimezone(network_zone(scene)).date()
    unclear = Refuse(scene.texts("meeting-reply-by-unclear", last=times.day(last, scene.language)))

    def accepts(when: When) -> bool:
        return when.start <= last and (when.start >= today or last < today)

    before = understand_before(text, languages=scene.languages, day=last)
    if before is not None:
        day = When(before, before, zone=scene.runtime.network.zone)
        return _days_only(reading.read_back(scene, [day], ())) if accepts(day) else unclear
    found = reading.dates(
        scene,
        text,
        zone=network_zone(scene),
        expecting=Expecting.FUTURE,
        accepts=accepts,
        day_only=True,
        country=venue_country(scene),
    )
    return unclear if isinstance(found, Refuse) else _days_only(found)


def _days_only(found: Reading) -> Reading:
    """Keep of a read-back date its day alone."""
    choices = getattr(found, "choices", ())
    text = getattr(found, "text", Html(""))
    return Propose(text, [(value["start"], label) for value, label in choices])


def _show_day(scene: Scene, value: Value) -> Html:
    return html(times.day(date.fromisoformat(value), scene.language))


def reply_by_of(answers: Mapping[str, Any], zone: str) -> datetime:
    """Return the last moment for an answer: the end of that day in the network's zone."""
    day = date.fromisoformat(answers["reply_by"])
    return datetime.combine(day, LAST_MOMENT, ZoneInfo(zone)).astimezone(UTC)


# --- series ----------------------------------------------------------------------------------


def _ask_series(scene: Scene) -> Prompt:
    options = [
        Option(series.id, series.label(scene.language)) for series in scene.runtime.network.series
    ]
    return Prompt(scene.texts("meeting-ask-series"), options)


def _read_series(scene: Scene, text: str) -> Reading:
    said = text.casefold()
    for series in scene.runtime.network.series:
        if said in {series.id, *(label.casefold() for label in series.labels.values())}:
            return Took(series.id)
    return Refuse(scene.texts("form-not-recognised"))


def _read_title(scene: Scene, text: str) -> Reading:
    """Read a title, or all that a whole announcement says."""
    return told.read(scene, text, _TITLE_LINE(scene, text), most=MOST_TOLD)


TITLE_QUESTION = Question(
    "title",
    prompt=reading.asks("meeting-ask-title"),
    read=_read_title,
    show=reading.show_text,
)
WHEN_QUESTION = Question("when", prompt=_ask_when, read=_read_when, show=reading.show_when)
HOURS_QUESTION = Question(
    "hours",
    prompt=_ask_hours,
    read=_read_hours,
    pick=_pick_end,
    show=_show_hours,
    applies=wants_hours,
)
FORMAT_QUESTION = Question(
    "format",
    prompt=reading.asks_term("meeting-ask-format", "format", columns=3),
    read=reading.term("format"),
    show=reading.show_term("format"),
)
PLACE_QUESTION = Question(
    "place",
    prompt=reading.asks("meeting-ask-place"),
    read=reading.one_line(PLACE),
    show=reading.show_text,
    applies=_has_place,
)
LINK_QUESTION = Question(
    "link",
    prompt=reading.asks("meeting-ask-link"),
    read=reading.link(LINK),
    show=reading.show_link,
    applies=_has_link,
    optional=True,
)
FOCUS_QUESTION = Question(
    "focus",
    prompt=_ask_focus,
    read=_read_focus,
    show=_show_focus,
    several=MOST_FOCUS,
    optional=True,
)
AGENDA_QUESTION = Question(
    "agenda",
    prompt=reading.asks("meeting-ask-agenda"),
    read=reading.short_text(AGENDA),
    long=True,
    show=reading.show_text,
    optional=True,
)
REPLY_BY_QUESTION = Question(
    "reply_by",
    prompt=_ask_reply_by,
    read=_read_reply_by,
    pick=_pick_reply_by,
    show=_show_day,
)
SERIES_QUESTION = Question(
    "series",
    prompt=_ask_series,
    read=_read_series,
    show=lambda scene, value: html(scene.runtime.network.series_label(value, scene.language)),
    detail=True,
)
