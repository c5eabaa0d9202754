"""What a sign may say in a date: a range, a list, nothing, or the century left out.

Each sign has its rules, in the order in which their items are tried.
"""

from collections.abc import Callable, Iterable

from bot.understanding.dates.figures import year_of
from bot.understanding.dates.items import NO_MARKERS, DateItem, DateText, Kind
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.tokens import Sort

FAR_FETCHED = 1
"""Cost of reading over a sign that rather says something."""
LIST_OF_DIGITS = 3
"""Cost of a list where the slash is likelier a part of a date ("5/6/2027")."""


def signs_at(text: DateText, place: int) -> Iterable[DateItem]:
    """Return what the sign at *place* may say."""
    sign = text.tokens[place].text
    for kind, value, cost in _ALWAYS.get(sign, ()):
        yield DateItem(kind, place + 1, value, cost)
    for rule in _RULES.get(sign, ()):
        yield from rule(text, place)


def _before_a_year(text: DateText, place: int) -> Iterable[DateItem]:
    """Read over the sign of "Q1-2027" and "KW 11/2027": it is no range and no list."""
    after = text.at(place + 1)
    if after is not None and after.text == "w" and after.is_glued:
        return (DateItem(Kind.FILLER, place + 1, NO_MARKERS),)  # "2027-W03"
    if after is None or len(after.text) != 4:
        return ()
    if not text.ends(place - 2, Sense.QUARTER, Sense.HALF, Sense.WEEK):
        return ()
    return (DateItem(Kind.FILLER, place + 1, NO_MARKERS),)


def _range(text: DateText, place: int) -> Iterable[DateItem]:
    before = text.at(place - 1)
    follows_number = before is not None and before.sort is Sort.NUMBER and text.is_glued(place)
    if follows_number and text.ends(place, Sense.SUFFIX, Sense.TO):
        return ()  # the dash belongs to an ending: Polish "5-go", Hungarian "5-ig"
    return (DateItem(Kind.TO, place + 1),)


def _list_of_slashes(text: DateText, place: int) -> Iterable[DateItem]:
    is_date = text.is_sign(place - 2, "/") or text.is_sign(place + 2, "/")
    return (DateItem(Kind.AND, place + 1, cost=LIST_OF_DIGITS if is_date else FAR_FETCHED),)


def _full_stop(text: DateText, place: int) -> Iterable[DateItem]:
    if not text.is_glued(place):
        return ()
    # The last stop ends the sentence; one within the text is likelier an ordinal's.
    is_last = text.at(place + 1) is None
    return (DateItem(Kind.FILLER, place + 1, NO_MARKERS, cost=0 if is_last else FAR_FETCHED),)


def _between_number_and_word(text: DateText, place: int) -> Iterable[DateItem]:
    """Read over the sign of "5-mai" and "5/may"."""
    before, after = text.at(place - 1), text.at(place + 1)
    if before is None or after is None or not (text.is_glued(place) and after.is_glued):
        return ()
    if {before.sort, after.sort} != {Sort.NUMBER, Sort.WORD}:
        return ()
    return (DateItem(Kind.FILLER, place + 1, NO_MARKERS, cost=FAR_FETCHED),)


def _dash_of_layout(text: DateText, place: int) -> Iterable[DateItem]:
    """Read over a dash that opens a line or sets an hour off ("5 May – at 9")."""
    is_apart = not text.is_glued(place) and not text.is_glued(place + 1)
    if place > 0 and not (is_apart and _is_hour(text, place + 1)):
        return ()
    return (DateItem(Kind.FILLER, place + 1, NO_MARKERS, cost=FAR_FETCHED),)


def _slash_of_layout(text: DateText, place: int) -> Iterable[DateItem]:
    """Read over a slash with a space or a sign beside it: it joins no figures."""
    after = text.at(place + 1)
    is_between = text.is_glued(place) and text.is_glued(place + 1)
    if is_between and after is not None and after.sort is not Sort.SIGN:
        return ()
    return (DateItem(Kind.FILLER, place + 1, NO_MARKERS, cost=FAR_FETCHED),)


def _is_hour(text: DateText, place: int) -> bool:
    """Tell whether an hour with its word or its minutes stands at *place*."""
    return (
        bool(text.ends(place, Sense.AT))
        or text.is_sign(place + 1, ":")
        or bool(text.ends(place + 1, Sense.HOUR))
    )


def _year_of_two_digits(text: DateText, place: int) -> Iterable[DateItem]:
    """Return the year of "May '27"."""
    after = text.at(place + 1)
    if after is None or after.sort is not Sort.NUMBER or len(after.text) != 2:
        return ()
    return (DateItem(Kind.YEAR, place + 2, year_of(after.text)),)


_NOTHING = (Kind.FILLER, NO_MARKERS, 0)
_ALWAYS: dict[str, tuple[tuple[Kind, frozenset[Sense] | None, int], ...]] = {
    ",": ((Kind.AND, None, FAR_FETCHED), _NOTHING),
    ";": ((Kind.AND, None, FAR_FETCHED), _NOTHING),
    "+": ((Kind.AND, None, 0),),
    **dict.fromkeys("()[]?!|·•", (_NOTHING,)),
}
"""Kind, value and cost of what a sign says wherever it stands."""

_Rule = Callable[[DateText, int], Iterable[DateItem]]
_RULES: dict[str, tuple[_Rule, ...]] = {
    "-": (_before_a_year, _range, _between_number_and_word, _dash_of_layout),
    "/": (_before_a_year, _list_of_slashes, _between_number_and_word, _slash_of_layout),
    ".": (_full_stop,),
    "'": (_year_of_two_digits,),
}
"""What depends on the words and numbers beside it."""
