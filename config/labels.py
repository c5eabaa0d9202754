"""Words by language: what reference data and the organiser's file call a thing."""

import re
from collections.abc import Iterator, Mapping

from config.languages import DEFAULT

_CODE = re.compile(r"[a-z]{2,3}")


class Labels(Mapping[str, str]):
    """The words for one thing by language code; never empty, never changed.

    Iterating gives the languages in the order in which they were written.
    """

    __slots__ = ("_words",)

    def __init__(self, words: Mapping[str, str]) -> None:
        """Take *words* by language; raises ``ValueError`` in words for whoever wrote them."""
        if not words:
            raise ValueError("must have words in one language at least")
        for language, said in words.items():
            if not is_code(language):
                raise ValueError(f'"{language}" must be the code of a language, such as {DEFAULT}')
            if not isinstance(said, str) or not said:
                raise ValueError(f'"{language}" must be words')
        self._words = dict(words)

    def __getitem__(self, language: str) -> str:
        """Return the words in exactly this language; raises ``KeyError``."""
        return self._words[language]

    def __iter__(self) -> Iterator[str]:
        """Go through the languages."""
        return iter(self._words)

    def __len__(self) -> int:
        """Return in how many languages there are words."""
        return len(self._words)

    def __hash__(self) -> int:
        """Equal words are one key."""
        return hash(frozenset(self._words.items()))

    def __repr__(self) -> str:
        """Return what makes the same words."""
        return f"Labels({self._words!r})"

    def in_language(self, language: str) -> str:
        """Return the words in *language*, else in the default one, else in the first there is."""
        return self.get(language) or self.get(DEFAULT) or next(iter(self.values()))


def is_code(word: str) -> bool:
    """Tell whether *word* looks like the code of a language: two or three small letters."""
    return _CODE.fullmatch(word) is not None
