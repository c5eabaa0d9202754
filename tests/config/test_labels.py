"""Words by language: reference data, the organiser's file, a language that is added as data."""

import ast
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.core.texts import LOCALES, Catalogues, Texts, language_in, language_name
from config.labels import Labels
from config.languages import OFFICIAL, country_name, locale_of
from config.network import FILE, NetworkFileError, load_network
from config.privacy import NoticePart
from config.reference import DATA, Reference
from tests.recipes import made_up_language as made_up
from tests.recipes.made_up_language import CODE, marked, unmarked

VOCABULARIES = (
    "kind",
    "theme",
    "programme",
    "status",
    "format",
    "role",
    "audience",
    "cooperation",
    "sharing",
)
KNOWS_LANGUAGES = {"bot/core/typography.py"}
"""Where a language's code may stand in code."""


# --- one rule for a language that is missing ------------------------------------------------------


def test_a_missing_language_falls_back_to_the_default_one_then_to_what_there_is():
    labels = Labels({"fr": "Sénat", "en": "Senate"})
    assert labels.in_language("fr") == "Sénat"
    assert labels.in_language("de") == "Senate"
    assert Labels({"fr": "Sénat"}).in_language("de") == "Sénat"


@pytest.mark.parametrize("words", [{}, {"english": "Senate"}, {"en": ""}, {"en": 3}])
def test_labels_that_say_nothing_are_refused(words):
    with pytest.raises(ValueError, match="must"):
        Labels(words)


def test_equal_labels_are_one_key():
    assert len({Labels({"en": "a", "fr": "b"}), Labels({"fr": "b", "en": "a"})}) == 1


# --- countries and languages by CLDR --------------------------------------------------------------


@pytest.mark.parametrize("language", OFFICIAL)
def test_cldr_names_countries_where_the_data_does_not(language):
    reference = Reference()
    for code, partner in reference.countries.items():
        said = reference.partner_label(code, language)
        if language in partner.labels:
            assert said == partner.labels[language]
        elif partner.footnote_labels:
            assert said == partner.labels["en"], "a designation with a footnote is agreed"
        else:
            assert said == country_name(code, language)
    assert reference.member_state_label("BE", "de") == "Belgien"
    assert reference.member_state_label("EU", "de") == "Europäische Union"


def test_a_designation_keeps_its_mark_in_every_language():
    reference = Reference()
    for code in ("XK", "PS"):
        for language in (*OFFICIAL, CODE):
            assert reference.partner_label(code, language).endswith("*")
            assert reference.footnotes([code], language)


def test_regions_chambers_and_terms_fall_back_to_the_default_language():
    reference = Reference()
    assert reference.partner_label("WB", "de") == "Western Balkans"
    assert reference.chamber_label("FR-SEN", "de") == reference.chamber_label("FR-SEN", "en")
    for name in VOCABULARIES:
        for term in reference.vocabulary(name):
            for label in (reference.label, reference.short_label):
                assert label(name, term.code, "de") == label(name, term.code, "en")


def test_a_language_that_nobody_knows_has_dates_and_names_all_the_same():
    assert locale_of(CODE) == locale_of("en")
    assert (language_name("fr"), language_in("fr", CODE)) == ("Français", "French")
    assert language_name(CODE) == "Xx"
    assert country_name("BE", CODE) is None


# --- the organiser's file -------------------------------------------------------------------------


def written(folder: Path, old: str, new: str) -> Path:
    path = folder / "network.toml"
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


SERIES = 'labels = { en = "DSN meeting", fr = "Réunion du DSN" }'


@pytest.mark.parametrize(
    "older",
    [
        'en = "DSN meeting"\nfr = "Réunion du DSN"',
        'en = "Another"\nfr = "Réunion du DSN"\nlabels = { en = "DSN meeting" }',
    ],
)
def test_a_file_of_before_names_its_series_beside_their_ids(tmp_path, older):
    found = load_network(written(tmp_path, SERIES, older))
    assert found.series == load_network(FILE).series


def test_a_series_may_be_named_in_any_language(tmp_path):
    added = SERIES.replace(" }", ', de = "DSN-Sitzung" }')
    found = load_network(written(tmp_path, SERIES, added))
    assert found.series_label("dsn", "de") == "DSN-Sitzung"
    assert found.series_label("dsn", "it") == "DSN meeting"


def test_a_file_of_before_has_the_working_languages_that_held(tmp_path):
    path = written(tmp_path, 'working_languages = ["en", "fr"]\n', "")
    assert load_network(path).working_languages == ("en", "fr")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (SERIES, "labels = {}", "series.0.labels: must have words"),
        (SERIES, 'lables = { en = "x" }', "series.0.labels: Field required"),
        (SERIES, 'labels = { english = "x" }', "series.0.labels"),
        (SERIES, 'labels = ["x"]', "series.0.labels: must be words"),
        ('working_languages = ["en", "fr"]', "working_languages = []", "working_languages"),
        ('working_languages = ["en", "fr"]', 'working_languages = ["French"]', "working_languages"),
    ],
)
def test_a_mistake_in_labels_is_one_line_that_names_the_key(tmp_path, old, new, says):
    with pytest.raises(NetworkFileError, match=re.escape(says)) as refused:
        load_network(written(tmp_path, old, new))
    assert "\n" not in str(refused.value)


# --- a language that is added as data -------------------------------------------------------------


def test_catalogues_in_a_folder_of_their_own_have_the_language(tmp_path):
    shutil.copytree(LOCALES, tmp_path / "locales")
    made_up.add_catalogue(tmp_path / "locales")
    catalogues = Catalogues(tmp_path / "locales")
    assert catalogues.languages == ("en", "fr", CODE)
    say, english = Texts(CODE, catalogues), Texts("en", catalogues)
    assert catalogues.sources(CODE).keys() == catalogues.sources("en").keys()
    assert say.plain("bot-description") == marked(english.plain("bot-description"))
    for count in (1, 2):
        said = say("update-women", count=count)
        assert said == marked(english("update-women", count=count))
    assert Texts(CODE).language == "en", "the project's own catalogues know nothing of it"


def test_reference_data_in_a_folder_of_its_own_has_the_language(tmp_path):
    shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("words"))
    made_up.add_labels(tmp_path / "data")
    reference = Reference(tmp_path / "data")
    own = Reference()
    for chamber in own.chambers:
        label = own.chamber_label(chamber.id, "en")
        assert reference.chamber_label(chamber.id, CODE) == marked(label)
        state = own.member_state_label(chamber.country, "en")
        assert reference.member_state_label(chamber.country, CODE) == marked(state)
    for code in (*own.countries, *own.regions):
        assert reference.partner_label(code, CODE) == marked(own.partner_label(code, "en"))
    assert reference.footnotes(["XK"], CODE) == [f"* {marked(own.footnotes(['XK'], 'en')[0][2:])}"]
    for name in VOCABULARIES:
        for term in own.vocabulary(name):
            short = own.short_label(name, term.code, "en")
            assert reference.short_label(name, term.code, CODE) == marked(short)


def test_the_organisers_file_has_the_language(tmp_path):
    path = tmp_path / "network.toml"
    path.write_text(FILE.read_text(encoding="utf-8"), encoding="utf-8")
    made_up.add_to_network(path)
    found, own = load_network(path), load_network(FILE)
    assert found.name_in(CODE) == marked(own.name_in("en"))
    assert found.unit_in(CODE) == marked(own.unit_in("en"))
    for series in own.series:
        assert found.series_label(series.id, CODE) == marked(series.label("en"))
    notice = found.privacy_notice(CODE, drafts=marked("30 days"), retention=marked("a year"))
    assert len(notice) == len(NoticePart)
    assert not unmarked("".join(notice.values())).strip()
    assert own.name_in(CODE) == own.name_in("en")


def drawn(tree: Path) -> dict[str, list[str]]:
    """Return the cards of the practice network as the program in *tree* draws them."""
    script = made_up.TREE / "tests" / "recipes" / "cards_in_another_language.py"
    done = subprocess.run(
        [sys.executable, str(script), CODE, f"sqlite:///{tree}/cards.db"],
        env={"PYTHONPATH": str(tree), "PATH": "/usr/bin:/bin"},
        cwd=tree,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_the_recipe_of_a_language_leaves_no_sentence_in_another_one(tmp_path):
    tree = made_up.copy_of_the_tree(tmp_path)
    made_up.add_to(tree)
    found = drawn(tree)
    assert found["program"].startswith(str(tree))
    assert found["languages"] == ["en", "fr", CODE]
    assert found["offered"] == ["English", "Français", "Xx"]
    everything = "\n".join(found["shown"])
    for said in found["shown"]:
        assert not re.search(r"\w", unmarked(said)), said
    for label in ("DSN meeting", "Western Balkans", "Montenegro", "Workshop or seminar", "Hybrid"):
        assert marked(label) in everything


# --- where a language's code may stand ------------------------------------------------------------


def test_no_other_module_compares_a_language_with_a_code():
    root = made_up.TREE
    for path in (file for room in made_up.ROOMS for file in (root / room).rglob("*.py")):
        if str(path.relative_to(root)) in KNOWS_LANGUAGES:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for compared in (node for node in ast.walk(tree) if isinstance(node, ast.Compare)):
            for part in ast.walk(compared):
                if isinstance(part, ast.Constant) and part.value in OFFICIAL:
                    pytest.fail(f"{path.name}:{part.lineno} knows the language {part.value}")


def test_french_is_named_in_data_alone():
    root = made_up.TREE
    for path in (file for room in made_up.ROOMS for file in (root / room).rglob("*.py")):
        if str(path.relative_to(root)) not in KNOWS_LANGUAGES:
            assert '"fr"' not in path.read_text(encoding="utf-8"), path
