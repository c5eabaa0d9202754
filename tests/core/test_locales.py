"""The catalogues: the same keys, placeholders and plural forms, within Telegram's limits."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import bot
from bot.core.messages import Html, plain, units
from bot.core.texts import LOCALES, Texts, languages
from bot.core.typography import tied
from bot.process import profile
from config.network import network

CODE = list(Path(bot.__file__).parent.rglob("*.py"))
CLDR_FORMS = {"en": {"one", "other"}, "fr": {"one", "other", "many"}}
KNOWN_TAGS = {"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}


def entries(language: str) -> dict[str, ast.Message]:
    found: dict[str, ast.Message] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content[:80]}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} twice in {language}"
                found[entry.id.name] = entry
    return found


class Names(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.variants: list[set[str]] = []

    def visit_VariableReference(self, node):  # noqa: N802 - named by the library
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node):  # noqa: N802 - named by the library
        keys = [variant.key for variant in node.variants]
        self.variants.append(
            {key.name if isinstance(key, ast.Identifier) else key.value for key in keys}
        )
        self.generic_visit(node)


def names_of(entry: ast.Message) -> Names:
    visitor = Names()
    visitor.visit(entry)
    return visitor


def sample(entry: ast.Message, value: object) -> dict[str, object]:
    return dict.fromkeys(names_of(entry).names, value)


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_keys_as_english(language):
    assert set(entries(language)) == set(entries("en"))


@pytest.mark.parametrize("language", languages())
def test_every_sentence_takes_the_same_values(language):
    english, other = entries("en"), entries(language)
    for key, entry in english.items():
        assert names_of(entry).names == names_of(other[key]).names, key


@pytest.mark.parametrize("language", languages())
def test_plural_forms_are_those_of_the_language(language):
    for key, entry in entries(language).items():
        for variants in names_of(entry).variants:
            forms = variants & {"zero", "one", "two", "few", "many", "other"}
            if "one" in forms:
                assert forms <= CLDR_FORMS.get(language, forms), key
                assert "other" in forms, key


@pytest.mark.parametrize("language", languages())
def test_every_sentence_can_be_said_with_text_and_with_numbers(language):
    say = Texts(language)
    for key, entry in entries(language).items():
        for value in ("x", 0, 1, 2, 5):
            assert plain(say(key, **sample(entry, value))).strip(), key


@pytest.mark.parametrize("language", languages())
def test_values_of_people_are_escaped(language):
    say = Texts(language)
    for key, entry in entries(language).items():
        if names_of(entry).names:
            said = say(key, **sample(entry, "<b>&amp; _*` \u202e"))
            assert "<b>&amp; _" not in said.replace("<b>&amp;amp;", ""), key


@pytest.mark.parametrize("language", languages())
def test_only_tags_that_telegram_knows_are_used_and_closed(language):
    for key, entry in entries(language).items():
        said = str(Texts(language)(key, **sample(entry, "x")))
        opened: list[str] = []
        for slash, name in re.findall(r"<(/?)([a-z-]+)[^>]*>", said):
            assert name in KNOWN_TAGS, key
            if slash:
                assert opened, key
                assert opened.pop() == name, key
            else:
                opened.append(name)
        assert not opened, key


@pytest.mark.parametrize("language", languages())
def test_telegrams_limits_are_kept(language):
    say = Texts(language)
    assert 0 < units(profile.name_of(network(), language)) <= 64
    assert units(say.plain("bot-description")) <= 512
    assert units(say.plain("bot-short-description")) <= 120
    for key, entry in entries(language).items():
        length = units(plain(Html(say(key, **sample(entry, "x")))))
        assert length <= 3000, key
        if key.startswith("command-"):
            assert 1 <= length <= 256, key


@pytest.mark.parametrize("language", languages())
def test_what_is_shown_in_a_pop_up_fits_it(language):
    for key in entries(language):
        if key.startswith(("closed-", "form-enough", "form-over", "button-old", "offer-over")):
            said = plain(Texts(language)(key, **sample(entries(language)[key], 3)))
            assert units(said) <= 200, key


def test_every_key_that_the_code_names_exists():
    keys = set(entries("en"))
    pattern = re.compile(r"""(?:(?:texts|texts\.plain|say)\(\s*|over=)"([a-z0-9_-]+)\"""")
    for path in CODE:
        for key in pattern.findall(path.read_text(encoding="utf-8")):
            assert key in keys, f"{path.name}: {key}"


def test_french_spaces_before_signs_cannot_break():
    say = Texts("fr")
    for key, entry in entries("fr").items():
        said = say(key, **sample(entry, "x"))
        assert not re.search(r" [:;?!»]|« ", said), f"{key}: {said}"


def test_other_languages_and_addresses_keep_their_spaces():
    assert tied("Is it: « so » ?", "en") == "Is it: « so » ?"
    assert tied("14 h – 17 h 30, 18 h – 19 h, 2 000", "en") == "14 h – 17 h 30, 18 h – 19 h, 2 000"
    assert tied("Voir : https://x.example ; oui ?", "fr") == (
        "Voir\u00a0: https://x.example\u202f; oui\u202f?"
    )


def test_french_hours_numbers_and_days_stay_on_one_line():
    assert tied("14 h – 17 h", "fr") == "14\u00a0h\u00a0–\u00a017\u00a0h"
    assert tied("8 h 30 – 18 h 15", "fr") == "8\u00a0h\u00a030\u00a0–\u00a018\u00a0h\u00a015"
    assert tied("2 000 caractères", "fr") == "2\u202f000\u00a0caractères"
    assert tied("{ $length } caractères", "fr") == "{ $length }\u00a0caractères"
    assert tied("1er décembre, 18-20 juillet 2027", "fr") == (
        "1er\u00a0décembre, 18-20\u00a0juillet 2027"
    )
