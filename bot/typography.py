"""The spaces that French typography keeps together, whatever the width of a phone.

The catalogues are written with plain spaces; the signs before which French leaves a space, and the
inside of its quotation marks, are tied when a sentence is read (Lexique des règles typographiques
en usage à l'Imprimerie nationale: a thin space before ``; ? !``, a full one before ``:`` and inside
``« »``).
"""

import re

FULL, THIN = "\u00a0", "\u202f"
_BEFORE_COLON = re.compile(r" (?=:)|(?<=«) | (?=»)")
_BEFORE_MARK = re.compile(r" (?=[;?!])")
_FLUENT = re.compile(r'\{" "\}(?=([:;?!]))')
"""A space that a catalogue writes as a literal, to keep it at the beginning of a variant."""


def tied(text: str, language: str) -> str:
    """Return *text* with the spaces of its *language* that a line must not break at."""
    if language != "fr":
        return text
    tied_to_marks = _BEFORE_MARK.sub(THIN, _BEFORE_COLON.sub(FULL, text))
    return _FLUENT.sub(lambda found: f'{{"{FULL if found[1] == ":" else THIN}"}}', tied_to_marks)
