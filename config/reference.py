"""Reference data: chambers, partner countries and regions, vocabularies.

``config/data`` is what comes with a version; ``DSN_HOME/data`` adds to it: :mod:`config.own_data`.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import available_timezones

from config import home, own_data
from config.labels import Labels
from config.languages import DEFAULT, country_name
from config.own_data import CHAMBERS, PARTNERS, VOCABULARIES, DataError

DATA = Path(__file__).parent / "data"
Made = TypeVar("Made")
CHAMBER_ID = re.compile(r"[A-Z]{2}-[A-Z0-9]{2,4}")
TERM_CODE = re.compile(r"[a-z][a-z0-9_]{0,23}")
"""What stays within a button's data."""


@dataclass(frozen=True)
class Chamber:
    """A chamber of a national parliament, or the European Parliament."""

    id: str
    country: str
    """ISO 3166-1 alpha-2; ``EU`` for the European Parliament."""
    level: str
    """unicameral, lower, upper or supranational."""
    timezone: str
    labels: Labels
    """With its country: ``France – Sénat``."""
    names: tuple[str, ...]
    """Every name and alias by which people call it; some are borne by several chambers."""
    languages: tuple[str, ...]
    active: bool = True
    """Whether it is there today: one that has ended keeps its name in what was recorded."""


@dataclass(frozen=True)
class Partner:
    """A partner country, or a region or group of them."""

    code: str
    """ISO 3166-1 alpha-2 (``XK`` for Kosovo*), or the id of a region."""
    labels: Labels
    region: str | None = None
    members: tuple[str, ...] = ()
    kind: str = "country"
    """country, region or group."""
    footnote_labels: Labels | None = None
    """What must be printed wherever the name is."""
    parliament_labels: Labels | None = None
    active: bool = True
    """Whether it is offered; an ended one keeps its name in what was recorded."""


@dataclass(frozen=True)
class Term:
    """An entry of a vocabulary."""

    code: str
    labels: Labels
    short_labels: Labels | None = None
    """The label on a button, where the whole one is longer than half a phone."""
    active: bool = True
    iati: str | None = None
    direction: str | None = None
    aliases: Sequence[str] = ()
    """Other words for it, understood when typed and never shown."""


class Reference:
    """The world as the files describe it."""

    def __init__(self, folder: Path = DATA, own: Path | None = None) -> None:
        """Read from *folder*, each file when it is first needed, and lay that of *own* over it.

        Every property may raise :class:`config.own_data.DataError`.
        """
        self._folder = folder
        self._own = own

    def _read(self, name: str) -> Any:
        found = own_data.read(self._folder / name)
        own = self._own / name if self._own is not None else None
        if own is None or not (own.exists() or own.is_symlink()):
            return found
        return own_data.laid_over(found, own)

    def _made(self, name: str, entry: str, make: Callable[[], Made]) -> Made:
        """Return what *make* makes of an entry; a mistake names the file and the entry."""
        own = self._own / name if self._own is not None else None
        file = own if own is not None and own.exists() else self._folder / name
        try:
            return make()
        except KeyError as error:
            raise DataError(f"{file}: {entry}: {error.args[0]} is missing") from None
        except (TypeError, ValueError, AttributeError) as error:
            raise DataError(f"{file}: {entry}: {error}") from None

    def check(self) -> None:
        """Read everything; raises :class:`config.own_data.DataError` for the first mistake."""
        for needed in (self.every_chamber, self.member_states, self._vocabularies):
            if not needed:
                raise DataError(f"{self._folder}: something is empty")
        lacking = sorted(
            {code for region in self.regions.values() for code in region.members}
            - self.countries.keys()
        )
        if lacking:
            raise DataError(f"{PARTNERS}: a region has {lacking[0]}, which is no country there")

    # --- chambers ------------------------------------------------------------------------------

    @cached_property
    def every_chamber(self) -> tuple[Chamber, ...]:
        """The chambers of today and those that have ended, in protocol order.

        That is by the country's name in its own language; what says no place comes last.
        """
        rows = self._read(CHAMBERS)["chambers"]
        rows.sort(key=lambda row: row.get("protocol_order", len(rows)))
        return tuple(self._made(CHAMBERS, row["id"], partial(_chamber, row)) for row in rows)

    @cached_property
    def chambers(self) -> tuple[Chamber, ...]:
        """The chambers of today in protocol order."""
        return tuple(chamber for chamber in self.every_chamber if chamber.active)

    @cached_property
    def _chambers_by_id(self) -> dict[str, Chamber]:
        return {chamber.id: chamber for chamber in self.every_chamber}

    def has_chamber(self, chamber_id: str) -> bool:
        """Tell whether there is, or was, a chamber of this id."""
        return chamber_id in self._chambers_by_id

    def admits(self, chamber_id: str) -> bool:
        """Tell whether one can belong to a chamber of this id today."""
        return chamber_id in self._chambers_by_id and self._chambers_by_id[chamber_id].active

    def chamber(self, chamber_id: str) -> Chamber:
        """Return a chamber; raises ``KeyError``."""
        return self._chambers_by_id[chamber_id]

    def chamber_label(self, chamber_id: str, language: str) -> str:
        """Return a chamber with its country: ``France – Sénat``; an unknown id as it stands."""
        chamber = self._chambers_by_id.get(chamber_id)
        if chamber is None:
            return chamber_id
        return chamber.labels.in_language(language)

    @cached_property
    def member_states(self) -> dict[str, Labels]:
        """Names of the member states, and of the Union (``EU``), by code."""
        rows = self._read(CHAMBERS)["chambers"]
        # A chamber that is new in a known country need not say the country's name again.
        found = {row["country"]: row["country_labels"] for row in rows if "country_labels" in row}
        return {
            row["country"]: self._made(
                CHAMBERS, f"country_labels of {row['country']}", partial(_country_of, found, row)
            )
            for row in rows
        }

    def member_state_label(self, country: str, language: str) -> str:
        """Return the name of a member state (or of the Union, ``EU``)."""
        return _country(country, self.member_states[country], language)

    @cached_property
    def other_country_names(self) -> dict[str, tuple[str, ...]]:
        """Names by which people also call a member state, by its code."""
        found = self._read(CHAMBERS)["other_country_names"]
        return {code: tuple(names) for code, names in found.items()}

    # --- partners ------------------------------------------------------------------------------

    @cached_property
    def countries(self) -> dict[str, Partner]:
        """Partner countries by ISO code."""
        rows = self._read(PARTNERS)["countries"]
        return {
            code: self._made(PARTNERS, code, partial(_partner_country, code, row))
            for code, row in rows.items()
        }

    @cached_property
    def regions(self) -> dict[str, Partner]:
        """Regions and groups of partner countries by id; regions come first."""
        rows = self._read(PARTNERS)["regions"]
        return {row["id"]: self._made(PARTNERS, row["id"], partial(_region, row)) for row in rows}

    @cached_property
    def ended_partners(self) -> frozenset[str]:
        """The codes of countries and regions that are offered no more, as :meth:`partner` reads."""
        countries = {code for code, country in self.countries.items() if not country.active}
        regions = {
            self._region_code(id_) for id_, region in self.regions.items() if not region.active
        }
        return frozenset(countries | regions)

    def _region_code(self, region_id: str) -> str:
        return f"R-{region_id}" if region_id in self.countries else region_id

    def partner(self, code: str) -> Partner | None:
        """Return a country or a region.

        ``ME`` is both Montenegro and the Middle East, ``CA`` and others likewise: a region whose id
        is also a country's code is written with ``R-`` before it.
        """
        if code.startswith("R-"):
            return self.regions.get(code.removeprefix("R-"))
        return self.countries.get(code) or self.regions.get(code)

    def partner_label(self, code: str, language: str) -> str:
        """Return a partner's name, with the asterisk of its footnote; an unknown code as it is.

        CLDR names a country in the languages that the data does not hold. A designation that
        carries a footnote is agreed word by word: it stays in the default language.
        """
        partner = self.partner(code)
        if partner is None:
            return code
        if partner.kind != "country" or partner.footnote_labels:
            return partner.labels.in_language(language)
        return _country(partner.code, partner.labels, language)

    def footnotes(self, codes: Iterable[str], language: str) -> list[str]:
        """Return the footnotes that these partners carry, each once, the members of regions too."""
        notes: dict[str, None] = {}
        for code in codes:
            for country in self.members(code):
                partner = self.countries.get(country)
                if partner and partner.footnote_labels:
                    notes[f"* {partner.footnote_labels.in_language(language)}"] = None
        return list(notes)

    def members(self, code: str) -> tuple[str, ...]:
        """Return the countries that a code stands for: itself, or the members of a region."""
        partner = self.partner(code)
        if partner is None or partner.kind == "country":
            return (code,)
        return partner.members

    def related(self, code: str) -> frozenset[str]:
        """Return every code under which the same countries may have been reported.

        A country is also in its regions and groups; a region holds its countries.
        """
        countries = set(self.members(code))
        wider = {
            self._region_code(region_id)
            for region_id, region in self.regions.items()
            if countries & set(region.members)
        }
        return frozenset({code, *countries, *wider})

    # --- vocabularies --------------------------------------------------------------------------

    @cached_property
    def _vocabularies(self) -> dict[str, tuple[Term, ...]]:
        found = self._read(VOCABULARIES)["vocabularies"]
        return {
            name: tuple(
                self._made(VOCABULARIES, f"{name}: {row['code']}", partial(_term, row))
                for row in rows
            )
            for name, rows in found.items()
        }

    def vocabulary(self, name: str) -> tuple[Term, ...]:
        """Return a vocabulary in its order; raises ``KeyError``."""
        return self._vocabularies[name]

    def term(self, name: str, code: str) -> Term | None:
        """Return an entry of a vocabulary."""
        return next((term for term in self.vocabulary(name) if term.code == code), None)

    def label(self, name: str, code: str, language: str) -> str:
        """Return an entry's label; an unknown code as it stands."""
        term = self.term(name, code)
        if term is None:
            return code
        return term.labels.in_language(language)

    def short_label(self, name: str, code: str, language: str) -> str:
        """Return an entry's label as it fits on a button beside another one.

        A language that has a label and no short one needs none: its label is short already.
        """
        term = self.term(name, code)
        short: Mapping[str, str] = (term and term.short_labels) or {}
        shown = language if term and language in term.labels else DEFAULT
        return short.get(language) or short.get(shown) or self.label(name, code, language)


def _chamber(row: dict[str, Any]) -> Chamber:
    kept = [*row.get("name_native", {}).values(), *row.get("name_labels", {}).values()]
    if row["timezone"] not in available_timezones():
        raise ValueError(f"timezone: there is no {row['timezone']}")
    if not CHAMBER_ID.fullmatch(row["id"]):
        raise ValueError("id: must be such as FR-SEN")
    return Chamber(
        row["id"],
        row["country"],
        row["level"],
        row["timezone"],
        Labels(row["labels"]),
        tuple(dict.fromkeys([*kept, *row.get("aliases", [])])),
        tuple(row["languages"]),
        _is_active(row),
    )


def _country_of(found: Mapping[str, Any], row: Mapping[str, Any]) -> Labels:
    return Labels(found[row["country"]])


def _partner_country(code: str, row: dict[str, Any]) -> Partner:
    return Partner(
        code,
        Labels(row["labels"]),
        region=row["region"],
        footnote_labels=_labels(row.get("footnote_labels")),
        parliament_labels=_labels(row.get("parliament_labels")),
        active=_is_active(row),
    )


def _region(row: dict[str, Any]) -> Partner:
    labels, members = Labels(row["labels"]), tuple(row["members"])
    return Partner(row["id"], labels, members=members, kind=row["kind"], active=_is_active(row))


def _term(row: dict[str, Any]) -> Term:
    if not TERM_CODE.fullmatch(row["code"]):
        raise ValueError("code: must be small letters, digits and _, at most 24")
    words = {"labels": Labels(row["labels"]), "short_labels": _labels(row.get("short_labels"))}
    return Term(**{**row, **words, "active": _is_active(row)})


def _is_active(row: Mapping[str, Any]) -> bool:
    said = row.get("active", True)
    if not isinstance(said, bool):
        raise ValueError("active: must be true or false")  # noqa: TRY004 - named with its entry
    return said


def _labels(words: dict[str, str] | None) -> Labels | None:
    return Labels(words) if words else None


def _country(code: str, labels: Labels, language: str) -> str:
    """Return a country's name: the data's, else CLDR's, else the default language's."""
    return labels.get(language) or country_name(code, language) or labels.in_language(language)


@cache
def reference() -> Reference:
    """Return the reference data, with what the organiser adds to it."""
    return Reference(own=own_folder())


def own_folder() -> Path:
    """Return where the organiser's data lie, if there are any; raises ``HomeError``."""
    return home.home() / home.DATA_FOLDER
