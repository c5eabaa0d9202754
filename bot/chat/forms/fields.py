"""What the rows of a table say, declared once: each field, and the columns that the bot keeps.

A :class:`Field` names the question that asks for it, the columns that hold it, and where it is
shown. The form, the saved row, the card, the notice, the lines of a change, the history and the
export all follow from the declaration. A column that nobody declares, and a field without its
column, are refused with :class:`FieldsError` when the declaration is imported.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum, Flag, auto
from functools import cached_property
from typing import Any

from sqlalchemy import Column, Date, Table
from sqlalchemy import Enum as EnumType
from sqlmodel import SQLModel

from bot.chat.forms.errors import FieldsError
from bot.chat.forms.form import Answers, Question
from bot.core.messages import Html
from bot.core.text_keys import Pattern
from bot.core.texts import Texts
from config.network import Network, network
from storage.database import table_of
from storage.types import UtcDateTime


class MissingValue(LookupError):
    """A column that must hold something has no value; the text names it."""


class Goes(Flag):
    """Where a value goes besides its row."""

    NOWHERE = 0
    CARD = auto()
    NOTICE = auto()
    EMAIL = auto()
    CALENDAR = auto()
    EXPORT = auto()
    HISTORY = auto()
    COPY = auto()
    """Into a form that begins with what an earlier row says."""


class Part(Enum):
    """Where in a text a field stands: the heading, the lines below it, or a block of its own."""

    HEADING = auto()
    LINE = auto()
    BLOCK = auto()


class Told(Enum):
    """How a change of a field is told: with both values, by its name alone, or not at all."""

    OLD_AND_NEW = auto()
    BY_NAME = auto()
    NOT = auto()


@dataclass(frozen=True)
class Said:
    """What a form was answered, and how it was meant."""

    answers: Answers
    language: str
    """The writer's language."""
    zone: str
    """The zone (IANA name) in which days and hours are meant."""


@dataclass(frozen=True)
class Shown:
    """A row for one reader: *row* need not be saved yet, *codes* are those of its link tables."""

    row: Any
    texts: Texts
    zone: str = "UTC"
    """The reader's zone (IANA name)."""
    codes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    network: Network = field(default_factory=network)
    now: datetime | None = None


@dataclass(frozen=True)
class Stored:
    """Where a field is kept, and how its answer becomes values of columns and comes back."""

    columns: tuple[str, ...] = ()
    """Empty: the column that has the field's name."""
    codes_in: type[SQLModel] | None = None
    """The link table of a field that holds several codes; it has no column then."""
    default: Any = None
    """The value of a column that was not answered."""
    fixed: bool = False
    """Written once, with the row: a later version keeps it."""
    to_columns: Callable[[Said], Mapping[str, Any]] | None = None
    """Without it the answer is the value of the one column."""
    to_answers: Callable[[Any], Mapping[str, Any]] | None = None
    """The way back, from a row; without it the value is the answer."""


@dataclass(frozen=True)
class Drawn:
    """How a field stands in a text; as it is, a line with its label and its value."""

    words: Callable[[Shown], str] | None = None
    """The value in words, plain text; empty: the field is left out. Without it as it is kept."""
    line: Callable[[Shown, str], Html] | None = None
    """The line or block that shows these words."""
    part: Part = Part.LINE
    after: str | None = None
    """The field that it follows in texts, where that is not the one declared before it; empty: it
    comes first."""
    within: str | None = None
    """The field in whose line or block it stands."""
    join: Callable[[Texts, str, str], str] | None = None
    """Adds its words to those of the field that it stands within; without it that field's line
    shows them."""


@dataclass(frozen=True)
class Field:
    """One thing that a row says."""

    name: str
    goes: Goes
    question: Question | None = None
    further: tuple[Question, ...] = ()
    """Questions whose answers make the same value: the hours after the day."""
    stored: Stored = Stored()
    drawn: Drawn = Drawn()
    material: bool = False
    """Whether whoever was told of the row has to be told of a change, and asked again."""
    told: Told = Told.OLD_AND_NEW

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that hold it."""
        if self.stored.codes_in is not None:
            return ()
        return self.stored.columns or (self.name,)

    @property
    def answer(self) -> str:
        """The name of its answer in a form."""
        return self.question.name if self.question is not None else self.name

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that ask for it, in their order."""
        return (*((self.question,) if self.question is not None else ()), *self.further)

    def words(self, shown: Shown) -> str:
        """Return the value in words, empty where there is none."""
        if self.drawn.words is not None:
            return self.drawn.words(shown)
        value = shown.codes.get(self.name) if not self.columns else self.value(shown.row)
        if isinstance(value, list | tuple):
            return ", ".join(map(str, value))
        return "" if value is None else str(plain(value))

    def value(self, row: Any) -> Any:
        """Return what the first of its columns holds."""
        return getattr(row, self.columns[0])


@dataclass(frozen=True)
class Kept:
    """A column that the bot fills by itself; no form asks for it."""

    name: str
    goes: Goes = Goes.NOWHERE


@dataclass(frozen=True)
class Values:
    """What is to be saved of a row."""

    columns: Mapping[str, Any]
    codes: Mapping[str, list[str]]
    """By field: the codes of its link table."""
    links: Mapping[str, type[SQLModel]]
    """By field: the link table."""
    history: Mapping[str, Any]
    """What the history keeps: plain values, by column or field."""
    fixed: frozenset[str] = frozenset()

    @property
    def changing(self) -> dict[str, Any]:
        """The columns that a later version of the row may change."""
        return {name: value for name, value in self.columns.items() if name not in self.fixed}

    def __getitem__(self, name: str) -> Any:
        """Return the value of a column, or the codes of a field. Raises ``KeyError``."""
        return self.codes[name] if name in self.codes else self.columns[name]


@dataclass(frozen=True)
class Change:
    """One field that changed, with both values in words."""

    field: Field
    old: str
    new: str


@dataclass(frozen=True)
class Sheet:
    """A row in words, part by part."""

    headings: Sequence[Html]
    lines: Sequence[Html]
    blocks: Sequence[Html]


@dataclass(frozen=True)
class Fields:
    """Everything that the rows of one table say. Raises :class:`FieldsError`."""

    model: type[SQLModel]
    label: Pattern
    """The key of a field's label, with a gap for the field."""
    fields: tuple[Field, ...]
    kept: tuple[Kept, ...]
    """The columns that the bot fills by itself."""

    def __post_init__(self) -> None:
        problems = list(_problems(self))
        if problems:
            raise FieldsError("; ".join(problems))

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)

    def __getitem__(self, name: str) -> Field:
        """Return the field of that name. Raises ``KeyError``."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Field]:
        return {one.name: one for one in self.fields}

    @cached_property
    def table(self) -> Table:
        """The table of the rows."""
        return table_of(self.model)

    def labels(self) -> list[str]:
        """Return the catalogue's keys of the fields that are asked for."""
        return [self.label.key(one.name) for one in self.fields if one.question is not None]

    # --- the form --------------------------------------------------------------------------------

    def questions(self) -> tuple[Question, ...]:
        """Return the questions of the fields, in their order."""
        return tuple(question for one in self.fields for question in one.questions)

    def left_open(self, answers: Answers) -> list[str]:
        """Return the questions that need not be put again to whoever changes a whole row.

        What is optional was left empty; what does not apply yet is asked once it does.
        """
        return [
            question.name
            for question in self.questions()
            if question.name not in answers
            and not question.detail
            and (question.optional or question.applies(answers))
        ]

    def copied(self, answers: Answers) -> dict[str, Any]:
        """Return the answers that a new form takes over from an earlier row."""
        wanted = {one.answer for one in self.fields if Goes.COPY in one.goes}
        return {name: value for name, value in answers.items() if name in wanted}

    # --- the row ---------------------------------------------------------------------------------

    def values(self, said: Said) -> Values:
        """Return what the answers say. Raises :class:`MissingValue`."""
        given: dict[str, Any] = {}
        for one in self.fields:
            if one.stored.to_columns is not None:
                given |= one.stored.to_columns(said)
            elif (answer := said.answers.get(one.answer)) is not None:
                given[one.columns[0] if one.columns else one.name] = answer
        return self.complete(**given)

    def complete(self, **given: Any) -> Values:
        """Return what *given* says, by column and, for codes, by field; the rest as declared.

        Raises :class:`MissingValue` where a column that must hold something has no value, and
        :class:`FieldsError` for a name that no field has.
        """
        columns: dict[str, Any] = {}
        codes: dict[str, list[str]] = {}
        for one in self.fields:
            for name in one.columns:
                columns[name] = self._typed(name, given.pop(name, None), one.stored.default)
            if one.stored.codes_in is not None:
                codes[one.name] = list(given.pop(one.name, ()))
        if given:
            raise FieldsError(f"{self.table.name}: no field is kept in {', '.join(sorted(given))}")
        fixed = {name for one in self.fields if one.stored.fixed for name in one.columns}
        history = self._history(columns, codes)
        return Values(columns, codes, self.links, history, frozenset(fixed))

    def _typed(self, name: str, value: Any, default: Any) -> Any:
        """Return a value as its column holds it."""
        column = self.table.c[name]
        if value is None:
            value = copy(default)
        if value is None and not column.nullable:
            raise MissingValue(f"{self.table.name}.{name}")
        return revived(column, value)

    def _history(
        self, columns: Mapping[str, Any], codes: Mapping[str, list[str]]
    ) -> dict[str, Any]:
        names = self._names(Goes.HISTORY)
        kept = {name: plain(value) for name, value in columns.items() if name in names}
        return kept | {name: list(value) for name, value in codes.items() if name in names}

    def _names(self, to: Goes) -> set[str]:
        """Return the columns, and the fields without one, that go there."""
        own = {one.name for one in self.kept if to in one.goes}
        return own | {
            name for one in self.fields if to in one.goes for name in (one.columns or (one.name,))
        }

    @property
    def links(self) -> dict[str, type[SQLModel]]:
        """The link tables, by the field whose codes they hold."""
        return {
            one.name: one.stored.codes_in for one in self.fields if one.stored.codes_in is not None
        }

    def answers(self, row: Any, codes: Mapping[str, Sequence[str]] | None = None) -> dict[str, Any]:
        """Return a row as the answers that would make it; what is empty was not answered."""
        found: dict[str, Any] = {}
        for one in self.fields:
            if one.stored.to_answers is not None:
                found |= one.stored.to_answers(row)
            elif one.columns:
                found[one.answer] = _answer(one.value(row))
            else:
                found[one.answer] = list((codes or {}).get(one.name, ()))
        return {name: value for name, value in found.items() if value not in (None, [])}

    # --- what changed ----------------------------------------------------------------------------

    def revived(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return plain values, as a history keeps them, as their columns hold them."""
        return {
            name: revived(self.table.c[name], value) if name in self.table.c else value
            for name, value in values.items()
        }

    def is_material(self, columns: Collection[str]) -> bool:
        """Tell whether a change of these columns has to be told, and asked about again."""
        return any(one.material and set(one.columns) & set(columns) for one in self.fields)

    def changes(self, before: Mapping[str, Any], shown: Shown) -> list[Change]:
        """Return the fields of which *before* has another value, by column: the material first.

        *before* holds plain values; *shown* is the row as it is now. What is told by its name alone
        comes last.
        """
        values = {**shown.row.model_dump(), **self.revived(before)}
        old = replace(shown, row=type(shown.row)(**values))
        changed = [
            one
            for one in self.fields
            if set(one.columns) & set(before) and one.told is not Told.NOT
        ]
        changed.sort(key=lambda one: (one.told is Told.BY_NAME, not one.material))
        return [Change(one, one.words(old), one.words(shown)) for one in changed]

    # --- where it goes ---------------------------------------------------------------------------

    def sheet(self, shown: Shown, to: Goes) -> Sheet:
        """Return the row in words for one of the places where its fields go."""
        parts: dict[Part, list[Html]] = {part: [] for part in Part}
        for one in self._as_drawn:
            if to not in one.goes or one.drawn.within is not None:
                continue
            words = self._with_more(one, shown, to)
            if words:
                parts[one.drawn.part].append(self._line(one, shown, words))
        return Sheet(parts[Part.HEADING], parts[Part.LINE], parts[Part.BLOCK])

    def in_words(self, shown: Shown, to: Goes) -> dict[str, str]:
        """Return the values that go there in words, by field."""
        return {one.name: one.words(shown) for one in self.fields if to in one.goes}

    def _with_more(self, head: Field, shown: Shown, to: Goes) -> str:
        """Return a field's words with those of the fields that stand in its line."""
        words = head.words(shown)
        for one in self.fields:
            join = one.drawn.join
            if one.drawn.within == head.name and join is not None and to in one.goes:
                more = one.words(shown)
                words = join(shown.texts, words, more) if more else words
        return words

    def _line(self, one: Field, shown: Shown, words: str) -> Html:
        if one.drawn.line is not None:
            return one.drawn.line(shown, words)
        label = shown.texts(self.label.key(one.name))
        return shown.texts("form-field", label=label, value=words)

    @cached_property
    def _as_drawn(self) -> list[Field]:
        """The fields in the order of texts."""
        ordered = [one for one in self.fields if one.drawn.after is None]
        for one in self.fields:
            if one.drawn.after is not None:
                names = [other.name for other in ordered]
                at = names.index(one.drawn.after) + 1 if one.drawn.after else 0
                ordered.insert(at, one)
        return ordered

    def columns_to(self, to: Goes) -> list[str]:
        """Return the columns that go there, in the table's order."""
        names = self._names(to)
        return [column.name for column in self.table.c if column.name in names]

    def links_to(self, to: Goes) -> dict[str, type[SQLModel]]:
        """Return the link tables whose codes go there, by field."""
        names = self._names(to)
        return {name: table for name, table in self.links.items() if name in names}


def plain(value: Any) -> Any:
    """Return a column's value as JSON holds it: instants and days as ISO texts."""
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date | datetime) else value


def revived(column: Column[Any], value: Any) -> Any:
    """Return a plain value as a column holds it; one that is as the column holds it stays."""
    kind = column.type
    if isinstance(kind, EnumType) and kind.enum_class is not None and value is not None:
        return kind.enum_class(value)
    if isinstance(value, str) and isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(value)
    if isinstance(value, str) and isinstance(kind, Date):
        return date.fromisoformat(value)
    return list(value) if isinstance(value, list | tuple) else value


def _answer(value: Any) -> Any:
    """Return a column's value as a form keeps an answer."""
    return list(value) if isinstance(value, list | tuple) else plain(value)


def _problems(declared: Fields) -> Iterator[str]:
    """Yield what is wrong between the fields, the columns that the bot keeps, and the table."""
    yield from _wrong_columns(declared)
    yield from _wrong_links(declared)
    yield from _wrong_names(declared)


def _holders(declared: Fields) -> dict[str, list[str]]:
    """Return who declares each column."""
    holders: dict[str, list[str]] = {}
    for one in declared.fields:
        for name in one.columns:
            holders.setdefault(name, []).append(f"the field {one.name}")
    for own in declared.kept:
        holders.setdefault(own.name, []).append("the list of what the bot keeps")
    return holders


def _wrong_columns(declared: Fields) -> Iterator[str]:
    table, holders = declared.table, _holders(declared)
    for name, named in holders.items():
        if name not in table.c:
            yield f"{named[0]} needs the column {table.name}.{name}, which does not exist"
        if len(named) > 1:
            yield f"{table.name}.{name} is declared twice: by {' and by '.join(named)}"
    for column in table.c:
        if column.name not in holders:
            yield f"{column} is neither a field's column nor kept by the bot"


def _wrong_links(declared: Fields) -> Iterator[str]:
    table = declared.table.name
    for name, link in declared.links.items():
        if not {"code", "position"} <= set(table_of(link).c.keys()):
            yield f"the field {name} of {table} needs a table with a code and its position"


def _wrong_names(declared: Fields) -> Iterator[str]:
    table, names = declared.table.name, [one.name for one in declared.fields]
    for twice in sorted({name for name in names if names.count(name) > 1}):
        yield f"the field {twice} of {table} is declared twice"
    for one in declared.fields:
        for other in (one.drawn.after, one.drawn.within):
            if other and other not in names:
                yield f"the field {one.name} of {table} is drawn at {other}, which is no field"
