"""Words of sentences that look like others: institutions, near words, and who went where."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.activity import understand_activity
from bot.understanding.findings import Activity

ZONE = ZoneInfo("Europe/Brussels")
NOW = datetime(2027, 3, 10, 9, tzinfo=ZONE)


def understood(text: str, language: str) -> Activity:
    return understand_activity(text, languages=[language], now=NOW, zone=ZONE)


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("hu", "Az albán parlament indította el a képzést Tiranában.", ("AL",)),
        ("bg", "Обучение за служители от ЮАР, 3 май", ("ZA",)),
        ("hr", "Tečaj za zaposlenike parlamenata Toga i Malija", ("TG", "ML")),
        ("pl", "Szkolenie dla parlamentu w Taszkencie i misja do Taszkentu", ("UZ",)),
        ("pl", "Seminarium dla Republiki Konga", ("CG",)),
    ],
)
def test_a_partner_is_found_by_its_name_and_by_no_other_word(
    language: str, text: str, codes: tuple[str, ...]
) -> None:
    assert understood(text, language).partner_codes == codes


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("lv", "Mācības Ganas Nacionālajā asamblejā, 3. maijs", "training"),
        ("lt", "Mokymai Ganos nacionalinėje asamblėjoje, gegužės 3 d.", "training"),
        ("de", "Zwei Berater beim Parlament von Ghana, Accra, 3.-5. Mai", "expert_mission"),
        (
            "it",
            "Due informatici ad Accra presso il Parlamento del Ghana, 3-5 maggio",
            "expert_mission",
        ),
        (
            "ro",
            "Doi informaticieni au ajutat Parlamentul Ghanei, la Accra, 3-5 mai",
            "expert_mission",
        ),
        ("fr", "Séance d'échanges avec le Parlement du Ghana, 3 mai", "exchange"),
        ("de", "Eine Hospitantin aus Ghana im Europaausschuss, 3.-28. Mai", "fellowship"),
        ("hr", "Zastupnici iz Kameruna u studijskom posjetu, 3. svibnja", "study_visit"),
    ],
)
def test_an_institution_is_no_kind_and_who_went_decides(
    language: str, text: str, kind: str
) -> None:
    assert understood(text, language).kind.sure == kind


@pytest.mark.parametrize(
    ("language", "text", "themes"),
    [
        ("et", "Koolitus eelarve kontrollist Ghana parlamendile", {"budget", "oversight"}),
        ("fi", "Koulutus budjettivalvonnasta Ghanan parlamentille", {"budget", "oversight"}),
        ("en", "Training on committee scrutiny for Ghana", {"committees", "oversight"}),
        ("pl", "Szkolenie o etyce dla parlamentu Ghany", {"integrity"}),
        ("sk", "Seminár o ženách v parlamente Ghany", {"gender"}),
        ("mt", "Konferenza tal-ftuħ mal-parlament tal-Gana", set()),
    ],
)
def test_families_of_words_name_the_theme(language: str, text: str, themes: set[str]) -> None:
    assert set(understood(text, language).theme_codes) == themes
