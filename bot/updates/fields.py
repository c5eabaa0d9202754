"""What an update says: each field once, from its question to the card, the history and the export.

A new field is a line here, its question's texts, and a column with its migration
(docs/extending.md).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.chat.forms.fields import (
    Drawn,
    Field,
    Fields,
    Goes,
    Kept,
    Part,
    Said,
    Shown,
    Stored,
)
from bot.core import times
from bot.core.messages import Html
from bot.core.text_keys import Family, Pattern
from bot.core.texts import Texts, language_name
from bot.understanding.towns import town
from bot.understanding.values import Precision, When
from bot.updates import own_words, titles
from bot.updates import questions as ask
from config.reference import reference
from storage.models import ProjectUpdate, UpdatePartner, UpdateTheme

KEPT = Goes.HISTORY | Goes.EXPORT
SHOWN = Goes.CARD | KEPT
"""On the card, in the history and in the export."""
COPIED = SHOWN | Goes.COPY
"""A copy of an update takes it over; title, status, dates and summary are asked anew."""


# --- answers and columns -------------------------------------------------------------------------


def _days(said: Said) -> Mapping[str, Any]:
    """Return the days alone, both of the precision that was said."""
    when = When.from_json({**said.answers["dates"], "start_time": None, "end_time": None})
    precision = when.precision.value
    return {
        "start": when.start,
        "start_precision": precision,
        "end": when.end,
        "end_precision": precision,
    }


def _dates(update: ProjectUpdate) -> Mapping[str, Any]:
    precision = Precision(update.start_precision)
    return {"dates": When(update.start, update.end, precision=precision).to_json()}


def _summary_language(said: Said) -> Mapping[str, Any]:
    """Return the language of the summary: the writer's unless another is said."""
    return {"summary_language": said.answers.get("summary_language", said.language)}


# --- in words ------------------------------------------------------------------------------------


def _term(vocabulary: str, name: str) -> Drawn:
    """Return how one term of a vocabulary is drawn; *name* is its column."""
    return Drawn(words=_term_words(vocabulary, name))


def _term_words(vocabulary: str, name: str) -> Callable[[Shown], str]:
    def words(shown: Shown) -> str:
        code = getattr(shown.row, name)
        return reference().label(vocabulary, str(code), shown.texts.language) if code else ""

    return words


def _chambers(codes: Sequence[str], shown: Shown) -> str:
    return ", ".join(reference().chamber_label(code, shown.texts.language) for code in codes)


def _partners(shown: Shown) -> str:
    codes, language = shown.codes["partners"], shown.texts.language
    return ", ".join(reference().partner_label(code, language) for code in codes)


def _themes(shown: Shown) -> str:
    codes, language = shown.codes["themes"], shown.texts.language
    return ", ".join(reference().label("theme", code, language) for code in codes)


def _place(shown: Shown) -> str:
    """Return the place in words; a town of the countries concerned by its name."""
    row, language = shown.row, shown.texts.language
    if not row.place:
        return ""
    chambers = [row.chamber_id, *row.other_chambers]
    countries = {chamber.partition("-")[0] for chamber in chambers}
    for code in shown.codes["partners"]:
        countries.update(reference().members(code))
    return town(row.place, language, countries)


def period(update: ProjectUpdate, language: str) -> str:
    """Return the days of an activity in words."""
    return times.period(update.start, update.end, update.start_precision, language)


COUNTED = Family("update-{}", ("participants", "women"))
"""How many people took part, by the column that holds the number."""


def _count(name: str) -> Callable[[Shown], str]:
    """Return how a number of people is said; *name* is its column."""

    def words(shown: Shown) -> str:
        count = getattr(shown.row, name)
        return shown.texts.plain(COUNTED.key(name), count=count) if count is not None else ""

    return words


def _beside(texts: Texts, words: str, more: str) -> str:
    del texts
    return f"{words}, {more}" if words else more


def _label_and_more(texts: Texts, words: str, more: str) -> str:
    return texts.plain("label-and-more", label=words, more=more) if words else ""


def _heading(shown: Shown, words: str) -> Html:
    del words
    title = titles.title(shown.texts, shown.row, shown.codes["partners"])
    return shown.texts("update-heading", ref=shown.row.ref, title=title)


def _summary(shown: Shown, words: str) -> Html:
    language = language_name(shown.row.summary_language)
    return shown.texts("update-summary", summary=words, language=language)


def _summary_en(shown: Shown, words: str) -> Html:
    return shown.texts("update-summary-en", summary=words)


# --- the fields ----------------------------------------------------------------------------------

UPDATE_FIELDS = Fields(
    model=ProjectUpdate,
    label=Pattern("project_update-{}-label"),
    fields=(
        Field(
            "chamber",
            Goes.CARD | Goes.EXPORT | Goes.COPY,
            ask.CHAMBER_QUESTION,
            stored=Stored(columns=("chamber_id",), fixed=True),
            drawn=Drawn(words=lambda shown: _chambers([shown.row.chamber_id], shown)),
        ),
        Field("title", SHOWN, ask.TITLE_QUESTION, drawn=Drawn(line=_heading, part=Part.HEADING)),
        Field(
            "partners",
            COPIED,
            ask.PARTNERS_QUESTION,
            stored=Stored(codes_in=UpdatePartner),
            drawn=Drawn(words=_partners),
        ),
        Field("kind", COPIED, ask.one("kind", "kind"), drawn=_term("kind", "kind")),
        Field(
            "themes",
            COPIED,
            ask.several("update-ask-themes", "theme", "themes", own_words.MOST_THEMES),
            stored=Stored(codes_in=UpdateTheme),
            drawn=Drawn(words=_themes),
        ),
        Field(
            "programme",
            COPIED,
            ask.one("programme", "programme"),
            drawn=_term("programme", "programme"),
        ),
        Field(
            "programme_label",
            COPIED,
            ask.PROGRAMME_LABEL_QUESTION,
            drawn=Drawn(within="programme", join=_label_and_more),
        ),
        Field("status", SHOWN, ask.STATUS_QUESTION, drawn=_term("status", "status")),
        Field(
            "dates",
            SHOWN,
            ask.DATES_QUESTION,
            stored=Stored(
                columns=("start", "start_precision", "end", "end_precision"),
                to_columns=_days,
                to_answers=_dates,
            ),
            drawn=Drawn(words=lambda shown: period(shown.row, shown.texts.language)),
        ),
        Field(
            "format",
            COPIED,
            ask.one("format", "format", columns=3),
            drawn=_term("format", "format"),
        ),
        Field(
            "place",
            SHOWN,
            ask.PLACE_QUESTION,
            drawn=Drawn(words=_place, within="format", join=_beside),
        ),
        Field(
            "summary",
            SHOWN,
            ask.typed("summary", own_words.SUMMARY, suggest=own_words.suggest_summary),
            drawn=Drawn(line=_summary, part=Part.BLOCK),
        ),
        Field(
            "partner_institution",
            SHOWN,
            ask.typed("partner_institution", ask.INSTITUTION, detail=True),
            drawn=Drawn(after="partners"),
        ),
        Field(
            "role",
            KEPT | Goes.COPY,
            ask.one("role", "role", detail=True),
            stored=Stored(default="partner"),
        ),
        Field(
            "other_chambers",
            SHOWN,
            ask.OTHER_CHAMBERS_QUESTION,
            stored=Stored(default=[]),
            drawn=Drawn(words=lambda shown: _chambers(shown.row.other_chambers, shown)),
        ),
        Field(
            "audience",
            SHOWN,
            ask.one("audience", "audience", columns=1, detail=True),
            drawn=_term("audience", "audience"),
        ),
        Field(
            "participants",
            SHOWN,
            ask.PARTICIPANTS_QUESTION,
            drawn=Drawn(words=_count("participants"), within="audience", join=_beside),
        ),
        Field(
            "women",
            SHOWN,
            ask.WOMEN_QUESTION,
            drawn=Drawn(words=_count("women"), within="audience", join=_beside),
        ),
        Field(
            "summary_language",
            SHOWN,
            ask.SUMMARY_LANGUAGE_QUESTION,
            stored=Stored(to_columns=_summary_language),
            drawn=Drawn(within="summary"),
        ),
        Field(
            "summary_en",
            SHOWN,
            ask.SUMMARY_EN_QUESTION,
            drawn=Drawn(line=_summary_en, part=Part.BLOCK),
        ),
        Field("outcome", SHOWN, ask.typed("outcome", ask.OUTCOME, detail=True)),
        Field(
            "cooperation",
            SHOWN,
            ask.one("cooperation", "cooperation", detail=True),
            drawn=_term("cooperation", "cooperation"),
        ),
        Field(
            "cooperation_text",
            SHOWN,
            ask.COOPERATION_TEXT_QUESTION,
            drawn=Drawn(within="cooperation", join=_label_and_more),
        ),
        Field("url", SHOWN, ask.URL_QUESTION),
        Field(
            "sharing",
            SHOWN,
            ask.one("sharing", "sharing", columns=1, detail=True),
            stored=Stored(default="network"),
            drawn=_term("sharing", "sharing"),
        ),
        Field("ipex_url", SHOWN, ask.IPEX_URL_QUESTION),
    ),
    kept=(
        Kept("id", Goes.EXPORT),
        Kept("seal"),
        Kept("ref", Goes.EXPORT),
        Kept("project_id", Goes.EXPORT),
        Kept("author_id"),
        Kept("meeting_id", Goes.EXPORT),
        Kept("dac_code", Goes.EXPORT),
        Kept("state", Goes.EXPORT),
        Kept("version", Goes.EXPORT),
        Kept("created_at", Goes.EXPORT),
        Kept("updated_at", Goes.EXPORT),
    ),
)
