"""What the bot says: counts that say their number, one word for one thing, nothing that is decided.

The rules are those of docs/wording.md; here stands what a machine can check of them.
"""

import json
import re
import tomllib

import pytest
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.core import times
from bot.core.messages import SHARED_ROW, Button, keyboard
from bot.core.texts import LOCALES, Texts, languages
from bot.people import fields
from bot.reminders import words as reminder_plan
from config.network import FILE, Hour, network
from config.reference import DATA

COUNTS = (0, 1, 2, 5, 21)
PLURALS = {"zero", "one", "two", "few", "many", "other"}
WORDS = {
    ("en", 0): r"\b(no|none|nobody|nothing|every|today|on the day itself)\b",
    ("fr", 0): r"\b(aucune?|personne|rien|chaque|tous|toutes|aujourd’hui|le jour même)\b",
    ("en", 1): r"\b(one|an?|the|this|tomorrow)\b",
    ("fr", 1): r"\b(une?|le|la|cette|ce|seule?|demain|veille|lendemain)\b|\bl’",
}
"""How a language says without a figure that there are none, and that it is one."""
ONE = {"en": r"\bone\b", "fr": r"\b(une?|seule?)\b"}
"""One, written out: it is never said of none."""


def messages_of(text: str) -> dict[str, ast.Message]:
    resource = FluentParser().parse(text)
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ast.Message)}


def entries(language: str) -> dict[str, ast.Message]:
    found: dict[str, ast.Message] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        found |= messages_of(path.read_text(encoding="utf-8"))
    return found


class Parts(Visitor):
    """The values of a message, what it chooses by, and the words that stand in it."""

    def __init__(self, *patterns: ast.Pattern) -> None:
        self.names: set[str] = set()
        self.choices: list[ast.SelectExpression] = []
        self.words: list[str] = []
        for pattern in patterns:
            self.visit(pattern)

    def visit_VariableReference(self, node):  # noqa: N802 - named by the library
        self.names.add(node.id.name)

    def visit_TextElement(self, node):  # noqa: N802 - named by the library
        self.words.append(node.value)

    def visit_SelectExpression(self, node):  # noqa: N802 - named by the library
        self.choices.append(node)
        self.generic_visit(node)


def key_of(variant: ast.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, ast.Identifier) else str(key.value)


def counted(entry: ast.Message) -> dict[str, ast.SelectExpression]:
    """Return by which numbers a message chooses its words."""
    return {
        choice.selector.id.name: choice
        for choice in Parts(entry.value).choices
        if {key_of(one) for one in choice.variants} & (PLURALS | {"0", "1"})
    }


def is_grammar(name: str, choice: ast.SelectExpression) -> bool:
    """Tell whether no variant says the number: the words agree with it, and that is all."""
    return name not in Parts(*(one.value for one in choice.variants)).names


def is_silent(choice: ast.SelectExpression, number: int) -> bool:
    """Tell whether a variant for exactly this number says nothing at all, on purpose."""
    exact = [one for one in choice.variants if key_of(one) == str(number)]
    return any(not re.search(r"\w", "".join(Parts(one.value).words)) for one in exact)


def is_said(said: str, number: int, language: str) -> bool:
    """Tell whether a text says a number: by its figure, or by its word and no other's."""
    if re.search(rf"(?<![\w.]){number}(?!\w)", said):
        return True
    if number == 0 and re.search(ONE[language], said, re.IGNORECASE):
        return False
    word = WORDS.get((language, number))
    return word is not None and re.search(word, said, re.IGNORECASE) is not None


def numbers_unsaid(catalogue: str, language: str) -> tuple[list[str], int]:
    """Return where a count is drawn without its figure or its word, and how many were drawn."""
    faults, drawn = [], 0
    for key, entry in messages_of(catalogue).items():
        for name, choice in counted(entry).items():
            if is_grammar(name, choice):
                continue
            alone = ast.Pattern([ast.Placeable(choice)])
            bundle = FluentBundle([language], use_isolating=False)
            bundle.add_resource(ast.Resource([ast.Message(ast.Identifier("x"), alone)]))
            others = dict.fromkeys(Parts(alone).names, "·")
            for number in COUNTS:
                pattern = bundle.get_message("x").value
                said, _ = bundle.format_pattern(pattern, others | {name: number})
                drawn += 1
                if not is_said(said, number, language) and not is_silent(choice, number):
                    faults.append(f"{key}: {name}={number}: {said}")
    return faults, drawn


@pytest.mark.parametrize("language", languages())
def test_every_count_is_said_with_its_figure_or_its_word(language):
    paths = sorted((LOCALES / language).glob("*.ftl"))
    catalogue = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    faults, drawn = numbers_unsaid(catalogue, language)
    assert faults == []
    assert drawn > 100


def test_a_french_one_that_is_said_for_none_is_found():
    wrong = "x = { $count ->\n    [one] une femme\n   *[other] { $count } femmes\n}\n"
    assert numbers_unsaid(wrong, "fr")[0] == ["x: count=0: une femme"]
    for right in (
        wrong.replace("[one]", "[0] aucune femme\n    [one]"),
        wrong.replace("one]", "1]"),
    ):
        assert numbers_unsaid(right, "fr")[0] == []
    assert numbers_unsaid(wrong.replace("une femme", "one woman"), "en")[0] == []


def test_large_numbers_are_grouped_as_the_language_groups_them():
    assert "1\u202f234\u00a0caractères" in Texts("fr").plain("form-too-long", length=1234, limit=9)
    assert "1,234 characters" in Texts("en").plain("form-too-long", length=1234, limit=9)


# --- one word for one thing ------------------------------------------------------------------

FORBIDDEN = {
    "en": (
        r"\bshall\b|\bcyber-security\b|\be-mails?\b|\bweek-end\b|\bco-operation\b",
        r"\ba begin\b|\ba day to come\b|\bby itself\b|\bgo on\b|\bbroadcasts?\b|\bsilent\b",
        r"\badmit(s|ted)?\b|\bbod(y|ies)\b|\b(has|have|had|with) nobody\b|\bhas somebody\b",
        r"\bhas been told\b|\breached by nobody\b|\bthe board\b",
        r"\byour updates?\b|\ban update\b|\bthe updates?\b|\bproject updates?\b",
    ),
    "fr": (
        r"\bsignal(er|e|es|é|ée|és|ées)\b(?! :)|\bcoordinat(eurs?|rices?)\b|\bcorrespondants?\b",
        r"\bobservateurs?\b|\bempêchée?s?\b|\ben présentiel\b|\bsoi-même\b|\bil me faut\b",
        r"\bon dirait\b|\bracontez\b|\bceci est\b|\bvoulez-vous dire\b|\braisons?\b",
        r"\badm(ettre|is)\b|\brelanc(e|es|er|ées?)\b|\bn’(a|ont) personne\b|\bun collègue\b",
        r"\bmise à jour\b|\bmises à jour\b|\bvous seul\b|\bpar personne\b",
    ),
}
"""Words of the right-hand column of the table of terms, as far as a machine can tell them."""
ALLOWED = {"Rien à signaler", "rien à signaler"}
"""Set phrases that hold such a word."""


def shipped(language: str) -> dict[str, str]:
    """Return every text of a language that somebody reads, by where it stands."""
    found = {
        key: "".join(Parts(entry.value).words)
        for key, entry in entries(language).items()
        if not re.fullmatch(r"(form-\w+-words|heard-[\w-]+|times-[\w-]+)", key)
    }
    vocabularies = json.loads((DATA / "vocabularies.json").read_text(encoding="utf-8"))
    for name, rows in vocabularies["vocabularies"].items():
        for row in rows:
            for field in ("label", "short"):
                text = row.get(f"{field}_{language}")
                if text:
                    found[f"{name}.{row['code']}.{field}"] = text
    file = tomllib.loads(FILE.read_text(encoding="utf-8"))
    for part, said in file["privacy"]["notice"].items():
        found[f"privacy.notice.{part}"] = said[language]
    found["privacy.changes"] = file["privacy"]["changes"][language]
    return found


@pytest.mark.parametrize("language", languages())
def test_no_text_holds_a_word_that_the_table_of_terms_forbids(language):
    for where, text in shipped(language).items():
        for phrase in ALLOWED:
            text = text.replace(phrase, "")
        for pattern in FORBIDDEN.get(language, ()):
            found = re.search(pattern, text, re.IGNORECASE)
            assert not found, f"{language}: {where}: {found[0]!r} in {text!r}"


@pytest.mark.parametrize("language", languages())
def test_no_text_has_stray_spaces_or_signs(language):
    for where, text in shipped(language).items():
        assert "..." not in text, where
        assert "!" not in text, where
        assert "'" not in text, where
    for key, entry in entries(language).items():
        first = entry.value.elements[0]
        if isinstance(first, ast.TextElement):
            assert first.value == first.value.lstrip(), key


# --- nothing that a setting decides ----------------------------------------------------------

QUOTED = re.compile(r"“[^”]*”|«[^»]*»|<code>[^<]*</code>")
"""Examples of what people may type: they decide nothing."""
SPANS = {
    "en": (
        r"\b(?<!once )(\d+|an?|one|two|three|four|five|six|seven|ten|twelve|some)"
        r" (working )?(hours?|days?|weeks?|months?)\b|\btomorrow\b|\bthe day before\b"
    ),
    "fr": (
        r"\b(\d+|une?|deux|trois|quatre|cinq|six|sept|dix|douze|quelques)"
        r" (heures?|jours?|semaines?|mois)\b|\bdemain\b|\bla veille\b"
    ),
}
CLOCK = re.compile(r"\d{1,2}[:h]\d{2}|\d{1,2} h\b")
SAYS_SPANS = re.compile(
    r"plan-|doubt-holiday|reminder-(dossier|practical)$|reminder-tomorrow|privacy\.notice\.rights$"
)
"""Texts that say a span with a number that they are given, one that the law sets, or none."""


def settled_words(language: str) -> set[str]:
    """Return names, cities and hours that ``network.toml`` decides, as a text might hold them."""
    decided = network()
    hours = (decided.working_hours.from_, decided.working_hours.to)
    return {
        decided.name_in("en"),
        decided.name_in(language),
        decided.unit_in(language),
        times.city(decided.zone, language),
        *(times.clock(hour, language) for hour in hours),
        *(f"{hour:%H:%M}" for hour in hours),
    }


@pytest.mark.parametrize("language", languages())
def test_no_text_holds_what_a_setting_decides(language):
    spans = re.compile(SPANS[language], re.IGNORECASE)
    for where, text in shipped(language).items():
        bare = QUOTED.sub("", text)
        for word in settled_words(language):
            assert word not in bare, f"{language}: {where}: {word}"
        assert not CLOCK.search(bare), f"{language}: {where}: an hour in {text!r}"
        if not SAYS_SPANS.match(where):
            found = spans.search(bare)
            assert not found, f"{language}: {where}: {found[0]!r} in {text!r}"


@pytest.mark.parametrize(
    ("language", "hours", "said"),
    [
        ("en", ("07:15", "19:00"), "on working days, 07:15–19:00, your time"),
        ("fr", ("07:15", "19:00"), "7\u00a0h\u00a015\u00a0–\u00a019\u00a0h"),
    ],
)
def test_the_working_hours_of_the_file_are_those_that_are_said(language, hours, said):
    decided = network().working_hours.model_copy(
        update=dict(zip(("from_", "to"), map(_hour, hours), strict=True))
    )
    assert said in fields.working(Texts(language), decided)


def _hour(text: str) -> Hour:
    return times.time.fromisoformat(text)


def test_the_plan_of_the_file_is_the_one_that_is_said():
    rules = [rule for rule in network().reminders if rule.kind == "reply_by"]
    assert reminder_plan.in_words(rules, Texts("en")) == (
        "7 days before, 2 days before and on the day itself"
    )
    moved = [rules[0].model_copy(update={"before": times.timedelta(days=21)})]
    assert reminder_plan.in_words(moved, Texts("en")) == "3 weeks before"
    assert reminder_plan.in_words(moved, Texts("fr")) == "3 semaines avant"
    after = [rule for rule in network().reminders if rule.kind == "report"]
    assert reminder_plan.in_words(after, Texts("fr")) == "5 jours ouvrés après"
    hour = [rule for rule in network().reminders if rule.kind == "joining"]
    assert reminder_plan.in_words(hour, Texts("en")) == "one hour before"


# --- hours and rows --------------------------------------------------------------------------


def test_hours_are_written_as_the_language_writes_them():
    first = times.datetime(2027, 12, 1, 13, tzinfo=times.ZoneInfo("UTC"))
    last = first + times.timedelta(hours=3, minutes=30)
    assert times.hours(first, last, "Europe/Paris", "en") == "14:00–17:30"
    assert times.hours(first, last, "Europe/Paris", "fr") == (
        "14\u00a0h\u00a0–\u00a017\u00a0h\u00a030"
    )
    assert times.day(first.date(), "fr") == "mercredi 1er\u00a0décembre 2027"
    assert times.days(times.date(2027, 7, 1), times.date(2027, 7, 20), "fr") == (
        "1er-20\u00a0juillet 2027"
    )
    assert times.days(times.date(2027, 7, 18), times.date(2027, 7, 20), "en") == "18–20 July 2027"


def test_a_long_button_never_shares_its_row():
    short, other = Button("Short", "a"), Button("x" * SHARED_ROW, "b")
    long = Button("x" * (SHARED_ROW + 1), "c")
    assert keyboard([[short, other], []]) == ((short, other),)
    assert keyboard([[short, long, other, short]]) == ((short,), (long,), (other, short))
    assert keyboard([[long, short]]) == ((long,), (short,))


def test_buttons_of_the_vocabularies_fit_beside_another():
    vocabularies = json.loads((DATA / "vocabularies.json").read_text(encoding="utf-8"))
    for name, rows in vocabularies["vocabularies"].items():
        for row in rows:
            for language in languages():
                label = row.get("short_labels", {}).get(language) or row["labels"][language]
                assert len(label) <= SHARED_ROW, f"{name}.{row['code']}: {label}"
