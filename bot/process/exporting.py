"""What is written when the network's data are exported: each field says whether it goes there.

Beside each coded column stands the same in English, under the column's name with ``_en``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.chat.forms.fields import Goes
from bot.core.texts import language_in
from bot.meetings import words as meeting_words
from bot.meetings.fields import MEETING_FIELDS
from bot.updates.fields import UPDATE_FIELDS
from config.languages import DEFAULT
from config.network import network
from config.reference import reference
from storage import export as stored

IN_WORDS = "_en"
"""What is added to a coded column's name for the column that says the same in English."""
VOCABULARIES = {"themes": "theme"}
"""The vocabulary of a column that does not bear its name."""

Said = Callable[[str], str]
"""Says one code in English; a code that is not known any more comes back as it is."""


def tables(session: Session) -> dict[str, Iterator[dict[str, Any]]]:
    """Return the tables of the export, by name; nothing in them names a person.

    Rows are read as they are asked for, while the session is open.
    """
    found = stored.tables(
        session,
        meetings=MEETING_FIELDS.columns_to(Goes.EXPORT),
        updates=UPDATE_FIELDS.columns_to(Goes.EXPORT),
        links=UPDATE_FIELDS.links_to(Goes.EXPORT),
    )
    return {name: map(partial(_with_words, name), rows) for name, rows in found.items()}


def columns() -> dict[str, list[str]]:
    """Return the columns of each table in their order, those in words behind their code."""
    plain: dict[str, Sequence[str]] = {
        "meetings": MEETING_FIELDS.columns_to(Goes.EXPORT),
        "answers": stored.ANSWER_COLUMNS,
        "updates": [
            *UPDATE_FIELDS.columns_to(Goes.EXPORT),
            *UPDATE_FIELDS.links_to(Goes.EXPORT),
        ],
        "deliveries": stored.DELIVERY_COLUMNS,
    }
    return {table: list(_with_words(table, dict.fromkeys(names))) for table, names in plain.items()}


def _with_words(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for column, value in row.items():
        out[column] = value
        said = _said(table, column)
        if said is not None:
            out[column + IN_WORDS] = _in_words(value, said)
    return out


def _in_words(value: Any, said: Said) -> Any:
    """Return a code, or each code of a list, in English; what is empty stays so."""
    if isinstance(value, list | tuple):
        return [said(str(code)) for code in value]
    return said(str(value)) if value is not None else None


def _said(table: str, column: str) -> Said | None:
    """Return what says the codes of a column; None: it holds none.

    A column that bears the name of a vocabulary is said by it, so that a new field of this kind
    needs no line here. The codes of *state*, *choice* and of the outbox are English words.
    """
    known = _known().get((table, column))
    if known is not None or table not in ("meetings", "updates"):
        return known
    vocabulary = VOCABULARIES.get(column, column)
    try:
        reference().vocabulary(vocabulary)
    except KeyError:
        return None
    return partial(_term, vocabulary)


def _known() -> Mapping[tuple[str, str], Said]:
    return {
        ("meetings", "series"): lambda code: network().series_label(code, DEFAULT),
        ("meetings", "focus"): lambda code: meeting_words.focus_label([code], DEFAULT),
        ("answers", "chamber_id"): _chamber,
        ("updates", "chamber_id"): _chamber,
        ("updates", "other_chambers"): _chamber,
        ("updates", "partners"): lambda code: reference().partner_label(code, DEFAULT),
        ("updates", "summary_language"): lambda code: language_in(code, DEFAULT),
    }


def _term(vocabulary: str, code: str) -> str:
    return reference().label(vocabulary, code, DEFAULT)


def _chamber(chamber_id: str) -> str:
    return reference().chamber_label(chamber_id, DEFAULT)
