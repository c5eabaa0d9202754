"""Partners: every name resolves or is asked about; near names are never taken for one another."""

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.languages import OFFICIAL
from bot.understanding.partners import FoundPartners, find_partners
from bot.understanding.places import understand_partners
from config.reference import reference

COUNTRIES = reference().countries


def found(text: str, language: str = "en") -> FoundPartners:
    return find_partners(text, languages=[language])


def answered(text: str) -> list[str | None]:
    return [part.sure for part in understand_partners(text, languages=["en", "fr"])]


@pytest.mark.parametrize("language", OFFICIAL)
def test_what_cldr_calls_a_country_resolves_or_is_asked(language: str) -> None:
    names = Locale.parse(language).territories
    for code in COUNTRIES:
        for part in understand_partners(names[code], languages=[language]):
            assert part.sure == code or code in part.codes, (names[code], part)


@pytest.mark.parametrize("code", COUNTRIES)
def test_names_of_the_reference_data_resolve_or_are_asked(code: str) -> None:
    for name in COUNTRIES[code].labels.values():
        for part in understand_partners(name.strip("*"), languages=["en", "fr"]):
            assert part.sure == code or code in part.codes, (name, part)


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Formation à Niamey pour le Parlement du Niger", "fr", ["NE"]),
        ("des députés nigériens et nigérians", "fr", ["NE", "NG"]),
        ("Training in Niamey for Niger and in Abuja for Nigeria", "en", ["NE", "NG"]),
        ("deputati nigerini", "it", ["NE"]),
        ("Nigerijos ir Nigerio parlamentai", "lt", ["NG", "NE"]),
        (
            "the parliaments of Guinea, Guinea-Bissau and Equatorial Guinea",
            "en",
            ["GN", "GW", "GQ"],
        ),
        ("Papua New Guinea's parliament", "en", ["PG"]),
        ("the National Assembly of the Democratic Republic of the Congo", "en", ["CD"]),
        ("la République du Congo (Brazzaville)", "fr", ["CG"]),
        ("Südsudan, nicht Sudan", "de", ["SS", "SD"]),
        ("the Dominican Republic and Dominica", "en", ["DO", "DM"]),
        ("Północna Macedonia i Czarnogóra", "pl", ["MK", "ME"]),
        ("Mauritanie et Maurice: l'île Maurice", "fr", ["MR", "MU"]),
        ("Malawi, Mali, Maldives, Malaysia", "en", ["MW", "ML", "MV", "MY"]),
        ("Gambia and Zambia", "en", ["GM", "ZM"]),
        ("Liban, Libye, Libéria", "fr", ["LB", "LY", "LR"]),
        ("Irán e Irak", "es", ["IR", "IQ"]),
        ("Slovakian colleagues and the Irish Senate", "en", []),
    ],
)
def test_near_names_are_not_taken_for_one_another(
    text: str, language: str, codes: list[str]
) -> None:
    assert list(found(text, language).codes) == codes


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("w Gruzji", "pl", "GE"),
        ("v Srbiji", "sl", "RS"),
        ("Moldovas parlaments", "lv", "MD"),
        ("Gruusias", "et", "GE"),
        ("Georgiens parlament", "sv", "GE"),
        ("в Скопие", "bg", "MK"),
        ("в Прищина", "bg", "XK"),
        ("monténégrin", "fr", "ME"),
        ("députés malgaches", "fr", "MG"),
        ("il parlamento uzbeko", "it", "UZ"),
        ("Surinaamse ambtenaren", "nl", "SR"),
        ("Sakartvelas", "lt", "GE"),
        ("BiH", "hr", "BA"),
        ("EEUU", "es", "US"),
        ("Guinée Conakry", "fr", "GN"),
        ("Kosovo*", "en", "XK"),
        ("Kiew", "de", "UA"),
        ("w Kijowie", "pl", "UA"),
        ("Lwiw", "de", "UA"),
        ("Tiflis", "de", "GE"),
        ("Eriwan", "de", "AM"),
        ("Oulan-Bator", "fr", "MN"),
        ("Verkhovna Rada", "en", "UA"),
        ("Sobranie", "en", "MK"),
        ("People's Majlis", "en", "MV"),
        ("Oliy Majlis", "en", "UZ"),
        ("Jogorku Kenesh", "en", "KG"),
        ("the Knesset", "en", "IL"),
        ("le Grand Khoural", "fr", "MN"),
        ("l'ARP", "fr", "TN"),
        ("arménští poslanci", "cs", "AM"),
        ("Μαυροβουνίου", "el", "ME"),
        ("an tSeirbia", "ga", "RS"),
        ("mal-Montenegro", "mt", "ME"),
    ],
)
def test_one_country_is_known_by_all_its_names(text: str, language: str, code: str) -> None:
    assert found(text, language).codes == (code,)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La riunione della commissione", "it"),
        ("Oman kokemuksen mukaan Turussa", "fi"),
        ("mali koraci", "hr"),
        ("in the Indian Ocean", "en"),
        ("the Istanbul Convention", "en"),
        ("The Senate and the House of Representatives met", "en"),
        ("organised with the Italian Senate in Brussels", "en"),
        ("srpanj", "hr"),
        ("services de presse", "fr"),
        ("die Armen und die Kamer", "de"),
    ],
)
def test_words_that_are_names_elsewhere_name_nobody(text: str, language: str) -> None:
    assert not found(text, language).codes


def test_a_name_that_two_bear_is_a_question() -> None:
    asked = found("the Congolese parliament").questions
    assert [set(question.codes) for question in asked] == [{"CD", "CG"}]


def test_skupstina_is_a_question_that_its_country_settles() -> None:
    assert {"ME", "RS"} == set(found("a mission to the Skupština").questions[0].codes)
    assert found("the Skupština in Podgorica").codes == ("ME",)
    assert not found("Narodna skupština", "hr").codes


def test_its_capital_settles_the_question() -> None:
    assert found("Congolese members in Kinshasa").codes == ("CD",)
    assert not found("Congolese members in Kinshasa").questions


def test_a_region_is_a_partner() -> None:
    assert found("seminar for the Western Balkans").codes == ("WB",)
    assert found("séminaire pour l'Asie centrale", "fr").codes == ("R-CA",)
    assert set(found("parlamentos dos PALOP", "pt").codes) == {"AO", "CV", "GW", "MZ", "ST"}


def test_what_is_only_talked_about_is_no_partner() -> None:
    text = "Georgian members spoke of the war in Ukraine"
    assert found(text).codes == ("GE",)
    assert [match.code for match in found(text).aside] == ["UA"]


def test_a_donor_is_no_partner() -> None:
    assert found("Swiss-funded seminar for the Kenyan parliament").codes == ("KE",)


def test_a_mandatory_footnote_comes_with_the_code() -> None:
    for text, code in (("Pristina", "XK"), ("the Palestinian Legislative Council", "PS")):
        assert found(text).codes == (code,)
        partner = reference().partner(code)
        assert partner is not None
        assert partner.footnote_labels


def test_findings_say_where_their_words_are() -> None:
    text = "Une mission au Monténégro, à Podgorica"
    match = found(text, "fr").matches[0]
    assert text[match.start : match.end] == match.words == "Monténégro"


# --- short answers -----------------------------------------------------------------------------


def test_slips_are_offered_and_never_taken() -> None:
    (slip,) = understand_partners("Montenegor", languages=["en"])
    assert slip.sure is None
    assert slip.codes == ("ME",)


def test_a_slip_between_two_offers_both() -> None:
    (slip,) = understand_partners("Nigeer", languages=["en"])
    assert slip.sure is None
    assert {"NE", "NG"} <= set(slip.codes)


def test_an_answer_with_several_gives_each() -> None:
    assert answered("Georgia, Moldova and Ukraine") == ["GE", "MD", "UA"]
    assert answered("Bosnia and Herzegovina") == ["BA"]


@pytest.mark.parametrize("text", ["Senate", "House of Representatives", "xyzzy", "Ireland", "a"])
def test_an_answer_that_names_no_partner_is_empty(text: str) -> None:
    assert answered(text) == [None]
    assert all(not part.matches for part in understand_partners(text, languages=["en"]))


NAMED = st.sampled_from(["Georgia", "Congo", "Moldva", "Western Balkans", "and", ","])


@given(st.one_of(st.text(max_size=300), st.lists(NAMED, max_size=8).map(" ".join)))
def test_no_answer_raises(text: str) -> None:
    parts = understand_partners(text, languages=["en"])
    assert all(0 <= match.confidence <= 1 for part in parts for match in part.matches)
    if "Georgia" in text.replace(",", " ").split():
        assert any(part.matches for part in parts)
