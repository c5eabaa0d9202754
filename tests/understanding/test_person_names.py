"""Names of people: those of Europe are taken, those that hide or imitate something are not."""

from unicodedata import category, is_normalized

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.understanding.person_names import (
    BLANK,
    MOST_MARKS,
    NameFault,
    fault_of,
    one_script,
    skeleton,
    tidy_name,
)

REAL = (
    *("Anna", "Jean-Luc", "O’Brien", "d’Arc", "Ní Bhriain", "Ó Súilleabháin", "Łucja", "Groß"),
    *("van der Berg", "Ελένη", "Γεώργιος", "Георги", "Desislava", "Željko", "Đurđa", "Þór"),
    *("Chloé", "Ærø", "Šárka", "Ľubomír", "Őze", "Țuțu", "Ġorġ", "Maħmud", "Ķirsons", "Ąžuolas"),
    *("J. R. Maria", "Gal·la", "Nguyễn", "MARIA-LUISA", "Zoë", "Agnès", "Jürgen", "Åsa", "Yiğit"),
)


@pytest.mark.parametrize("name", REAL)
def test_the_names_of_europe_are_taken_as_they_are(name):
    assert tidy_name(name) == name
    assert fault_of(name) is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("O'Brien", "O’Brien"),
        ("Jean‑Luc", "Jean-Luc"),
        ("  Anna \n Maria ", "Anna Maria"),
        ("Zoe\u0308", "Zoë"),
        ("An\u00adna", "Anna"),
        ("\u202eAnna\u200b", "Anna"),
        ("Ĳsbrand", "IJsbrand"),
        ("Soﬁa", "Sofia"),
    ],
)
def test_what_is_written_in_another_way_is_kept_in_one(typed, kept):
    assert tidy_name(typed) == kept
    assert fault_of(kept) is None


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", NameFault.EMPTY),
        (" ... ", NameFault.EMPTY),
        ("Anna -", NameFault.EMPTY),
        ("\u3164", NameFault.SIGN),
        ("Anna\u3164", NameFault.SIGN),
        ("Anna\u115f", NameFault.SIGN),
        ("Anna\u1160", NameFault.SIGN),
        ("Anna\u2800", NameFault.SIGN),
        ("Anna\uffa0", NameFault.SIGN),
        ("Anna\ufe0f", NameFault.SIGN),
        ("Anna\U000e0100", NameFault.SIGN),
        ("Anna\ue000", NameFault.SIGN),
        ("Anna\u0378", NameFault.SIGN),
        ("Anna 🌷", NameFault.SIGN),
        ("Anna7", NameFault.SIGN),
        ("@anna", NameFault.SIGN),
        ("<b>Anna</b>", NameFault.SIGN),
        ("𝐀nna", NameFault.SIGN),
        ("Ａnna", NameFault.SIGN),
        ("Anna\u0336", NameFault.SIGN),
        ("ǀnna", NameFault.SIGN),
        ("\u0410nna", NameFault.MIXED),
        ("Ann\u03b1", NameFault.MIXED),
        ("Jean-\u041b\u0443\u043a", NameFault.MIXED),
        ("Anna" + "\u0301\u0302\u0303", NameFault.MARKS),
        ("\u0301Anna", NameFault.MARKS),
    ],
)
def test_what_hides_or_imitates_is_refused(typed, fault):
    assert fault_of(tidy_name(typed)) is fault


HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("aAàеЕοΟlI1'’-. \u0301\u0302\u0303\u3164\u115f\u200b\u202e\u2800🌷<&"),
    ),
    max_size=40,
)


@given(HOSTILE)
@example("\u3164")
@example("A\u0301\u0302\u0303")
def test_a_name_that_is_taken_holds_nothing_unseen_and_is_in_normal_form(text):
    name = tidy_name(text)
    assert tidy_name(name) == name
    if fault_of(name) is not None:
        return
    assert is_normalized("NFC", name)
    assert not {category(sign) for sign in name} & {"Cc", "Cf", "Cn", "Co", "Cs", "So", "Nd"}
    assert not BLANK & set(name)
    marks = 0
    for sign in name:
        marks = marks + 1 if category(sign).startswith("M") else 0
        assert marks <= MOST_MARKS
    for word in name.split(" "):
        assert one_script(word)
        assert any(sign.isalpha() for sign in word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna", "\u0410\u043dn\u0430".replace("\u043d", "n")),
        ("Anna", "ANNA"),
        ("Ilka", "lIka"),
        ("Marc", "\u041c\u0430r\u0441"),
        ("Éva", "Eva"),
        ("Anna Maria", "Annamaria"),
        ("Coca", "\u0421\u043e\u0441\u0430"),
        ("Jean-Luc", "Jean Luc"),
        ("Marna", "Mama"),
        ("Bo", "\u0392\u03bf"),
    ],
)
def test_names_that_look_alike_have_one_skeleton(one, other):
    assert skeleton(one) == skeleton(other)


def test_names_that_differ_have_not():
    names = ("Anna", "Hanna", "Anne", "Bob", "Ελένη", "Helena", "Georgi", "Marc", "Marco")
    assert len({skeleton(name) for name in names}) == len(names)


@given(HOSTILE)
def test_case_and_accents_never_count(text):
    assert skeleton(text) == skeleton(skeleton(text)) or not text.isascii()
    if text.isascii():
        assert skeleton(text.upper()) == skeleton(text.lower())
