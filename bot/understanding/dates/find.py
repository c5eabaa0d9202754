"""Dates inside running sentences, each with the words that say it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.dates import lexicon
from bot.understanding.dates.doubts import doubts_of
from bot.understanding.dates.here import Here
from bot.understanding.dates.items import DateItem, DateText, Kind
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.outcome import Outcome
from bot.understanding.dates.resolve import MINUTES
from bot.understanding.dates.search import items_of
from bot.understanding.dates.tokens import DateToken, Sort, tokens_of
from bot.understanding.dates.understand import read
from bot.understanding.values import Doubt, Expecting, FoundWhen, Precision, Reason

LONGEST = 10_000
"""Characters that are read; what comes after is left out."""
MOST_TOKENS = 2500
"""So many words and signs has prose of that length."""
LONGEST_PHRASE = 26
"""Tokens; "from Monday, 5 December 2022, at 9:00 to …" has some twenty."""
FIGURES = 3
"""Tokens of a day and a month in figures."""
SHORT = 4
"""A name of a month or a weekday with fewer letters needs a number or a small word beside it."""
WORK = 12_000
"""Steps for a whole text; each language has its share."""
_ANCHORS = frozenset(
    {
        Kind.DATE, Kind.MONTH, Kind.WEEKDAY, Kind.OFFSET, Kind.SHIFT, Kind.PERIOD, Kind.NTH,
        Kind.QUARTER,
    }
)  # fmt: skip
"""Without one of these there is no date in prose."""
_COUNTED = frozenset(
    {
        "article", "articles", "art", "artikel", "articolo", "articulo", "artigo", "artykul",
        "clanok", "clen", "clan", "chlen", "αρθρο", "paragraph", "par", "rule", "section",
        "chapter", "annex", "annexe", "page", "no", "nr", "num", "room", "point", "item", "case",
        "law", "act", "resolution", "directive", "regulation", "bod", "tocka", "punkt",
    }
)  # fmt: skip
"""After these a number counts something else."""


def find_when(
    text: str,
    *,
    languages: Sequence[str],
    now: datetime,
    zone: ZoneInfo,
    expecting: Expecting = Expecting.EITHER,
) -> list[FoundWhen]:
    """Return every date that *text* (a sentence or a paragraph) names, from left to right.

    A date without a year is the nearest one that *expecting* allows, seen from *now* (aware).
    Years, hours and days of a month that stand alone are left out: they may be anything.
    """
    tokens = tokens_of(text[:LONGEST])[:MOST_TOKENS]
    here = Here(now.astimezone(zone), expecting)
    stored = lexicon.languages()
    own = [language for language in dict.fromkeys(languages) if language in stored]
    places: list[_Place] = []
    is_refused = False
    for language in own:
        prose = _prose(tokens, language, WORK // len(own))
        places = _merged(places, list(_places(prose, text, here)))
        is_refused = is_refused or prose.is_refused
    # Only what none of the writer's languages reads is looked up in others.
    if not places and not is_refused:
        places = _in_another_language(tokens, text, own, here)
    return [_found(text, place, now, expecting) for place in places]


_Place = tuple[int, int, Outcome]
"""Where a date begins and ends in the text, in characters, and what it means."""


def _in_another_language(
    tokens: list[DateToken], text: str, own: list[str], here: Here
) -> list[_Place]:
    """Return the dates in the one of the likely languages in which they are the longest."""
    likely = _likely(tokens, own)
    by_language = (list(_places(_prose(tokens, one, WORK // 3), text, here)) for one in likely)
    return max(
        by_language, key=lambda places: sum(end - start for start, end, _ in places), default=[]
    )


def _likely(tokens: list[DateToken], own: list[str]) -> list[str]:
    """Return the other languages in which the text says the most about days, two at most."""
    words = {token.text for token in tokens if token.sort is Sort.WORD and len(token.text) >= SHORT}
    if not words:
        return []
    counted = []
    for language in lexicon.languages():
        if language not in own:
            counted.append((len(words & lexicon.lexicon_of(language).known_words), language))
    counted.sort(reverse=True)
    return [language for number, language in counted[:2] if number]


def _merged(places: list[_Place], more: list[_Place]) -> list[_Place]:
    """Return the places of both without overlaps; the longer one stays, then the earlier."""
    apart: list[_Place] = []
    for place in sorted([*places, *more], key=lambda place: place[0] - place[1]):
        if all(place[1] <= start or end <= place[0] for start, end, _ in apart):
            apart.append(place)
    return sorted(apart, key=lambda place: place[0])


def _found(text: str, place: _Place, now: datetime, expecting: Expecting) -> FoundWhen:
    first, last, outcome = place
    doubts = set(outcome.doubts)
    if len(outcome.readings) == 1:
        doubts.update(doubts_of(outcome.readings[0], now=now, expecting=expecting, country=None))
    ordered = tuple(doubt for doubt in Doubt if doubt in doubts)
    return FoundWhen(first, last, text[first:last], outcome.readings, ordered)


def _prose(tokens: list[DateToken], language: str, work: int) -> DateText:
    text = DateText(tokens, lexicon.lexicon_of(language))
    text.steps = work
    text.is_prose = True
    return text


def _places(text: DateText, raw: str, here: Here) -> Iterator[_Place]:
    at = 0
    while at < len(text):
        longest = _longest(text, raw, at, here)
        if longest is None:
            at += 1
            continue
        end, outcome = longest
        first, last = text.tokens[at], text.tokens[end - 1]
        yield first.start, last.end, outcome
        at = end


def _longest(text: DateText, raw: str, start: int, here: Here) -> tuple[int, Outcome] | None:
    """Return the place after the longest date that begins at *start*, and what it means."""
    if text.steps <= 0 or not _begins(text, start):
        return None
    reached, anchored = _reach(text, start)
    if not anchored:
        return None  # numbers and small words alone
    for end in sorted(reached, reverse=True):
        if end < min(anchored) or text.steps <= 0:
            return None  # what is left is too short to be a date
        if not _ends(text, end):
            continue
        outcome = read(text, here, start, end)
        if outcome.readings and _is_told(text, raw, start, end, outcome):
            return end, outcome
        # "31 November" is no date in another language either.
        text.is_refused = text.is_refused or outcome.reason is Reason.IMPOSSIBLE
    return None


def _reach(text: DateText, start: int) -> tuple[set[int], set[int]]:
    """Return the places to which items lead from *start*, and those behind an anchor."""
    farthest = start + LONGEST_PHRASE
    reached, anchored = {start}, set()
    for place in range(start, min(farthest, len(text))):
        if place not in reached:
            continue
        for item, _ in items_of(text, place):
            if item.end <= farthest:
                reached.add(item.end)
                if item.kind in _ANCHORS:
                    anchored.add(item.end)
    return reached, anchored


# --- where a date may begin and end --------------------------------------------------------------


def _begins(text: DateText, place: int) -> bool:
    """Tell whether a date may begin at *place*: not with a filler, nor inside a number."""
    before = text.at(place - 1)
    if before is not None and text.is_glued(place) and before.sort is Sort.NUMBER:
        return False
    if _is_other_number(text, place, before):
        return False
    if _is_vague(text, place) or _has_a_number_before(text, place):
        return False  # "mid May", "31 September": the rest says less than it all
    return any(_may_begin(item) for item, _ in items_of(text, place))


def _may_begin(item: DateItem) -> bool:
    if item.kind is Kind.FILLER:
        return bool(item.value & {Sense.FROM, Sense.BETWEEN})
    return item.kind not in _NO_BEGINNING


_NO_BEGINNING = frozenset({Kind.TO, Kind.AND, Kind.PART, Kind.VAGUE, Kind.SEASON, Kind.STRETCH})


def _is_other_number(text: DateText, place: int, before: DateToken | None) -> bool:
    """Tell whether a number is a part of another, or counts articles and rooms."""
    if text.tokens[place].sort is not Sort.NUMBER or before is None:
        return False
    if before.text in _COUNTED:
        return True
    is_joined = text.is_glued(place) and before.text in ("/", "-", ".")
    return is_joined and not _is_after_its_article(text, place)


def _has_a_number_before(text: DateText, place: int) -> bool:
    """Tell whether a month stands after a day that it has not ("31 September")."""
    if not text.ends(place, Sense.MONTH):
        return False
    before = text.at(place - 2) if text.is_sign(place - 1, ".") else text.at(place - 1)
    return before is not None and before.sort is Sort.NUMBER and len(before.text) <= 2


def _is_vague(text: DateText, place: int) -> bool:
    """Tell whether "mid", "since" or "end of" stands before *place*."""
    end = place - 1 if text.is_sign(place - 1, "-") else place
    return any(
        last == end
        for start in range(max(0, end - 3), end)
        for last, _ in text.ends(start, Sense.VAGUE)
    )


def _ends(text: DateText, end: int) -> bool:
    """Tell whether a date may end before *end*: not with a comma or a filler."""
    token, after = text.tokens[end - 1], text.at(end)
    if after is not None and after.is_glued and after.sort is Sort.NUMBER:
        return False  # the number would be cut in two
    if token.sort is Sort.SIGN:
        return _is_a_last_stop(text, end - 1)
    meanings = {sense for last, (sense, _) in text.senses(end - 1) if last == end}
    # An ending belongs to its number only where it is glued to it.
    small = _SMALL if token.is_glued else _SMALL | {Sense.SUFFIX}
    return not meanings or bool(meanings - small)


def _is_a_last_stop(text: DateText, place: int) -> bool:
    """Tell whether the stop belongs to a day and its month in figures ("5.6.")."""
    before = text.at(place - 1)
    is_stop = text.is_sign(place, ".") and text.is_glued(place) and text.is_sign(place - 2, ".")
    return is_stop and before is not None and before.sort is Sort.NUMBER


def _is_after_its_article(text: DateText, place: int) -> bool:
    """Tell whether a small word with its dash stands before a number (Maltese "fis-26")."""
    return any(last == place for last, _ in text.ends(place - 2, *_SMALL))


_SMALL = frozenset(
    {Sense.FILLER, Sense.ARTICLE, Sense.FROM, Sense.TO, Sense.AND, Sense.AT, Sense.IN}
)
"""Senses of words that stand before a date and are no part of it at its end."""


# --- what can hardly mean anything else ----------------------------------------------------------


def _is_told(text: DateText, raw: str, start: int, end: int, outcome: Outcome) -> bool:
    """Tell whether the words can hardly mean anything but a date."""
    items = [item for place in range(start, end) for item in _whole(text, place, end)]
    kinds = {item.kind for item in items}
    if kinds & {Kind.OFFSET, Kind.NTH}:
        return True  # "tomorrow", "the first Monday"
    if Kind.DATE in kinds:
        return _are_figures_told(text, start, end)
    if Kind.MONTH in kinds and any(token.sort is Sort.NUMBER for token in text.tokens[start:end]):
        return True  # "5 May", "May 2027"
    if Kind.SHIFT in kinds:
        return any(map(_is_shift_of_days, items))
    if outcome.readings[0].precision is Precision.QUARTER:
        return bool(kinds & {Kind.YEAR, Kind.PERIOD})  # "in the third quarter" of what?
    if end - start > 2 and {Kind.MONTH, Kind.DAY} <= kinds:
        return True  # "the fifth of May"
    return Kind.PERIOD in kinds or any(_is_a_name(text, raw, start, item) for item in items)


def _is_shift_of_days(item: DateItem) -> bool:
    """Tell whether an item counts days, weeks or more: "in two hours" is no date in prose."""
    return item.kind is Kind.SHIFT and item.value[0] not in MINUTES and not item.cost


def _are_figures_told(text: DateText, start: int, end: int) -> bool:
    """Tell whether a date in figures has more than two numbers, or words beside it."""
    most = FIGURES if text.lexicon.dotted else FIGURES + _is_a_last_stop(text, end - 1)
    return end - start > most or _is_after_small_word(text, start, end)


def _is_after_small_word(text: DateText, start: int, end: int) -> bool:
    """Tell whether figures without a year ("12.5") stand as a date: "am 12.05", "on 3/04"."""
    small = {sense for last, (sense, _) in text.senses(start - 1) if last == start}
    is_month = len(text.tokens[end - 1].text) == 2
    if small & _SMALL:
        return is_month  # "on 3/04"; "on 3/4" may be a fraction
    sign = text.tokens[end - 2].text
    is_written = sign == "/" or (is_month and sign == "." and text.lexicon.dotted)
    return is_written and _is_set_off(text, start, end)


def _is_set_off(text: DateText, start: int, end: int) -> bool:
    """Tell whether it stands between a comma or a bracket and the end of what is said."""
    before, after = text.at(start - 1), text.at(end)
    is_after = before is not None and before.text in (",", "(")
    return is_after and (after is None or after.text in (")", ",", ".", ";"))


def _whole(text: DateText, place: int, end: int) -> list[DateItem]:
    return [item for item, _ in items_of(text, place) if item.end <= end]


def _is_a_name(text: DateText, raw: str, start: int, item: DateItem) -> bool:
    """Tell whether an item is a month or a weekday that is long enough, or after a small word."""
    if item.kind not in (Kind.MONTH, Kind.WEEKDAY):
        return False
    word = text.tokens[item.end - 1]
    senses = {sense for _, (sense, _) in text.senses(item.end - 1)}
    if Sense.ORDINAL in senses and not raw[word.start].isupper():
        return False  # Portuguese "segunda" is "second" as well
    if len(word.text) > SHORT and word.text not in ("march", "mars"):
        return True
    if start == 0 or len(word.text) < SHORT - 1:
        return False  # "do", "ma" and "so" are words of every language
    small = {sense for last, (sense, _) in text.senses(start - 1) if last == start}
    return bool(small & _SMALL)
