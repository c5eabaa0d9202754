"""The notice on data protection as the organiser writes it: its parts, and what may stand in them.

Every part has to be there: a notice that lacks one does not inform as Articles 15 and 16 of
Regulation (EU) 2018/1725 and Articles 13 and 14 of the GDPR ask.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from string import Formatter
from typing import Self

from config.labels import Labels, is_code
from config.languages import DEFAULT


class NoticePart(StrEnum):
    """What a notice has to say, in the order in which people read it."""

    CONTROLLER = "controller"
    """Who decides why and how data are used."""
    OFFICER = "officer"
    """The data protection officer."""
    PURPOSES = "purposes"
    DATA = "data"
    """Which data, and where they come from."""
    OBLIGATION = "obligation"
    """Whether anybody has to give them, and what follows if not."""
    LEGAL_BASIS = "legal_basis"
    RECIPIENTS = "recipients"
    TRANSFERS = "transfers"
    """Telegram, a recipient outside the Union."""
    HOSTING = "hosting"
    CONFIDENTIALITY = "confidentiality"
    """What not to write."""
    RETENTION = "retention"
    DECISIONS = "decisions"
    """That no machine decides, and nobody is profiled."""
    RIGHTS = "rights"
    COMPLAINT = "complaint"
    """The supervisory authority."""


PLACEHOLDERS = frozenset(
    {
        "network",
        "unit",
        "controller",
        "contact",
        "data_protection_officer",
        "hosting",
        "retention",
        "drafts",
    }
)
"""What is decided elsewhere and filled in where the notice is drawn."""
_EXAMPLE = re.compile(
    r"(?<![\w-])(?:example\.(?:com|net|org|edu)|[\w-]+\.(?:example|invalid|test|localhost))(?!\.?[\w-])",
    re.IGNORECASE,
)
"""Domains that nobody can have (RFC 2606, RFC 6761)."""


@dataclass(frozen=True)
class NoticeText:
    """What the file says of the notice: a text for each part, or one whole text as before."""

    parts: Mapping[NoticePart, Labels]
    whole: Labels | None = None

    @classmethod
    def read(cls, value: object) -> Self:
        """Take ``[privacy.notice.…]``; raises ``ValueError`` in words for whoever wrote it."""
        if isinstance(value, str):
            return cls({}, Labels({DEFAULT: value}))
        if not isinstance(value, dict):
            raise ValueError(  # noqa: TRY004 - pydantic names the key of a ValueError
                "must have a table for each part, such as [privacy.notice.purposes]"
            )
        # A file of before has one text a language: [privacy.notice] en = "…".
        if value and all(is_code(str(key)) for key in value):
            return cls({}, Labels(value))
        return cls({part: _part(value, part) for part in _parts(value)})

    def lacking(self, languages: tuple[str, ...]) -> Iterator[tuple[NoticePart, str]]:
        """Yield (part, language) of what is said in the default language or another alone."""
        for part, said in self.parts.items():
            for language in languages:
                if language not in said:
                    yield part, language


def _parts(value: Mapping[str, object]) -> tuple[NoticePart, ...]:
    unknown = [key for key in value if key not in set(NoticePart)]
    if unknown:
        raise ValueError(f'there is no part "{unknown[0]}": the parts are {", ".join(NoticePart)}')
    return tuple(NoticePart)


def _part(value: Mapping[str, object], part: NoticePart) -> Labels:
    if part.value not in value:
        raise ValueError(f"{part} is missing: the notice has to say it")
    said = value[part.value]
    try:
        words = Labels({DEFAULT: said} if isinstance(said, str) else dict(said))  # type: ignore[call-overload]
        for text in words.values():
            _refuse_unknown(text)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{part}: {error}") from None
    return words


def _refuse_unknown(text: str) -> None:
    """Raise ``ValueError`` where a text has something in braces that nothing fills."""
    if not text.strip():
        raise ValueError("must be words")
    for _, name, _, _ in Formatter().parse(text):
        if name is not None and name not in PLACEHOLDERS:
            raise ValueError(f"{{{name}}} is none of {', '.join(sorted(PLACEHOLDERS))}")


def example_in(said: str) -> str | None:
    """Return the first example domain (``example.org``) in what is said, or None."""
    found = _EXAMPLE.search(said)
    return found[0] if found else None
