"""What stands at a place of a text: a day, a month, an hour, a separator, a filler word."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from bot.understanding.dates.lexicon import DateLexicon, Meaning, Sense
from bot.understanding.dates.tokens import DateToken, Sort

MOST_STEPS = 4_000
"""Places looked at before a text is given up; an answer needs some ten to three hundred."""
MANY = 99
SLIP = 5
"""Words with so many letters may have another accent than they should."""
TENS = (20, 30, 40, 50)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ROMAN = {word: number for number, word in enumerate(_ROMAN, start=1)}


class Kind(StrEnum):
    """What an item says."""

    DATE = "date"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    WEEKDAY = "weekday"
    OFFSET = "offset"
    SHIFT = "shift"
    PERIOD = "period"
    NTH = "nth"
    WEEK = "week"
    WEEK_OF = "week_of"
    QUARTER = "quarter"
    HALF = "half"
    TIME = "time"
    PART = "part"
    TO = "to"
    AND = "and"
    OR = "or"
    FILLER = "filler"
    VAGUE = "vague"
    SEASON = "season"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the text says, up to the token before *end*."""

    kind: Kind
    end: int
    value: Any = None
    cost: int = 0
    """How far-fetched it is; the readings with the lowest sum are kept."""


NO_MARKERS: frozenset[Sense] = frozenset()
"""Value of a filler that says nothing at all."""


class Figures(NamedTuple):
    """A date in digits."""

    day: int | None
    month: int
    year: int | None
    is_guessed: bool = False
    """Whether day and month may as well be the other way round."""
    sign: str = ""


class Day(NamedTuple):
    """A day of a month."""

    number: int
    mark: int = 0
    """How plainly it is a day: 2 with an ordinal's ending, 1 with a full stop, -1 a plain word."""


class TimeOfDay(NamedTuple):
    """An hour; *marked* says that it cannot be another number."""

    minutes: int
    """Since midnight; 24:00 is 1440."""
    marked: bool
    seconds: int = 0


class CalendarName(NamedTuple):
    """A weekday or a month with "this" (0), "next" (1), "last" (-1), "coming" (None and True)."""

    number: int
    steps: int | None = None
    is_coming: bool = False


class Number(NamedTuple):
    """A number in digits or in words."""

    value: int
    end: int
    digits: int
    """How many there are; 0 for a word."""
    is_ordinal: bool = False
    is_dotted: bool = False


class DateText:
    """The tokens of a text, and what the words of one language make of them."""

    def __init__(self, tokens: list[DateToken], lexicon: DateLexicon) -> None:
        """Endings that carry a sense are cut off first."""
        self.lexicon = lexicon
        self.tokens = _with_endings_apart(tokens, lexicon) if lexicon.endings else tokens
        self.items: dict[int, list[tuple[Item, int]]] = {}
        """What stands at each place, once it was looked at, and what it says in bits."""
        self.is_prose = False
        """Whether it is running text, in which numbers also count other things."""
        self.is_refused = False
        """Whether it names a day that the language's calendar has not."""
        self.steps = MOST_STEPS
        """How much looking is left for the whole text."""
        self._senses: dict[int, list[tuple[int, Meaning]]] = {}
        self._numbers: dict[int, list[Number]] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, place: int) -> DateToken | None:
        """Return the token at *place*, or None past the end."""
        return self.tokens[place] if 0 <= place < len(self.tokens) else None

    def is_sign(self, place: int, sign: str) -> bool:
        """Tell whether *sign* stands at *place*."""
        token = self.at(place)
        return token is not None and token.sort is Sort.SIGN and token.text == sign

    def is_glued(self, place: int) -> bool:
        """Tell whether nothing stands between the token at *place* and the one before."""
        token = self.at(place)
        return token is not None and token.is_glued

    def is_known(self) -> bool:
        """Tell whether every word may mean something in this language (a quick look)."""
        known = self.lexicon.known_words
        return all(
            token.sort is not Sort.WORD
            or token.text in known
            or token.text in ROMAN
            or (token.text == "t" and token.is_glued)  # "2027-05-03T14:00"
            for token in self.tokens
        )

    def senses(self, place: int) -> list[tuple[int, Meaning]]:
        """Return (end, meaning) of each phrase that begins at *place*."""
        found = self._senses.get(place)
        if found is None:
            found = self._senses[place] = list(self._phrases(place))
        return found

    def ends(self, place: int, *wanted: Sense) -> list[tuple[int, Any]]:
        """Return (end, value) of the phrases at *place* that have one of the *wanted* senses."""
        return [(end, value) for end, (sense, value) in self.senses(place) if sense in wanted]

    def after(self, place: int, *wanted: Sense) -> list[int]:
        """Return the places after an optional phrase of one of the *wanted* senses."""
        return [place, *(end for end, _ in self.ends(place, *wanted))]

    def _phrases(self, place: int) -> Iterator[tuple[int, Meaning]]:
        token = self.at(place)
        if token is None:
            return
        longest = self.lexicon.longest.get(token.text, 0)
        tokens = self.tokens[place : place + longest]
        words = tuple(other.text for other in tokens)
        said = tuple(other.spelt for other in tokens)
        foreign = next((at for at, other in enumerate(tokens) if self._is_other(other)), MANY)
        for length in range(1, min(len(words), foreign) + 1):
            meanings = self.lexicon.phrases.get(words[:length], ())
            exact = self.lexicon.exact.get(said[:length])
            is_letter = len(words[0]) == 1 and length == 1
            if exact is not None and (is_letter or said[:length] != words[:length]):
                meanings = exact
            elif exact is not None:
                # Without accents a word is rather what is written so: "st" is no "št".
                senses = {sense for sense, _ in exact}
                meanings = (*exact, *(other for other in meanings if other[0] not in senses))
            for meaning in meanings:
                yield place + length, meaning

    def _is_other(self, token: DateToken) -> bool:
        """Tell whether a short word has accents that the language's word has not ("się", "sie")."""
        if token.spelt == token.text or len(token.text) >= SLIP:
            return False
        return token.sort is Sort.WORD and token.spelt not in self.lexicon.accented

    def numbers(self, place: int) -> list[Number]:
        """Return the numbers that begin at *place*: digits, or words up to 59."""
        found = self._numbers.get(place)
        if found is None:
            found = self._numbers[place] = list(self._all_numbers(place))
        return found

    def _all_numbers(self, place: int) -> Iterator[Number]:
        token = self.at(place)
        if token is None or token.sort is Sort.SIGN:
            return
        if token.sort is Sort.NUMBER:
            yield Number(token.value, place + 1, len(token.text))
            for end, _ in self.ends(place + 1, Sense.SUFFIX):
                if self.is_glued(place + 1):
                    yield Number(token.value, end, len(token.text), is_ordinal=True)
            if self.is_sign(place + 1, ".") and self.is_glued(place + 1):
                yield Number(token.value, place + 2, len(token.text), is_dotted=True)
                for end, _ in self.ends(place + 2, Sense.SUFFIX):
                    if self.is_glued(place + 2):
                        yield Number(token.value, end, len(token.text), is_ordinal=True)
            return
        for end, (sense, value) in self.senses(place):
            if sense is Sense.NUMBER:
                yield Number(value, end, 0)
                if value in TENS:
                    yield from self._compounds(value, end)
            elif sense is Sense.ORDINAL:
                yield Number(value, end, 0, is_ordinal=True)
                if value in TENS:
                    for after, unit in self.ends(end, Sense.ORDINAL):
                        if 0 < unit < 10:
                            yield Number(value + unit, after, 0, is_ordinal=True)

    def _compounds(self, tens: int, place: int) -> Iterator[Number]:
        """Return "twenty-one", "treinta y uno", "dwadzieścia dwa", "twenty-first"."""
        starts = self.after(place, Sense.AND)
        if self.is_sign(place, "-"):
            starts.append(place + 1)
        for start in starts:
            for end, (sense, unit) in self.senses(start):
                if sense in (Sense.NUMBER, Sense.ORDINAL) and 0 < unit < 10:
                    yield Number(tens + unit, end, 0, is_ordinal=sense is Sense.ORDINAL)


def _with_endings_apart(tokens: list[DateToken], lexicon: DateLexicon) -> list[DateToken]:
    """Return the tokens with "hétfőtől" as "hétfő" and "től", where the rest is a known word."""
    found: list[DateToken] = []
    for token in tokens:
        ending = ""
        if token.sort is Sort.WORD and token.text not in lexicon.longest:
            ending = next((end for end in lexicon.endings if _fits(token.text, end, lexicon)), "")
        if not ending:
            found.append(token)
            continue
        cut = token.end - len(ending)
        stem = token.text.removesuffix(ending)
        rest = token.spelt[-len(ending) :]  # the rest changes its vowels: "óra", "óráig"
        found.append(DateToken(Sort.WORD, stem, token.start, cut, token.is_glued, spelt=stem))
        found.append(
            DateToken(Sort.WORD, ending, cut, token.end, True, token.is_dotted, spelt=rest)
        )
    return found


def _fits(word: str, ending: str, lexicon: DateLexicon) -> bool:
    return len(word) > len(ending) + 2 and (
        word.endswith(ending) and word.removesuffix(ending) in lexicon.longest
    )
