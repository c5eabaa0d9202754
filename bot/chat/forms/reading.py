"""Answers that several forms read in the same way: texts, dates, links, choices."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.chat.forms.form import Option, Prompt, Propose, Reading, Refuse, Scene, Took, Value
from bot.core import messages, times
from bot.core.messages import Html, html
from bot.core.text_keys import Family
from bot.core.texts import Texts
from bot.understanding.findings import ActivityDates
from bot.understanding.links import LinkFault, host_of, read_link, shown_host
from bot.understanding.values import Dates, Doubt, Expecting, Precision, Reason, When
from bot.understanding.vocabulary import understand_term
from config.reference import reference

MOST_CHOICES = 6
NO_DATE = Family("date-{}", Reason)
"""Why what was typed is no date that can be taken."""
DOUBT = Family("doubt-{}", Doubt)
OF_ONE_READING = (Doubt.ORDER_GUESSED, Doubt.WEEKEND, Doubt.HOLIDAY)
"""Doubts about one reading: they say nothing where several are offered."""


@dataclass(frozen=True)
class FixedPrompt:
    """The prompt of a question that always says the same sentence, with or without terms."""

    key: str
    vocabulary: str | None = None
    columns: int = 2

    def __call__(self, scene: Scene) -> Prompt:
        """Return the question as it is put to its reader."""
        options = term_options(scene, self.vocabulary) if self.vocabulary else ()
        return Prompt(scene.texts(self.key), options, self.columns)


def asks(key: str) -> FixedPrompt:
    """Return the prompt of a question that is only typed."""
    return FixedPrompt(key)


def short_text(limit: int) -> Callable[[Scene, str], Reading]:
    """Return a reader of text of at most *limit* characters, which says how long it was."""

    def read(scene: Scene, text: str) -> Reading:
        length = messages.units(text)
        if length > limit:
            return Refuse(scene.texts("form-too-long", length=length, limit=limit))
        return Took(text)

    return read


def one_line(limit: int) -> Callable[[Scene, str], Reading]:
    """Return a reader of one line of text."""
    whole = short_text(limit)
    return lambda scene, text: whole(scene, " ".join(text.split()))


def show_text(scene: Scene, value: Value) -> Html:
    """Return typed text for the review card."""
    del scene
    return html(str(value))


NO_LINK = Family("form-link-{}", LinkFault)
"""Why what was typed is no address that can be shown."""


def link(limit: int) -> Callable[[Scene, str], Reading]:
    """Return a reader of a public address of at most *limit* characters; see ``read_link``."""

    def read(scene: Scene, text: str) -> Reading:
        found = read_link(text)
        if isinstance(found, LinkFault):
            return Refuse(scene.texts(NO_LINK.key(found)))
        length = messages.units(found.address)
        if length > limit:
            return Refuse(scene.texts("form-too-long", length=length, limit=limit))
        return Took(found.address)

    return read


def show_link(scene: Scene, value: Value) -> Html:
    """Return an address for the review card, with the host that it opens beside it."""
    address = str(value)
    host = shown_host(host_of(address))
    return scene.texts("form-link-shown", address=address, host=host) if host else html(address)


def link_opens(texts: Texts, address: str | None) -> Html:
    """Return the line of a preview that says which host an address opens; empty without one."""
    host = shown_host(host_of(address or ""))
    return texts("form-link-opens", host=host) if host else Html("")


# --- vocabularies ----------------------------------------------------------------------------


def term_options(scene: Scene, vocabulary: str) -> list[Option]:
    """Return a button for each active term of a vocabulary."""
    return [
        Option(term.code, reference().short_label(vocabulary, term.code, scene.language))
        for term in reference().vocabulary(vocabulary)
        if term.active
    ]


def asks_term(key: str, vocabulary: str, *, columns: int = 2) -> FixedPrompt:
    """Return the prompt of a question with a button for each term."""
    return FixedPrompt(key, vocabulary, columns)


def term(vocabulary: str) -> Callable[[Scene, str], Reading]:
    """Return a reader of one term; what may be meant is offered."""

    def read(scene: Scene, text: str) -> Reading:
        found = understand_term(text, vocabulary, languages=scene.languages)
        if found.sure is not None:
            return Took(found.sure)
        codes = [match.code for match in found.matches[:MOST_CHOICES]]
        return _offer(scene, [(code, _label(scene, vocabulary, code)) for code in codes])

    return read


def terms(vocabulary: str, most: int) -> Callable[[Scene, str], Reading]:
    """Return a reader of up to *most* terms, typed with commas between them."""

    def read(scene: Scene, text: str) -> Reading:
        codes: list[str] = []
        for part in text.replace(";", ",").split(","):
            if not part.strip():
                continue
            found = understand_term(part, vocabulary, languages=scene.languages)
            if found.sure is None:
                near = [
                    (match.code, _label(scene, vocabulary, match.code)) for match in found.matches
                ]
                return _offer(scene, [([*codes, code], label) for code, label in near])
            codes.append(found.sure)
        chosen = list(dict.fromkeys(codes))
        if not 0 < len(chosen) <= most:
            return Refuse(scene.texts("form-enough", count=most))
        return Took(chosen)

    return read


def show_term(vocabulary: str) -> Callable[[Scene, Value], Html]:
    """Return how one term, or several, stand on the review card."""

    def show(scene: Scene, value: Value) -> Html:
        codes = value if isinstance(value, list) else [value]
        return html(", ".join(_label(scene, vocabulary, code) for code in codes))

    return show


def _label(scene: Scene, vocabulary: str, code: str) -> str:
    return reference().label(vocabulary, code, scene.language)


def _offer(scene: Scene, choices: Sequence[tuple[Value, str]]) -> Reading:
    """Offer what may be meant, or say that nothing was recognised."""
    if not choices:
        return Refuse(scene.texts("form-not-recognised"))
    if len(choices) == 1:
        return Propose(scene.texts("form-did-you-mean", what=choices[0][1]), choices)
    return Propose(scene.texts("form-which"), choices)


def offer(scene: Scene, choices: Sequence[tuple[Value, str]]) -> Reading:
    """Offer what may be meant; a single one as a yes-or-no question."""
    return _offer(scene, choices)


# --- dates -----------------------------------------------------------------------------------


def dates(
    scene: Scene,
    text: str,
    *,
    zone: ZoneInfo,
    expecting: Expecting,
    accepts: Callable[[When], bool] = lambda _: True,
    day_only: bool = False,
    country: str | None = None,
) -> Reading:
    """Read a date; it comes back in words, with its doubts, before it is taken.

    *country* (ISO code) is where it is held: its public holidays are said.
    """
    from bot.understanding.dates import understand_when  # 2 MiB: the first text loads it

    found = understand_when(
        text,
        languages=scene.languages,
        now=scene.now,
        zone=zone,
        expecting=expecting,
        country=country,
    )
    readings = [when for when in both_orders(found) if accepts(when)]
    if day_only:
        readings = [when for when in readings if when.precision is Precision.DAY]
    if not readings and Doubt.SEASON in found.doubts:
        return Refuse(scene.texts("date-season"))
    if not readings:
        return Refuse(scene.texts(NO_DATE.key(_reason(found, day_only=day_only))))
    return read_back(scene, readings, found.doubts)


def both_orders(found: Dates | ActivityDates) -> list[When]:
    """Return the readings; where the order of day and month was guessed, the other order too."""
    readings = list(found.readings)
    if Doubt.ORDER_GUESSED not in found.doubts or len(readings) != 1:
        return readings
    guessed = readings[0]
    try:
        start, end = (day.replace(day=day.month, month=day.day) for day in _ends(guessed))
    except ValueError:
        return readings
    other = replace(guessed, start=start, end=end)
    return [guessed, other] if other != guessed and start <= end else readings


def _ends(when: When) -> tuple[date, date]:
    return when.start, when.end


def _reason(found: Dates, *, day_only: bool) -> Reason:
    """Return why nothing can be taken: a month where a day is wanted is not precise enough."""
    if found.reason is not None or not found.readings:
        return found.reason or Reason.NOT_A_DATE
    is_vague = all(when.precision is not Precision.DAY for when in found.readings)
    return Reason.AMBIGUOUS if day_only and is_vague else Reason.IMPOSSIBLE


def read_back(scene: Scene, readings: Sequence[When], doubts: Sequence[Doubt]) -> Propose:
    """Return what is asked before a date is taken: whether it is right, or which one is meant."""
    choices = [(when.to_json(), in_words(when, scene)) for when in readings[:MOST_CHOICES]]
    is_open = len(choices) > 1
    said = [
        scene.texts(DOUBT.key(doubt))
        for doubt in dict.fromkeys(doubts)
        if not (is_open and doubt in OF_ONE_READING)
    ]
    lines = Html("\n".join(f"⚠ {doubt}" for doubt in said))
    if is_open:
        which = scene.texts("date-which")
        return Propose(Html(f"{which}\n{lines}") if said else which, choices)
    key = "date-read-back-doubts" if said else "date-read-back"
    return Propose(scene.texts(key, when=choices[0][1], doubts=lines), choices)


def in_words(when: When, scene: Scene) -> str:
    """Return a reading in words: weekday, day, month, year, hours, city and offset."""
    language = scene.language
    if when.start_time is None:
        if when.precision is Precision.DAY and when.start == when.end:
            return times.day(when.start, language)
        return times.period(when.start, when.end, when.precision.value, language)
    starts_at = when.starts_at() or scene.now
    hours = times.clock(when.start_time, language)
    ends = times.clock(when.end_time, language) if when.end_time is not None else ""
    place = _clock_of(when, starts_at, language)
    if when.start != when.end:
        last = f", {ends}" if ends else ""
        first = f"{times.day(when.start, language)}, {hours}"
        said = f"{first} – {times.day(when.end, language)}{last} ({place})"
    else:
        hours = times.between(hours, ends, language) if ends else hours
        said = f"{times.day(when.start, language)}, {hours} ({place})"
    at_venue = _at_venue(when, scene)
    return f"{said} · {at_venue}" if at_venue else said


def _clock_of(when: When, starts_at: datetime, language: str) -> str:
    """Return whose clock the hours are on: ``Athens, UTC+2``, or ``UTC+2`` alone."""
    offset = times.offset(starts_at, when.zone)
    is_city = "/" in when.zone and not when.zone.startswith("Etc/")
    return f"{times.city(when.zone, language)}, {offset}" if is_city else offset


def _at_venue(when: When, scene: Scene) -> str:
    """Return the hours on the network's clock; empty where it agrees with their own."""
    venue, starts_at = scene.runtime.network.zone, when.starts_at()
    if starts_at is None or times.offset(starts_at, venue) == times.offset(starts_at, when.zone):
        return ""
    ends_at, language = when.ends_at(), scene.language
    if ends_at is None:
        return times.moment(starts_at, venue, language)
    return times.reader_clock(starts_at, ends_at, venue=when.zone, reader=venue, language=language)


def show_when(scene: Scene, value: Value) -> Html:
    """Return a stored reading for the review card."""
    return html(in_words(When.from_json(value), scene))


def instants(value: dict[str, str], hours: dict[str, str] | None) -> tuple[datetime, datetime]:
    """Return begin and end (aware UTC) of a reading whose hours may have been asked for later."""
    when = When.from_json({**value, **(hours or {})})
    starts_at, ends_at = when.starts_at(), when.ends_at()
    if starts_at is None or ends_at is None:
        raise LookupError("a meeting without its hours")
    return starts_at, ends_at
