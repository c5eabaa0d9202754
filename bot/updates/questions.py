"""The questions about an activity: how each is put, read and shown (docs/record.md)."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.chat.forms import reading
from bot.chat.forms.form import (
    Answers,
    Option,
    Prompt,
    Question,
    Reading,
    Refuse,
    Scene,
    Took,
    Value,
)
from bot.core import messages
from bot.core.messages import Button, Html, html
from bot.core.text_keys import Pattern
from bot.core.texts import DEFAULT, language_name
from bot.understanding.languages import OFFICIAL
from bot.understanding.places import understand_chamber, understand_partners
from bot.understanding.values import Expecting, Precision, When
from bot.updates import own_words
from bot.updates import service as updates
from bot.updates.callbacks import UPDATE, UpdateAction
from bot.updates.draft_rules import NOT_SAID
from bot.updates.own_words import MOST_PARTNERS, PLACE, SUMMARY, TITLE
from bot.updates.titles import title
from config.reference import reference
from storage import people
from storage import updates as stored
from storage.models import Format, Role

KIND = "project_update"
INSTITUTION, LABEL, URL = 120, 80, 300
OUTCOME, COOPERATION = 300, 200
MOST_CHAMBERS = 20
MOST_PEOPLE = 100_000
QUICK_PARTNERS = 6
PLANNED = ("planned",)
LOOKED_AT = 10
USUAL_REGIONS = ("WB", "EAST")
"""Whose countries are offered to a chamber that has not reported yet, with no meeting ahead."""


# --- in one's own words ------------------------------------------------------------------------


def _ask_words(scene: Scene) -> Prompt:
    """Return the first card of a report, with the ways to begin with what was reported before."""
    own = people.chambers_of(scene.session, scene.person.id) if scene.person else []
    found = [update for code in own for update in stored.of_chamber(scene.session, code, limit=1)]
    text = scene.texts("update-ask-words")
    if not found:
        return Prompt(text)
    last = max(found, key=lambda update: update.id)
    named = title(scene.texts, last, stored.partners_of(scene.session, last.id))
    same = messages.shorten(scene.texts.plain("update-same", title=named), 60)
    copies = Button(scene.texts.plain("update-copy"), UPDATE.data(UpdateAction.COPIES))
    return Prompt(text, beside=[Button(same, UPDATE.data(UpdateAction.COPY, last)), copies])


def _at_the_beginning(answers: Answers) -> bool:
    """Own words are asked for once, before anything else is known."""
    known = {name for name in answers if not name.startswith("_")}
    return known <= {own_words.STORY, *NOT_SAID}


def _opens(answers: Answers) -> bool:
    return own_words.is_told(answers) or _at_the_beginning(answers)


# --- chamber ---------------------------------------------------------------------------------


def _wants_chamber(answers: Answers) -> bool:
    """People with one chamber are not asked; the form of the update says who is."""
    return bool(answers.get("choose_chamber"))


def _ask_chamber(scene: Scene) -> Prompt:
    own = people.chambers_of(scene.session, scene.person.id) if scene.person else []
    options = [Option(code, _chamber(scene, code)) for code in own]
    any_chamber = scene.person is not None and scene.person.role is Role.COORDINATOR
    key = "update-ask-chamber-any" if any_chamber else "update-ask-chamber"
    return Prompt(scene.texts(key), options)


def _chamber(scene: Scene, code: str) -> str:
    return reference().chamber_label(code, scene.language)


def _may_report_for(scene: Scene, chamber_id: str) -> bool:
    person = scene.person
    return person is not None and updates.may_report(scene.session, person, chamber_id)


def _read_chamber(scene: Scene, text: str) -> Reading:
    """Read a chamber: one of one's own; a coordinator reports for any."""
    found = understand_chamber(text, languages=scene.languages)
    may = [match.code for match in found.matches if _may_report_for(scene, match.code)]
    if found.sure is not None and found.sure in may:
        return Took(found.sure)
    near = [(code, _chamber(scene, code)) for code in may]
    return reading.offer(scene, near[: reading.MOST_CHOICES])


# --- partners --------------------------------------------------------------------------------


def _ask_partners(scene: Scene) -> Prompt:
    return Prompt(
        scene.texts("update-ask-partners"),
        [Option(code, reference().partner_label(code, scene.language)) for code in _quick(scene)],
        columns=2,
    )


def _quick(scene: Scene) -> list[str]:
    """Return the partners that the chamber reported on last, then the next meeting's focus."""
    chamber_id = scene.answers.get("chamber", "")
    codes: dict[str, None] = {}
    latest = stored.of_chamber(scene.session, chamber_id, limit=LOOKED_AT)
    partners = stored.partners_of_each(scene.session, [update.id for update in latest])
    for update in latest:
        codes |= dict.fromkeys(filter(_is_offered, partners[update.id]))
    meeting = updates.next_meeting(scene.session, now=scene.now)
    for code in meeting.focus if meeting else ():
        codes |= dict.fromkeys(filter(_is_offered, reference().members(code)))
    codes |= dict.fromkeys(scene.answers.get("partners", []))
    for region in USUAL_REGIONS:
        codes |= dict.fromkeys(filter(_is_offered, reference().members(region)))
    return list(codes)[:QUICK_PARTNERS]


def _is_offered(code: str) -> bool:
    partner = reference().partner(code)
    return partner is not None and partner.active


def _read_partners(scene: Scene, text: str) -> Reading:
    """Read countries and regions with commas between them; a slip is offered, never taken."""
    codes: list[str] = []
    for found in understand_partners(text, languages=scene.languages):
        if found.sure is None:
            near = [
                ([*codes, match.code], reference().partner_label(match.code, scene.language))
                for match in found.matches[: reading.MOST_CHOICES]
            ]
            if not near:
                return Refuse(scene.texts("update-partner-unknown"))
            return reading.offer(scene, near)
        codes.append(found.sure)
    chosen = list(dict.fromkeys(codes))
    if not 0 < len(chosen) <= MOST_PARTNERS:
        return Refuse(scene.texts("form-enough", count=MOST_PARTNERS))
    return Took(chosen)


def _show_partners(scene: Scene, value: Value) -> Html:
    return html(", ".join(reference().partner_label(code, scene.language) for code in value))


# --- dates -----------------------------------------------------------------------------------


def _ask_dates(scene: Scene) -> Prompt:
    """Offer the days that are named most: today and before, or the months to come."""
    today = scene.now.astimezone(scene.zone).date()
    this, before = _month(today), _month(today.replace(day=1) - timedelta(days=1))
    after = _month(this.end + timedelta(days=1))
    later = _month(after.end + timedelta(days=1))
    days = [When(today - timedelta(days=back), today - timedelta(days=back)) for back in (0, 1)]
    status = scene.answers.get("status")
    usual = [this, after, later] if status in PLANNED else [*days, this, before]
    if status is None:
        usual.append(after)
    options = [
        Option(f"{when.precision.value}-{when.start:%Y%m%d}", reading.in_words(when, scene))
        for when in usual
    ]
    return Prompt(scene.texts("update-ask-dates"), options, columns=2)


def _month(day: date) -> When:
    last = monthrange(day.year, day.month)[1]
    return When(day.replace(day=1), day.replace(day=last), precision=Precision.MONTH)


def _pick_dates(scene: Scene, code: str) -> Reading:
    precision, _, first = code.partition("-")
    day = datetime.strptime(first, "%Y%m%d").replace(tzinfo=UTC).date()
    when = _month(day) if precision == Precision.MONTH else When(day, day)
    return Took(replace(when, zone=str(scene.zone)).to_json())


def _read_dates(scene: Scene, text: str) -> Reading:
    status = scene.answers.get("status")
    leaning = Expecting.FUTURE if status in PLANNED else Expecting.PAST
    if status is None:
        leaning = Expecting.EITHER
    return reading.dates(scene, text, zone=scene.zone, expecting=leaning)


def _show_dates(scene: Scene, value: Value) -> Html:
    when = When.from_json({**value, "start_time": None, "end_time": None})
    return html(reading.in_words(when, scene))


# --- numbers and languages -------------------------------------------------------------------


def _read_participants(scene: Scene, text: str) -> Reading:
    number = _number(text)
    if number is None or not 0 < number <= MOST_PEOPLE:
        return Refuse(scene.texts("update-number-unclear"))
    return Took(number)


def _read_women(scene: Scene, text: str) -> Reading:
    number = _number(text)
    total = scene.answers.get("participants")
    if number is None or (total is not None and number > total):
        return Refuse(scene.texts("update-women-unclear", total=total or 0))
    return Took(number)


def _number(text: str) -> int | None:
    digits = text.replace(" ", "")
    return int(digits) if digits.isdecimal() and len(digits) < 8 else None


def _show_number(scene: Scene, value: Value) -> Html:
    del scene
    return html(str(value))


def _ask_language(scene: Scene) -> Prompt:
    options = [Option(code, language_name(code)) for code in OFFICIAL]
    return Prompt(scene.texts("update-ask-summary-language"), options, columns=3)


def _read_language(scene: Scene, text: str) -> Reading:
    said = text.casefold()
    for code in OFFICIAL:
        if said in {code, language_name(code).casefold()}:
            return Took(code)
    return Refuse(scene.texts("form-not-recognised"))


def _wants_english(answers: Answers) -> bool:
    return answers.get("summary_language") != DEFAULT


# --- other chambers --------------------------------------------------------------------------


def _read_chambers(scene: Scene, text: str) -> Reading:
    codes: list[str] = []
    for part in text.replace(";", ",").split(","):
        if not part.strip():
            continue
        found = understand_chamber(part, languages=scene.languages)
        if found.sure is None:
            near = [([*codes, m.code], _chamber(scene, m.code)) for m in found.matches]
            if not near:
                return Refuse(scene.texts("update-chamber-unknown", what=part.strip()))
            return reading.offer(scene, near[: reading.MOST_CHOICES])
        codes.append(found.sure)
    if not codes:
        return Refuse(scene.texts("update-chamber-unknown", what=text.strip()))
    chosen = [code for code in dict.fromkeys(codes) if code != scene.answers.get("chamber")]
    if not chosen:
        return Refuse(scene.texts("update-chambers-own"))
    if len(chosen) > MOST_CHAMBERS:
        return Refuse(scene.texts("form-enough", count=MOST_CHAMBERS))
    return Took(chosen)


def _show_chambers(scene: Scene, value: Value) -> Html:
    codes = value if isinstance(value, list) else [value]
    return html(", ".join(_chamber(scene, code) for code in codes))


# --- how they are put ------------------------------------------------------------------------

PUT = Pattern("update-ask-{}")
"""How a question is put."""


def several(key: str, vocabulary: str, name: str, most: int) -> Question:
    """Return the question for up to *most* terms of a vocabulary."""
    return Question(
        name,
        suggest=own_words.suggest_codes(name, vocabulary),
        prompt=reading.asks_term(key, vocabulary),
        read=reading.terms(vocabulary, most),
        show=reading.show_term(vocabulary),
        several=most,
    )


def one(
    name: str, vocabulary: str, *, columns: int = 2, detail: bool = False, applies: Any = None
) -> Question:
    """Return the question for one term of a vocabulary; *detail*: behind *Add details*."""
    return Question(
        name,
        prompt=reading.asks_term(PUT.key(name), vocabulary, columns=columns),
        read=reading.term(vocabulary),
        show=reading.show_term(vocabulary),
        detail=detail,
        optional=detail,
        suggest=own_words.suggest_codes(name, vocabulary),
        **({"applies": applies} if applies else {}),
    )


def added(
    name: str,
    read: Callable[[Scene, str], Reading],
    show: Callable[[Scene, Any], Html],
    *,
    applies: Any = None,
) -> Question:
    """Return a question that is asked behind *Add details* alone, by its own reader."""
    return Question(
        name,
        prompt=reading.asks(PUT.key(name.replace("_", "-"))),
        read=read,
        show=show,
        optional=True,
        detail=True,
        **({"applies": applies} if applies else {}),
    )


def typed(
    name: str,
    limit: int,
    *,
    optional: bool = False,
    detail: bool = False,
    applies: Any = None,
    suggest: Any = None,
) -> Question:
    """Return the question for a typed text of at most *limit* characters (UTF-16 units)."""
    return Question(
        name,
        prompt=reading.asks(PUT.key(name.replace("_", "-"))),
        read=reading.short_text(limit) if limit > LABEL + 40 else reading.one_line(limit),
        long=limit > LABEL + 40,
        show=reading.show_text,
        optional=optional or detail,
        detail=detail,
        **({"applies": applies} if applies else {}),
        **({"suggest": suggest} if suggest else {}),
    )


def _is_other(answers: Answers) -> bool:
    return answers.get("programme") == "other"


def _has_place(answers: Answers) -> bool:
    return answers.get("format") in (Format.IN_PERSON, Format.HYBRID)


def _cooperates(answers: Answers) -> bool:
    return answers.get("cooperation") not in (None, "none")


def _title_is_due(answers: Answers) -> bool:
    """A title is made from the facts: where they were told, it comes after those in doubt."""
    return "title" in answers or not own_words.waits_for(answers, "partners", "kind", "themes")


def _status_is_due(answers: Answers) -> bool:
    """Where the activity was told, how far it is follows from its dates."""
    return "status" in answers or not own_words.waits_for(answers, "dates")


WORDS_QUESTION = Question(
    own_words.STORY,
    prompt=_ask_words,
    read=own_words.read,
    show=reading.show_text,
    optional=True,
    opening=True,
    skip="update-words-skip",
    applies=_opens,
)
"""Asks for the whole activity in one's own words; what is understood answers the others."""
CHAMBER_QUESTION = Question(
    "chamber",
    prompt=_ask_chamber,
    read=_read_chamber,
    show=_show_chambers,
    applies=lambda answers: "chamber" in answers or _wants_chamber(answers),
    settled=lambda answers: not _wants_chamber(answers),
)
TITLE_QUESTION = typed("title", TITLE, applies=_title_is_due, suggest=own_words.suggest_title)
PARTNERS_QUESTION = Question(
    "partners",
    prompt=_ask_partners,
    read=_read_partners,
    show=_show_partners,
    several=MOST_PARTNERS,
    suggest=own_words.suggest_codes("partners"),
)
PROGRAMME_LABEL_QUESTION = typed("programme_label", LABEL, applies=_is_other)
STATUS_QUESTION = one("status", "status", applies=_status_is_due)
DATES_QUESTION = Question(
    "dates",
    prompt=_ask_dates,
    read=_read_dates,
    pick=_pick_dates,
    show=_show_dates,
    suggest=own_words.suggest_dates,
)
PLACE_QUESTION = typed(
    "place", PLACE, optional=True, applies=_has_place, suggest=own_words.suggest_place
)
OTHER_CHAMBERS_QUESTION = added("other_chambers", _read_chambers, _show_chambers)
PARTICIPANTS_QUESTION = added("participants", _read_participants, _show_number)
WOMEN_QUESTION = added("women", _read_women, _show_number)
SUMMARY_LANGUAGE_QUESTION = Question(
    "summary_language",
    prompt=_ask_language,
    read=_read_language,
    show=lambda _, value: messages.html(language_name(value)),
    optional=True,
    detail=True,
)
SUMMARY_EN_QUESTION = typed("summary_en", SUMMARY, detail=True, applies=_wants_english)
COOPERATION_TEXT_QUESTION = typed("cooperation_text", COOPERATION, detail=True, applies=_cooperates)
URL_QUESTION = added("url", reading.link(URL), reading.show_link)
IPEX_URL_QUESTION = added(
    "ipex_url",
    reading.link(URL),
    reading.show_link,
    applies=lambda answers: answers.get("sharing") == "on_ipex",
)
