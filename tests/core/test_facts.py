"""Sentences that state a fact: what was kept, erased or told is said only where it is so.

A sentence that promises that something reached somebody, or that nothing is kept, is of a kind that
no code can make true. Those that are so are named here with what makes them so.
"""

import re

import pytest

from bot.core.texts import LOCALES, keys, languages

PROMISES = {
    "en": (
        r"\b(has|have) been told\b",
        r"\b(always|still|will) reach",
        r"\bnothing (else )?(is|was|has been) kept",
        r"\bwithout anything being kept",
        r"\bwhenever you like",
        r"\byou will (be told|receive)",
        r"\bnever (kept|deleted)",
        r"\b(everybody|all members) (was|were) told",
    ),
    "fr": (
        r"\b(a|ont) été prévenue?s?\b",
        r"parviennent|parviendront",
        r"[Rr]ien (d’autre )?n’(est|était|a été) conservé",
        r"sans que rien",
        r"quand vous voudrez",
        r"\bvous (recevrez|serez prévenu)",
        r"jamais (conservé|effacé)",
    ),
}
SO = {
    "mydata-nothing": "the asking row loses the account, and the register finds no other",
}
"""Sentences of that kind that are so, and why."""


def said(language, key):
    for path in sorted((LOCALES / language).glob("*.ftl")):
        found = re.search(
            rf"^{re.escape(key)} =(.*(?:\n[ }}].*|\n(?=\n[ }}]))*)",
            path.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
        if found:
            return found[1]
    return ""


def promises(language, text):
    return [pattern for pattern in PROMISES[language] if re.search(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize("language", languages())
def test_no_sentence_promises_what_no_code_can_keep(language):
    if language not in PROMISES:
        pytest.skip("the kinds of promises are not listed in this language")
    found = {
        key: promises(language, said(language, key))
        for key in sorted(keys(language))
        if key not in SO
    }
    assert {key: kinds for key, kinds in found.items() if kinds} == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Helena has been told."),
        ("en", "Nothing was kept about you."),
        ("en", "Notices still reach you."),
        ("fr", "Rien n’est conservé à votre sujet."),
        ("fr", "Les annonces vous parviennent toujours."),
    ],
)
def test_each_kind_of_promise_is_found(language, text):
    assert promises(language, text)


def test_the_sentences_that_are_so_exist_and_are_read_whole():
    assert "mydata-nothing" in keys("en")
    for key in ("forget-sure", "mydata-nothing"):
        assert said("en", key).strip()
    assert "cannot be undone" in said("en", "forget-sure")
