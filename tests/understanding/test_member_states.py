"""The country of a parliament, typed in any official language of the Union."""

import pytest
from babel import Locale

from bot.understanding.languages import OFFICIAL
from bot.understanding.places import understand_member_state
from config.reference import reference

COUNTRIES = sorted({chamber.country for chamber in reference().chambers} - {"EU"})


@pytest.mark.parametrize("language", OFFICIAL)
def test_every_member_state_is_known_by_its_name_in_every_official_language(language):
    names = Locale.parse(language).territories
    assert len(COUNTRIES) == 27
    for country in COUNTRIES:
        for typed in (names[country], names[country].upper(), f" {names[country].lower()} "):
            found = understand_member_state(typed, languages=("en",))
            assert found.sure == country, typed


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        ("Suomi", "FI"),
        ("Ελλάδα", "GR"),
        ("la France", "FR"),
        ("L’Italie", "IT"),
        ("Atlantis", None),
        ("Česká republika", "CZ"),
        ("Czech Republic", "CZ"),
        ("The Netherlands", "NL"),
        ("Holland", "NL"),
        ("Éire", "IE"),
        ("BRD", "DE"),
        ("Parlement européen", "EU"),
        ("European Parliament", "EU"),
        ("Evropski parlament", "EU"),
        ("EP", "EU"),
    ],
)
def test_other_names_are_known_or_asked_about(typed, country):
    assert understand_member_state(typed, languages=("en",)).sure == country
