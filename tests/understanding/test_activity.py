"""Whole sentences: what they say, what is asked, and what must never raise."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.activity import (
    LONGEST,
    looks_like_activity,
    split_activities,
    understand_activity,
)
from bot.understanding.findings import Activity
from bot.understanding.languages import OFFICIAL
from tests.understanding import report_activities as report

ZONE = ZoneInfo("Europe/Brussels")
NOW = datetime(2022, 12, 1, 18, tzinfo=ZONE)
LEAST_RIGHT = 0.9
MOST_WRONG = 0.04

NOTE = """Réunion du réseau

La réunion du réseau s'est tenue à Bruxelles, le jeudi 1^{er} décembre 2022.

En premier lieu, les projets menés dans les Balkans occidentaux ont été présentés. L'engagement du \
Sénat dans le programme INTER PARES pour le Monténégro, avec la participation de l'un de ses \
experts à une activité de renforcement des secrétariats de commissions (18-20 juillet 2022), puis \
l'accueil au Sénat d'une délégation du Parlement monténégrin sur la cybersécurité (2 et 3 novembre \
2022), a été salué.

En second lieu, les participants ont parlé de l'avenir du réseau et de la plate-forme IPEX."""


def understood(text: str, language: str = "en", now: datetime = NOW) -> Activity:
    return understand_activity(text, languages=[language], now=now, zone=ZONE)


def looks(text: str) -> bool:
    return looks_like_activity(text, languages=["en", "fr"], now=NOW, zone=ZONE)


def days(activity: Activity) -> tuple[date, date] | None:
    when = activity.dates.sure if activity.dates else None
    return (when.start, when.end) if when else None


# --- the cases ---------------------------------------------------------------------------------


def test_there_are_cases_in_every_official_language() -> None:
    written = {case["lang"] for case in report.cases("??.jsonl")}
    assert written == set(OFFICIAL)


@pytest.mark.parametrize("pattern", ["samples.jsonl", "??.jsonl", "longer.jsonl"])
def test_most_fields_are_right_and_few_are_wrong(pattern: str) -> None:
    verdicts = [
        v
        for case in report.cases(pattern)
        for v in report.verdicts(case, report.read(case)).values()
    ]
    assert verdicts.count("right") / len(verdicts) >= LEAST_RIGHT
    assert verdicts.count("wrong") / len(verdicts) <= MOST_WRONG


def test_no_partner_of_the_samples_is_wrong() -> None:
    for case in report.cases("samples.jsonl"):
        assert report.verdicts(case, report.read(case))["partners"] == "right", case["text"]


# --- one sentence ------------------------------------------------------------------------------


def test_one_sentence_fills_the_fields_with_the_words_they_came_from() -> None:
    text = "Our experts trained committee staff in Podgorica on 18-20 July 2022 under INTER PARES."
    found = understood(text)
    assert found.partner_codes == ("ME",)
    assert found.kind.sure == "training"
    assert found.programme.sure == "inter_pares"
    assert days(found) == (date(2022, 7, 18), date(2022, 7, 20))
    assert found.status.sure == "completed"
    assert found.place is not None
    assert found.place.words == "Podgorica"
    assert found.dates is not None
    taken = [*found.partners, *found.themes, *found.kind.matches, *found.programme.matches]
    assert all(text[match.start : match.end] == match.words for match in [*taken, found.place])
    assert text[found.dates.start : found.dates.end] == found.dates.words


def test_who_went_where_decides_the_kind() -> None:
    came = understood(
        "Officials of the Moldovan parliament visited our Senate to learn about budgets."
    )
    went = understood("Two of our advisers travelled to Chisinau to help with the state budget.")
    assert (came.kind.sure, went.kind.sure) == ("study_visit", "expert_mission")
    assert (came.role.sure, went.role.sure) == ("host", "expert")


def test_cyber_security_is_asked_about() -> None:
    found = understood("Workshop on cyber security for the Albanian parliament")
    assert found.theme_codes == ()
    assert [question.codes for question in found.theme_questions] == [("security", "digital")]


def test_the_name_of_a_committee_is_not_the_subject() -> None:
    assert understood("Visit of the Committee on Human Rights of Kenya").theme_codes == ()


def test_a_theme_that_is_not_said_is_left_open() -> None:
    assert understood("A delegation from Georgia visited us.").theme_codes == ()


def test_osep_is_not_the_osce() -> None:
    text = "Ο ΟΣΕΠ και η αντιπροσωπεία της Αρμενίας"
    assert understood(text, "el").programme.sure != "osce"
    assert understood("Αποστολή του ΟΑΣΕ στην Αρμενία", "el").programme.sure == "osce"


def test_a_named_organiser_without_a_code_is_other() -> None:
    text = "Training for the Kenyan parliament by the Konrad Adenauer foundation"
    assert understood(text).programme.sure == "other"


def test_money_of_the_union_alone_is_a_question() -> None:
    asked = understood("EU-funded training for the Albanian parliament").programme
    assert asked.codes == ("ipa", "ndici")
    assert asked.sure is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("jumelage avec le Maroc", "fr"),
        ("gemellaggio con l'Albania", "it"),
        ("proiect de înfrățire cu Ucraina", "ro"),
        ("twinning project with Serbia", "en"),
    ],
)
def test_twinning_has_a_name_in_each_language(text: str, language: str) -> None:
    found = understood(text, language)
    assert (found.kind.sure, found.programme.sure) == ("twinning", "twinning")


def test_of_two_dates_the_deadline_is_not_taken() -> None:
    text = "Seminar for Georgia on 12 May 2023 (deadline 30 April 2023)"
    assert days(understood(text)) == (date(2023, 5, 12), date(2023, 5, 12))


# --- several activities ------------------------------------------------------------------------


def test_a_pasted_note_gives_its_two_activities() -> None:
    first, second = split_activities(NOTE, languages=["fr", "en"], now=NOW, zone=ZONE)
    assert first.partner_codes == second.partner_codes == ("ME",)
    assert first.programme.sure == second.programme.sure == "inter_pares"
    assert (first.kind.sure, second.kind.sure) == ("expert_mission", "study_visit")
    assert first.theme_codes == ("committees",)
    assert "security" in second.theme_questions[0].codes
    assert days(first) == (date(2022, 7, 18), date(2022, 7, 20))
    assert days(second) == (date(2022, 11, 2), date(2022, 11, 3))
    for part in (first, second):
        assert NOTE[part.offset : part.offset + len(part.text)] == part.text


def test_lines_are_activities_of_their_own() -> None:
    text = "- Training for Kenya, 3 May 2023\n- Study visit from Georgia, 5-6 June 2023\n- Lunch\n"
    parts = split_activities(text, languages=["en"], now=NOW, zone=ZONE)
    assert [part.partner_codes for part in parts] == [("KE",), ("GE",)]


def test_sentences_about_one_activity_stay_together() -> None:
    text = "We hosted a study visit from Moldova on 3 May 2023. The guests learnt about budgets."
    parts = split_activities(text, languages=["en"], now=NOW, zone=ZONE)
    assert len(parts) == 1
    assert parts[0].theme_codes == ("budget",)


def test_a_text_without_an_activity_gives_none() -> None:
    assert split_activities("Thank you, see you soon.", languages=["en"], now=NOW, zone=ZONE) == []


# --- unprompted --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "We hosted a delegation from Moldova on 3 May.",
        "Formation des greffiers du Parlement de Madagascar, 3-5 mai",
        "Study visit from Georgia in May",
        "Wizyta studyjna delegacji Gruzji 5 maja",
    ],
)
def test_a_message_that_tells_of_an_activity_looks_like_one(text: str) -> None:
    assert looks(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello!",
        "Bonjour, merci beaucoup pour hier",
        "How are you?",
        "Who works with Ukraine?",
        "Is there a study visit from Georgia in May?",
        "/update training Kenya 3 May",
        "I spent my holidays in Georgia, we visited Tbilisi last May",
        "nothing to report",
        "Meeting with the Italian Senate tomorrow",
        "Georgia",
        "training on 3 May",
    ],
)
def test_greetings_questions_and_small_talk_do_not(text: str) -> None:
    assert not looks(text)


# --- hostile input -----------------------------------------------------------------------------

HOSTILE = [
    "a" * 10_000,
    "1" * 10_000,
    "Georgia " * 1_250,
    "visit to Georgia on 3 May 2023. " * 310,
    "31.02.2022 " * 900,
    "((((" * 2_500,
    "😀" * 5_000,
    "\u202e\u200f\u200d" * 3_000,
    "Грузия Georgia Γεωργία جورجيا 格鲁吉亚 " * 250,
    "\n" * 10_000,
    "Ünïcödé\u0301 " * 800,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_without_harm(text: str) -> None:
    found = understood(text)
    assert found.text == text[:LONGEST]
    assert isinstance(split_activities(text, languages=["en"], now=NOW, zone=ZONE), list)
    looks(text)


WORDS = st.sampled_from(
    ["Georgia", "Congo", "visit", "3 May", "2022", "training", "to", "–", "(", "ARP", "31.02.", "?"]
)


TOLD = (
    "In May 2022 we received a delegation from Georgia for a study visit on budget oversight.",
    "From 3 to 5 May 2022 two experts went to Moldova for a training on committees, INTER PARES.",
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=15).map(" ".join)))
def test_findings_lie_within_the_text(text: str) -> None:
    findings_within(text)


@pytest.mark.parametrize("text", TOLD)
@pytest.mark.parametrize("around", ["{}", "😀 {}", "((( {} )))", "{} Ünï"])
def test_findings_of_what_was_told_lie_within_it(text: str, around: str) -> None:
    assert findings_within(around.format(text)) >= 3
    told = "\n\n".join(TOLD)
    parts = split_activities(told, languages=["en"], now=NOW, zone=ZONE)
    assert [told[part.offset :][: len(part.text)] for part in parts] == [p.text for p in parts]
    assert len(parts) == len(TOLD)


def findings_within(text: str) -> int:
    """Hold every finding against the text; return how many there are."""
    found = understood(text)
    candidates = [found.kind, found.programme, found.role, found.status, *found.partner_questions]
    matches = [*found.partners, *found.themes, *(m for c in candidates for m in c.matches)]
    for match in matches:
        assert 0 <= match.confidence <= 1
        assert text[match.start : match.end] == match.words
    assert len(found.themes) <= 3
    return len(matches)


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_parts_lie_within_the_text_in_order(text: str) -> None:
    parts = split_activities(text, languages=["en"], now=NOW, zone=ZONE)
    offsets = [part.offset for part in parts]
    assert offsets == sorted(offsets)
    assert all(text[part.offset : part.offset + len(part.text)] == part.text for part in parts)
