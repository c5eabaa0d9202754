"""What a text means as a date: every word of it has to be accounted for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.dates import lexicon
from bot.understanding.dates.combine import Interpretation, Vague, combine
from bot.understanding.dates.days import Impossible
from bot.understanding.dates.doubts import doubts_of, has_one_year
from bot.understanding.dates.fallback import fall_back
from bot.understanding.dates.here import Here
from bot.understanding.dates.hours import Several
from bot.understanding.dates.items import DateText, Kind
from bot.understanding.dates.outcome import Outcome
from bot.understanding.dates.search import Parse, parses
from bot.understanding.dates.tokens import DateToken, Sort, tokens_of
from bot.understanding.dates.zones import in_zone, without_zone
from bot.understanding.values import Dates, Doubt, Expecting, Precision, Reason, When

LONGEST = 200
"""Signs; what people answer to "When?" has some twenty."""
MOST_TOKENS = 48
MOST_NUMBERS = 14
"""With more of either it is no answer, and looking for a date in it would take long."""
MOST_READINGS = 4
"""So many are offered to choose from."""
SHORT = 4
"""Letters of a word that is a word in many languages."""


NOTHING = Outcome()
_RANK = (Reason.NOT_A_DATE, Reason.AMBIGUOUS, Reason.IMPOSSIBLE, Reason.SEVERAL)
"""Of several reasons the last of these is the one to tell."""


def understand_when(
    text: str,
    *,
    languages: Sequence[str],
    now: datetime,
    zone: ZoneInfo,
    expecting: Expecting = Expecting.FUTURE,
    country: str | None = None,
    asks_hours: bool = False,
) -> Dates:
    """Return what *text* means to somebody in *zone* at *now* (aware).

    The writer's *languages* (ISO 639-1) are tried first, in order, then the others. *country*
    (ISO 3166-1, or ``EU``) names whose public holidays are doubted. *asks_hours*: hours were asked
    for, so that "9-11" can be nothing else.
    """
    if not text.strip():
        return Dates(reason=Reason.EMPTY, text=text)
    if len(text) > LONGEST:
        return Dates(reason=Reason.TOO_LONG, text=text)
    tokens = tokens_of(text)
    if not _is_likely(tokens):
        return Dates(reason=Reason.NOT_A_DATE, text=text)
    here = Here(now.astimezone(zone), expecting, asks_hours)
    own = _own(languages)
    rest, zone_named = without_zone(tokens, [_known_words(one) for one in own], own)
    outcome = _outcome(text, rest, languages, here)
    if zone_named is not None and any(when.start_time is None for when in outcome.readings):
        # Without an hour it named no zone: "22 March (Paris)" says a place.
        zone_named, outcome = None, _outcome(text, tokens, languages, here)
    if zone_named is not None:
        readings = tuple(in_zone(when, zone_named) for when in outcome.readings)
        outcome = replace(outcome, readings=readings)
    if outcome.reason is Reason.NOT_A_DATE and _names_month(tokens, own):
        outcome = replace(outcome, reason=Reason.NOT_WHOLE)
    return finish(outcome, text, now=now, expecting=expecting, country=country)


def _names_month(tokens: list[DateToken], languages: Iterable[str]) -> bool:
    """Tell whether a month is named in letters, as one of *languages* calls it."""
    # A short name is a word in many languages where no number stands beside it.
    least = SHORT - any(token.sort is Sort.NUMBER for token in tokens)
    words = {token.text for token in tokens if token.sort is Sort.WORD and len(token.text) >= least}
    months = (
        sense is lexicon.Sense.MONTH
        for language in languages
        for word in words
        for sense, _ in lexicon.lexicon_of(language).phrases.get((word,), ())
    )
    return any(months)


def _outcome(text: str, tokens: list[DateToken], languages: Sequence[str], here: Here) -> Outcome:
    """Return what the tokens mean, with dateparser's help where no rule reads them."""
    outcome = outcome_of(tokens, languages, here)
    # Not for a day that does not exist: dateparser would make one of it.
    if not outcome.readings and outcome.reason is Reason.NOT_A_DATE:
        return fall_back(text, tokens, languages, here) or outcome
    return outcome


def _is_likely(tokens: list[DateToken]) -> bool:
    numbers = sum(token.sort is Sort.NUMBER for token in tokens)
    return 0 < len(tokens) <= MOST_TOKENS and numbers <= MOST_NUMBERS


def finish(
    outcome: Outcome, text: str, *, now: datetime, expecting: Expecting, country: str | None
) -> Dates:
    """Return an outcome with every doubt about it."""
    doubts = set(outcome.doubts)
    if not outcome.readings:
        return Dates((), _in_order(doubts), outcome.reason, text)
    readings = outcome.readings[:MOST_READINGS]
    # Of several readings the person chooses first; what is doubtful in it is said then.
    if len(readings) == 1:
        doubts.update(doubts_of(readings[0], now=now, expecting=expecting, country=country))
        if has_one_year(readings[0], now=now, expecting=expecting):
            doubts.discard(Doubt.YEAR_GUESSED)
    return Dates(readings, _in_order(doubts), text=text)


def _in_order(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    wanted = set(doubts)
    return tuple(doubt for doubt in Doubt if doubt in wanted)


def outcome_of(tokens: list[DateToken], languages: Sequence[str], here: Here) -> Outcome:
    """Return what the writer's languages make of the tokens, or else the others together."""
    own = _own(languages)
    worst = NOTHING
    for language in own:
        outcome = in_language(tokens, language, here)
        if outcome.readings:
            return outcome
        worst = _worse(worst, outcome)
    if worst.reason in (Reason.IMPOSSIBLE, Reason.AMBIGUOUS):
        return worst  # "31 listopada" and "mid-2027" are no day of another's calendar
    if own and not any(token.sort is Sort.WORD for token in tokens):
        return worst  # figures alone mean the same in every language
    if not _has_substance(tokens):
        return worst
    return _in_others(tokens, own, worst, here)


def _in_others(tokens: list[DateToken], own: list[str], worst: Outcome, here: Here) -> Outcome:
    """Return what the least far-fetched of the other languages say, all of them together."""
    outcomes: list[Outcome] = []
    for language in lexicon.languages():
        if language not in own:
            outcome = in_language(tokens, language, here)
            if outcome.readings:
                outcomes.append(outcome)
            worst = _worse(worst, outcome)
    return _together(outcomes) if outcomes else worst


def _together(outcomes: list[Outcome]) -> Outcome:
    """Return what several languages say, as far as it is the least far-fetched."""
    least = min(outcome.cost for outcome in outcomes)
    outcomes = [outcome for outcome in outcomes if outcome.cost == least]
    readings = tuple(dict.fromkeys(when for outcome in outcomes for when in outcome.readings))
    doubts = frozenset(doubt for outcome in outcomes for doubt in outcome.doubts)
    return Outcome(readings, doubts)


def _own(languages: Sequence[str]) -> list[str]:
    """Return the writer's languages that have a file of words."""
    stored = lexicon.languages()
    return [language for language in dict.fromkeys(languages) if language in stored]


def _known_words(language: str) -> frozenset[str]:
    return lexicon.lexicon_of(language).known_words


def _has_substance(tokens: list[DateToken]) -> bool:
    """Tell whether a text is more than a short word, which is a word in many languages."""
    # "Mai" and "do" are dates in some language or other.
    if len(tokens) == 1:
        return len(tokens[0].text) > SHORT + 1
    longest = max((len(token.text) for token in tokens if token.sort is Sort.WORD), default=0)
    is_counted = any(token.sort is Sort.NUMBER for token in tokens)
    return longest >= (SHORT - 1 if is_counted else SHORT + 1)


def _worse(one: Outcome, other: Outcome) -> Outcome:
    return other if _RANK.index(other.reason) > _RANK.index(one.reason) else one


def in_language(tokens: list[DateToken], language: str, here: Here) -> Outcome:
    """Return what one language makes of the tokens."""
    text = DateText(tokens, lexicon.lexicon_of(language))
    if not text.is_known():
        return NOTHING  # most languages end here
    return read(text, here, 0, len(text))


def read(text: DateText, here: Here, start: int, end: int) -> Outcome:
    """Return the cheapest readings of the tokens from *start* to *end*."""
    tally = _Tally()
    for parse in parses(text, start, end):
        if tally.least is not None and parse.cost > tally.least:
            break  # they come by their cost: nothing better follows
        if tally.least is not None and parse.cost + parse.lopsided > tally.least:
            continue
        interpretation = tally.try_to_combine(parse, here)
        if interpretation is None:
            continue
        if tally.blocked is not None and parse.cost > tally.blocked:
            break
        tally.take(interpretation, parse.cost + parse.lopsided)
    return tally.outcome(text)


@dataclass
class _Tally:
    """The cheapest readings so far, and why others were none."""

    readings: dict[When, None] = field(default_factory=dict)
    doubts: set[Doubt] = field(default_factory=set)
    least: int | None = None
    """What the readings cost."""
    reason: Reason = Reason.NOT_A_DATE
    vague: Kind | None = None
    blocked: int | None = None
    """The cost at which the text names a day that is none, or days apart: nothing dearer counts."""

    def try_to_combine(self, parse: Parse, here: Here) -> Interpretation | None:
        """Return what *parse* means; note the reason where it names no day."""
        try:
            return combine(parse, here)
        except Impossible:
            self._block(Reason.IMPOSSIBLE, parse.cost)
        except Several:
            self._block(Reason.SEVERAL, parse.cost)
        except Vague as error:
            self._note(Reason.AMBIGUOUS)
            self.vague = error.kind
        return None

    def _block(self, reason: Reason, cost: int) -> None:
        self._note(reason)
        if self.blocked is None:
            self.blocked = cost

    def _note(self, reason: Reason) -> None:
        if _RANK.index(reason) > _RANK.index(self.reason):
            self.reason = reason

    def take(self, interpretation: Interpretation, cost: int) -> None:
        """Add readings of the same cost as those so far, or put cheaper ones in their place."""
        if self.least is not None and cost < self.least:
            self.readings, self.doubts = {}, set()
        self.least = cost
        self.readings.update(dict.fromkeys(interpretation.readings))
        self.doubts |= interpretation.doubts

    def outcome(self, text: DateText) -> Outcome:
        """Return the readings, or the reason why there are none."""
        if self.least is None:
            seasons = frozenset({Doubt.SEASON}) if self.vague is Kind.SEASON else frozenset()
            return Outcome((), seasons, self.reason)
        doubts = self.doubts - _settled(self.doubts, text, self.readings)
        return Outcome(tuple(self.readings), frozenset(doubts), cost=self.least)


def _settled(doubts: set[Doubt], text: DateText, readings: Iterable[When]) -> set[Doubt]:
    """Return the doubts that the writer's language settles: where dots stand, the day is first."""
    if Doubt.ORDER_GUESSED not in doubts or not text.lexicon.dotted:
        return set()
    if any(text.is_sign(place, sign) for place in range(len(text)) for sign in "/-"):
        # "5/6" may be another country's order even here; a month with its year has no order.
        says_day = any(when.precision is Precision.DAY for when in readings)
        return set() if says_day else {Doubt.ORDER_GUESSED}
    return {Doubt.ORDER_GUESSED}
