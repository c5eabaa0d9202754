"""Chambers as people see them: by name, and to choose by buttons, the country first."""

from collections.abc import Callable, Sequence
from unicodedata import normalize

from bot.chat.forms.form import Option
from bot.core.messages import Button, Keyboard, grid
from bot.core.texts import Texts
from config.reference import reference

COLUMNS = 3


def named(texts: Texts, codes: Sequence[str]) -> str:
    """Return chambers by their names, or the words for none."""
    labels = [reference().chamber_label(code, texts.language) for code in codes]
    return ", ".join(labels) or texts.plain("registration-no-chamber")


def country_options(language: str) -> list[Option]:
    """Return the member states and the European Parliament, in the reader's order."""
    known = {chamber.country for chamber in reference().chambers}
    named = [
        (reference().member_state_label(code, language), code) for code in known if code != "EU"
    ]
    named.sort(key=lambda pair: _sortable(pair[0]))
    options = [Option(code, name) for name, code in named]
    return [*options, Option("EU", reference().chamber_label("EU-EP", language))]


def _sortable(name: str) -> str:
    """Return a key under which accents do not count."""
    return normalize("NFKD", name).casefold()


def of_country(country: str) -> list[str]:
    """Return the ids of a country's chambers; empty for what is no country of ours."""
    return [chamber.id for chamber in reference().chambers if chamber.country == country]


def countries(language: str, data: Callable[[str], str]) -> Keyboard:
    """Return a button for each country; *data* makes what stands in it from the country's code."""
    options = country_options(language)
    return grid([Button(option.label, data(option.code)) for option in options], COLUMNS)


def chambers(codes: Sequence[str], language: str, data: Callable[[str], str]) -> Keyboard:
    """Return a button for each of some chambers; *data* makes what stands in it from the id."""
    return grid(
        [Button(reference().chamber_label(code, language), data(code)) for code in codes], 1
    )
