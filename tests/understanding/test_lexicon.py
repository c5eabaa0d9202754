"""Word lists: what a pattern finds, and that a language is data alone."""

import json

import pytest

from bot.understanding import lexicon as lists
from bot.understanding.languages import OFFICIAL
from bot.understanding.lexicon import Lexicon, indexed
from bot.understanding.tokens import tokenise
from bot.understanding.vocabulary import understand_term
from config.reference import reference

VOCABULARIES = {
    "kinds": "kind",
    "themes": "theme",
    "programmes": "programme",
    "roles": "role",
    "statuses": "status",
}
BESIDE = {"-", "eu_funded"}


def found(patterns: str, text: str, language: str = "en") -> list[str]:
    tokens = tokenise(text)
    hits = Lexicon([indexed({"X": patterns}, language)]).find(tokens)
    return [text[tokens[hit.first].start : tokens[hit.last - 1].end] for hit in hits]


@pytest.mark.parametrize(
    ("patterns", "text", "words"),
    [
        ("alban*", "les Albanais d'Albanie", ["Albanais", "Albanie"]),
        ("mali", "Mali, malicieux", ["Mali"]),
        ("Mali", "mali Mali", ["Mali"]),
        ("study visit*", "two study visits", ["study visits"]),
        ("sign* .. agreement", "signed a new agreement", ["signed a new agreement"]),
        ("sign* .. agreement", "signed. An agreement", []),
        ("cote d ivoire", "Côte d'Ivoire", ["Côte d'Ivoire"]),
        ("visit, study visit", "study visit", ["study visit"]),
        ("łódź", "Lodz", ["Lodz"]),
    ],
)
def test_a_pattern_finds_its_words(patterns: str, text: str, words: list[str]) -> None:
    assert found(patterns, text) == words


def test_endings_are_those_of_the_language() -> None:
    assert found("Gruzj~", "w Gruzji, Gruzjaxyz", "pl") == ["Gruzji"]


def test_long_words_are_looked_into_where_the_language_puts_them_together() -> None:
    danish = lists.lexicon("kinds", ("da",)).find(tokenise("onlinekursus"))
    assert [hit.code for hit in danish] == ["training"]
    assert not lists.lexicon("kinds", ("en",)).find(tokenise("onlinekursus"))
    assert not lists.lexicon("partners", ("de",)).find(tokenise("Reservierung"))


def test_a_name_in_a_text_without_capitals_is_found_if_it_is_long() -> None:
    assert found("Podgoric*", "mission à podgorica") == ["podgorica"]
    assert found("Mali", "mali koraci") == []


@pytest.mark.parametrize("topic", ["kinds", "themes", "context", "partners", "languages"])
def test_every_official_language_has_words(topic: str) -> None:
    assert set(OFFICIAL) <= set(lists.topic_languages(topic))


@pytest.mark.parametrize("topic", VOCABULARIES)
def test_word_lists_use_the_codes_of_the_vocabulary(topic: str) -> None:
    for file in (lists.WORDS / topic).glob("*.json"):
        for listed in json.loads(file.read_text("utf-8")):
            for code in listed.rstrip("?!").replace("+", "|").split("|"):
                assert code in BESIDE or reference().term(VOCABULARIES[topic], code), (file, code)


def test_word_lists_of_partners_use_codes_of_partners() -> None:
    for file in (lists.WORDS / "partners").glob("*.json"):
        for listed in json.loads(file.read_text("utf-8")):
            for code in listed.rstrip("?").split("+"):
                assert reference().partner(code), (file, code)


@pytest.mark.parametrize(
    ("text", "vocabulary", "code"),
    [
        ("jumelage", "kind", "twinning"),
        ("visite d'étude", "kind", "study_visit"),
        ("Schulung", "kind", "training"),
        ("szkolenie", "kind", "training"),
        ("Haushalt", "theme", "budget"),
        ("ОССЕ", "programme", "osce"),
        ("PNUD", "programme", "undp"),
        ("abgeschlossen", "status", "completed"),
    ],
)
def test_a_term_is_known_by_its_words(text: str, vocabulary: str, code: str) -> None:
    assert understand_term(text, vocabulary, languages=["en", "fr"]).sure == code


def test_a_word_of_two_terms_is_a_question() -> None:
    asked = understand_term("cybersecurity", "theme", languages=["en"])
    assert not asked.is_sure
    assert set(asked.codes) == {"security", "digital"}


def test_a_slip_in_a_term_is_only_offered() -> None:
    assert understand_term("trainning", "kind", languages=["en"]).sure is None
    assert "training" in understand_term("trainning", "kind", languages=["en"]).codes
