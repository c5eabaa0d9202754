"""A text that is read once: its words, its languages, and what the word lists find in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.understanding.findings import Match
from bot.understanding.lexicon import Hit, lexicon
from bot.understanding.offered import offered
from bot.understanding.tokens import Token, tokenise
from bot.understanding.writing import languages_of

NOTHING = "-"
"""Code of patterns whose words mean something else."""


@dataclass(frozen=True)
class AnnotatedText:
    """What a person wrote, with its words and the languages it may be in."""

    text: str
    tokens: tuple[Token, ...]
    languages: tuple[str, ...]
    """The languages it may be written in, best first."""

    def hits(self, topic: str) -> list[Hit]:
        """Return what the words of *topic* find, in the languages of the text.

        Patterns under the code ``-`` say that their words mean something else; what has ended is
        left out.
        """
        hits = lexicon(topic, self.languages).find(self.tokens)
        return offered([hit for hit in hits if hit.code != NOTHING], topic)

    @cached_property
    def context(self) -> dict[str, list[Hit]]:
        """The words around a field (who leads, who hosts, what is only talked about), by code."""
        by_code: dict[str, list[Hit]] = {}
        words = lexicon("context", self.languages)
        for hit in words.find(self.tokens, codes_apart=True):
            by_code.setdefault(hit.code, []).append(hit)
        return by_code

    def without_names(self) -> str:
        """Return the text with what is no date blotted out.

        Santo Domingo is no Sunday, Tweede Kamer no 2nd, "16 juin, deux experts" not two o'clock;
        and what goes on since yesterday began yesterday.
        """
        text = self.text
        for first, last in self._no_dates():
            for token in self.tokens[first:last]:
                if token.text.isalpha():
                    # As long as before, so that offsets stay those of the text.
                    text = text[: token.start] + "x" * len(token.text) + text[token.end :]
        return text

    def _no_dates(self) -> Iterator[tuple[int, int]]:
        """Return the words that look like dates and are none, as (first, last)."""
        names = [*lexicon("places").find(self.tokens), *self.context.get("house", ())]
        for hit in [*names, *self.context.get("expert", ())]:
            yield hit.first, hit.last
        for hit in self.context.get("staff", ()):
            if hit.first:
                yield hit.first - 1, hit.last  # with the number that counts them
        for hit in self.context.get("since", ()):
            # "Since 5 May" is a date; "since yesterday" is none.
            if self.tokens[hit.last : hit.last + 1] and self.tokens[hit.last].text.isalpha():
                yield hit.first, hit.last

    def match(self, hit: Hit, confidence: float, code: str | None = None) -> Match:
        """Return a hit as a finding with its words and their place in the text."""
        start, end = self.tokens[hit.first].start, self.tokens[hit.last - 1].end
        return Match(code or hit.code, self.text[start:end], start, end, confidence)

    def between(self, first: int, last: int) -> str:
        """Return the text between the end of a word and the beginning of another."""
        return self.text[self.tokens[first].end : self.tokens[last].start]


def read_text(text: str, languages: Sequence[str]) -> AnnotatedText:
    """Return *text* read by somebody who knows the writer's *languages*."""
    tokens = tuple(tokenise(text))
    return AnnotatedText(text, tokens, languages_of(tokens, writers=languages))
