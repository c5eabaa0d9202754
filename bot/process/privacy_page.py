"""Writes the part of docs/privacy.md that the register of personal data says, in English.

``python -m bot.process.privacy_page FILE`` puts it between the lines :data:`BEGIN` and :data:`END`
of the file; what stands around them is written by hand.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.core import retention_words
from bot.core.messages import plain
from bot.core.texts import Texts
from config.languages import DEFAULT
from config.network import Network, network
from storage.register import REGISTER, RULES, Erased, Record, personal_columns

BEGIN = "<!-- What follows is written by `make docs`, from storage/register.py. -->\n"
END = "<!-- End of what is written by `make docs`. -->\n"
ERASED = {
    Erased.ROW: "row deleted",
    Erased.STAYS: "stays, nameless",
    Erased.UNLINKED: "link emptied",
    Erased.EMPTIED: "emptied",
}


def completed(
    page: str,
    register: Mapping[str, Record] = REGISTER,
    settings: Network | None = None,
) -> str:
    """Return a page with everything between :data:`BEGIN` and :data:`END` written anew.

    Raises :class:`ValueError` where the page has no such lines.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page does not say where its generated part begins and ends")
    texts, settings = Texts(DEFAULT), settings or network()
    rules = [
        (
            plain(texts(retention_words.WHAT.key(rule.name))),
            plain(texts(retention_words.WHY.key(rule.purpose))),
            plain(retention_words.kept_for(texts, settings, rule)),
            plain(retention_words.then(texts, settings, rule)),
            rule.name.value,
        )
        for rule in RULES.values()
    ]
    head = ("what", "why", "how long", "then", "rule")
    return "\n".join(
        [
            before + begin,
            *_table(head, rules),
            "",
            *_table(("table", "personal columns", "rule", "on /forget"), _columns(register)),
            "",
            end + after,
        ]
    )


def _columns(register: Mapping[str, Record]) -> Iterator[Sequence[str]]:
    """Yield the personal columns of each table, those of one rule and one end in a row."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for record, column, rule in personal_columns(register):
        key = (record.table, rule.name.value, _end(record, column))
        found.setdefault(key, []).append(f"`{column}`")
    for (table, rule_name, end), columns in found.items():
        yield f"`{table}`", ", ".join(columns), rule_name, end


def _end(record: Record, column: str) -> str:
    """Return what erasing does to a column: its own end, or that of its row."""
    if column in record.emptied:
        return ERASED[Erased.EMPTIED]
    own = [owner.erased for owner in record.owners if owner.column == column]
    ends = own or [owner.erased for owner in record.owners]
    if not own and Erased.ROW in ends and len(set(ends)) > 1:
        return "row deleted, or stays"
    kept = [ERASED[one if one is not Erased.EMPTIED else Erased.STAYS] for one in ends]
    return kept[0] if kept else "–"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(row)} |"


def main(file: str) -> None:
    """Write the generated part of *file* anew."""
    path = Path(file)
    path.write_text(completed(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
