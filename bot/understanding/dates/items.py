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
"""More words than any phrase has."""
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
    STRETCH = "stretch"


@dataclass(frozen=True, slots=True)
class DateItem:
    """One thing that the text says, up to the token before *end*."""

    kind: Kind
    end: int
    """The place after its last token."""
    value: Any = None
    """By its kind: :class:`Figures`, :class:`Day`, :class:`CalendarName`, :class:`TimeOfDay`, the
    number of a year, a week or a quarter, (unit, steps) of a period and a shift, (number, weekday)
    or (number, weekday, month) of an nth weekday, the senses of a filler."""
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
    """What stands between the figures; nothing where it does not matter."""


class Day(NamedTuple):
    """A number as the day of a month, 1 to 31."""

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
    """A weekday or a month by its name, with "this", "next" or "coming" where it is said."""

    number: int
    """Of a month 1 to 12, of a weekday 0 (Monday) to 6."""
    steps: int | None = None
    """"This" is 0, "next" 1, "last" -1; None where nothing is said."""
    is_coming: bool = False
    weeks_on: int = 0
    """"Monday week" is 1: so many weeks after the coming one."""


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
        """Cut off the endings that carry a sense, in languages that have such."""
        self.lexicon = lexicon
        self.tokens = _with_endings_apart(tokens, lexicon) if lexicon.endings else tokens
        self.items: dict[int, list[tuple[DateItem, int]]] = {}
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
        words = self.lexicon.known_words
        return all(
            token.sort is not Sort.WORD
            or token.text in words
            or token.text in ROMAN
            or (token.text == "t" and token.is_glued)  # "2027-05-03T14:00"
            or token.text == "w"  # "2027-W03"
            for token in self.tokens
        )

    def senses(self, place: int) -> list[tuple[int, Meaning]]:
        """Return (end, meaning) of each phrase that begins at *place*."""
        senses = self._senses.get(place)
        if senses is None:
            senses = self._senses[place] = list(self._phrases(place))
        return senses

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
        bare = tuple(other.text for other in tokens)
        spelt = tuple(other.spelt for other in tokens)
        # A phrase ends before a word that only looks like one of the language.
        foreign = next((at for at, other in enumerate(tokens) if self._is_foreign(other)), MANY)
        for length in range(1, min(len(bare), foreign) + 1):
            for meaning in self._meanings(bare[:length], spelt[:length]):
                yield place + length, meaning

    def _meanings(self, bare: tuple[str, ...], spelt: tuple[str, ...]) -> tuple[Meaning, ...]:
        """Return what words may mean, which are *bare* of accents and *spelt* with them.

        What is spelt as in the file of words goes before what is like it without accents.
        """
        meanings = self.lexicon.phrases.get(bare, ())
        exact = self.lexicon.exact.get(spelt)
        if exact is None:
            return meanings
        is_letter = len(bare) == 1 and len(bare[0]) == 1
        if is_letter or spelt != bare:
            return exact
        # Without accents a word is rather what is written so: "st" is no "št".
        senses = {sense for sense, _ in exact}
        return (*exact, *(meaning for meaning in meanings if meaning[0] not in senses))

    def _is_foreign(self, token: DateToken) -> bool:
        """Tell whether a short word has accents that the language's word has not ("się", "sie")."""
        if token.spelt == token.text or len(token.text) >= SLIP:
            return False
        return token.sort is Sort.WORD and token.spelt not in self.lexicon.accented

    def numbers(self, place: int) -> list[Number]:
        """Return the numbers that begin at *place*: digits, or words up to 59."""
        numbers = self._numbers.get(place)
        if numbers is None:
            numbers = self._numbers[place] = list(self._numbers_at(place))
        return numbers

    def _numbers_at(self, place: int) -> Iterator[Number]:
        token = self.at(place)
        if token is None or token.sort is Sort.SIGN:
            return
        if token.sort is Sort.NUMBER:
            yield from self._in_digits(token, place)
            return
        for end, (sense, value) in self.senses(place):
            if sense is Sense.NUMBER:
                yield Number(value, end, 0)
                if value in TENS:
                    yield from self._compounds(value, end)
            elif sense is Sense.ORDINAL:
                yield Number(value, end, 0, is_ordinal=True)
                if value in TENS:
                    yield from self._ordinal_compounds(value, end)

    def _in_digits(self, token: DateToken, place: int) -> Iterator[Number]:
        """Return "5", "5th", "5." and Finnish "5.:ntenä", as far as the language has them."""
        digits = len(token.text)
        yield Number(token.value, place + 1, digits)
        if not self.is_glued(place + 1):
            return
        for end, _ in self.ends(place + 1, Sense.SUFFIX):
            yield Number(token.value, end, digits, is_ordinal=True)
        if not self.is_sign(place + 1, "."):
            return
        yield Number(token.value, place + 2, digits, is_dotted=True)
        if self.is_glued(place + 2):
            for end, _ in self.ends(place + 2, Sense.SUFFIX):
                yield Number(token.value, end, digits, is_ordinal=True)

    def _compounds(self, tens: int, place: int) -> Iterator[Number]:
        """Return "twenty-one", "treinta y uno", "dwadzieścia dwa", "twenty-first"."""
        starts = self.after(place, Sense.AND)
        if self.is_sign(place, "-"):
            starts.append(place + 1)
        for start in starts:
            for end, (sense, unit) in self.senses(start):
                if sense in (Sense.NUMBER, Sense.ORDINAL) and 0 < unit < 10:
                    yield Number(tens + unit, end, 0, is_ordinal=sense is Sense.ORDINAL)

    def _ordinal_compounds(self, tens: int, place: int) -> Iterator[Number]:
        """Return "dvacátého prvního", where both words are ordinals."""
        for end, unit in self.ends(place, Sense.ORDINAL):
            if 0 < unit < 10:
                yield Number(tens + unit, end, 0, is_ordinal=True)


def _with_endings_apart(tokens: list[DateToken], lexicon: DateLexicon) -> list[DateToken]:
    """Return the tokens with "hétfőtől" as "hétfő" and "től", where the rest is a known word."""
    apart: list[DateToken] = []
    for token in tokens:
        ending = ""
        if token.sort is Sort.WORD and token.text not in lexicon.longest:
            ending = next((end for end in lexicon.endings if _fits(token.text, end, lexicon)), "")
        if not ending:
            apart.append(token)
            continue
        cut = token.end - len(ending)
        stem = token.text.removesuffix(ending)
        rest = token.spelt[-len(ending) :]  # the rest changes its vowels: "óra", "óráig"
        apart.append(DateToken(Sort.WORD, stem, token.start, cut, token.is_glued, spelt=stem))
        apart.append(
            DateToken(Sort.WORD, ending, cut, token.end, True, token.is_dotted, spelt=rest)
        )
    return apart


def _fits(word: str, ending: str, lexicon: DateLexicon) -> bool:
    return len(word) > len(ending) + 2 and (
        word.endswith(ending) and word.removesuffix(ending) in lexicon.longest
    )
