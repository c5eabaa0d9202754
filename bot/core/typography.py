"""The spaces that a language keeps together, whatever the width of a phone.

Catalogues are written with plain spaces; they are tied when a sentence is read, and so are hours
and days as :mod:`bot.core.times` writes them. What a language ties is data, :data:`RULES`: a
language that is not in it keeps its spaces as they are.

French (Lexique des règles typographiques en usage à l'Imprimerie nationale): a thin space before
``; ? !`` and inside numbers, a full one before ``:``, inside ``« »``, inside hours (``14 h 30``),
and between a figure and the month or the noun that it counts.
"""

import re
from collections.abc import Callable, Mapping, Sequence

FULL, THIN = "\u00a0", "\u202f"

Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
"""What is looked for, and what stands in its place."""

_FRENCH_MONTHS = "janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc"

RULES: Mapping[str, Sequence[Rule]] = {
    "fr": (
        (re.compile(r" (?=:)|(?<=«) | (?=»)"), FULL),
        (re.compile(r" (?=[;?!])"), THIN),
        # A space that a catalogue writes as a literal, to keep it at the beginning of a variant.
        (
            re.compile(r'\{" "\}(?=([:;?!]))'),
            lambda found: f'{{"{FULL if found[1] == ":" else THIN}"}}',
        ),
        (re.compile(r"(?<=\d) (?=\d{3}\b)"), THIN),
        (re.compile(r"(?<=\d) (?=h\b)"), FULL),
        (re.compile(rf"(?<=\d{FULL}h) (?=\d\d\b)"), FULL),
        (re.compile(rf"(?<=\d{FULL}h) – (?=\d)"), f"{FULL}–{FULL}"),
        (re.compile(rf"(?<=\d{FULL}h{FULL}\d\d) – (?=\d)"), f"{FULL}–{FULL}"),
        (re.compile(rf"(?:(?<=\d)|(?<=\der)) (?=(?:{_FRENCH_MONTHS})\w*\b)"), FULL),
        (re.compile(r"(?<=[\d}]) (?=caractères\b)"), FULL),
    ),
}
"""By language, in the order in which they are followed."""


def tied(text: str, language: str) -> str:
    """Return *text* with the spaces of its *language* that a line must not break at."""
    for pattern, replacement in RULES.get(language, ()):
        text = pattern.sub(replacement, text)
    return text
