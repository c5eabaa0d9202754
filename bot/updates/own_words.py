"""An activity told in the writer's own words: what was understood becomes the answers of a draft.

Under the name of the opening question the draft keeps a story: the text, each answer that it gave
with the words it came from, and what is in doubt. Only what is missing or in doubt is asked.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

from bot.chat.forms import reading
from bot.chat.forms.form import Fill, Propose, Reading, Refuse, Scene, Value
from bot.core import messages
from bot.core.messages import Html
from bot.core.text_keys import FORM_LABEL
from bot.understanding.findings import Activity, Candidates, Match
from bot.understanding.languages import OFFICIAL
from bot.understanding.values import Doubt, When
from bot.updates import titles
from bot.updates.draft_rules import NOT_SAID
from config.reference import reference
from storage import forms
from storage.models import Form

STORY = "words"
"""The opening question, and the name of its answer."""
TITLE, SUMMARY, PLACE = 120, 600, 80
"""Most characters (UTF-16 units) of each."""
PLACE_NAME = "place"
SURE_OF_PLACE = 0.7
SHORTEST_SUMMARY = 40
"""A text of fewer characters may be a title: it does not say what happened, and for whom."""
MOST_THEMES, MOST_PARTNERS = 3, 10
SENTENCE_ENDS = ".!?…;"


# --- from a text to answers --------------------------------------------------------------------


def read(scene: Scene, text: str) -> Reading:
    """Return the answers that *text* gives; further activities in it are further drafts.

    A text that is read again, because it was edited, leaves what was given by hand.
    """
    found = activities(scene, text)
    if not found:
        return Refuse(scene.texts("update-words-unclear"))
    kept = by_hand(scene.answers)
    who = {name: kept.pop(name) for name in NOT_SAID if name in kept}
    chamber_id = who.get("chamber")
    drafts = [answers(activity, chamber_id=chamber_id) for activity in found]
    for at, draft in enumerate(drafts, start=1):
        draft[STORY] |= {"at": at, "of": len(drafts), "with": scene.form.id}
    first, *others = (who | draft for draft in drafts)
    waiting = [Fill(other, _needless(other)) for other in others]
    return Fill(first | kept, _needless(first), waiting)


def _needless(given: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the optional questions that are not put: a place that nobody mentioned."""
    known = {*given, *story_of(given)["doubts"]}
    return () if PLACE_NAME in known else (PLACE_NAME,)


def by_hand(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers of a draft that did not come from its text."""
    found = story_of(given).get("found") or {}
    return {
        name: value
        for name, value in given.items()
        if name != STORY
        and not name.startswith("_")
        and (name not in found or found[name][0] != value)
        and not (name == "status" and is_told(given))
    }


def activities(scene: Scene, text: str) -> list[Activity]:
    """Return the activities that *text* tells of; a text that says a little of one gives that."""
    return scene.readings.of(
        told_in(text),
        lambda: understood_of(text, languages=scene.languages, now=scene.now, zone=scene.zone),
    )


def told_in(text: str) -> tuple[str, str]:
    """Return what the readings know the activities in a text by."""
    return "activities", text


def understood_of(
    text: str, *, languages: Sequence[str], now: datetime, zone: ZoneInfo
) -> list[Activity]:
    """Return what :func:`activities` does, read now."""
    # 2 MiB: the first text loads it.
    from bot.understanding.activity import split_activities, understand_activity

    found = split_activities(text, languages=languages, now=now, zone=zone)
    if found:
        return found
    one = understand_activity(text, languages=languages, now=now, zone=zone)
    return [one] if says_anything(one) else []


def says_anything(activity: Activity) -> bool:
    """Tell whether anything but a bare date was understood."""
    return bool(
        activity.partners
        or activity.partner_questions
        or activity.kind.matches
        or activity.themes
        or activity.theme_questions
        or activity.programme.matches
    )


def answers(activity: Activity, *, chamber_id: str | None = None) -> dict[str, Any]:
    """Return the answers that one activity gives, with the story that they come from.

    *chamber_id* is the chamber that reports it, where that is known.
    """
    given: dict[str, tuple[Value, str]] = {}
    doubts: dict[str, Any] = {}
    _codes("partners", activity.partners, activity.partner_questions, given, doubts)
    _codes("themes", activity.themes, activity.theme_questions, given, doubts)
    for name in ("kind", "programme", "role"):
        _one(name, getattr(activity, name), given, doubts)
    _dates(activity, given, doubts)
    _how_and_where(activity, chamber_id, given, doubts)
    _texts(activity, given, doubts)
    stated = activity.status.sure
    # A status that was read off dates which are in doubt would be in doubt as well.
    if stated is not None and ("dates" in given or not _follows_from_dates(activity)):
        given["status"] = stated, _words(activity.status.matches)
    elif stated is None:
        _one("status", activity.status, given, doubts)
    story = {
        "found": {name: [value, words] for name, (value, words) in given.items()},
        "doubts": doubts,
    }
    return {STORY: story} | {name: value for name, (value, _) in given.items()}


def _codes(
    name: str,
    sure: Sequence[Match],
    questions: Sequence[Candidates],
    given: dict[str, tuple[Value, str]],
    doubts: dict[str, Any],
) -> None:
    """Take several codes, or note which words may mean which of them."""
    most = MOST_THEMES if name == "themes" else MOST_PARTNERS
    # A country that is named twice counts once, where it was named first.
    codes = list(dict.fromkeys(match.code for match in sure))[:most]
    open_questions = [
        candidates
        for candidates in questions
        # What may mean a country that is certain already is no question any more.
        if candidates.matches and not set(candidates.codes) & set(codes)
    ]
    if open_questions and len(codes) < most:
        doubts[name] = {
            "sure": codes,
            "words": _words([*sure, *(found.matches[0] for found in open_questions)]),
            "asked": [found.matches[0].words for found in open_questions],
            "codes": [list(dict.fromkeys(found.codes)) for found in open_questions],
        }
    elif codes:
        given[name] = codes, _words(sure)


def _one(
    name: str,
    found: Candidates,
    given: dict[str, tuple[Value, str]],
    doubts: dict[str, Any],
) -> None:
    """Take one code, or note between which ones the words leave the choice."""
    if found.sure is not None:
        given[name] = found.sure, _words(found.matches)
    elif found.matches:
        codes = list(dict.fromkeys(match.code for match in found.matches))
        doubts[name] = {
            "words": _words(found.matches),
            "asked": [found.matches[0].words],
            "codes": codes,
        }


def _dates(activity: Activity, given: dict[str, tuple[Value, str]], doubts: dict[str, Any]) -> None:
    """Take a date that leaves no doubt; any other is read back first."""
    dates = activity.dates
    if dates is None or not dates.readings:
        return
    # A date is never taken that could be meant otherwise, however likely it is.
    if dates.sure is not None and not dates.doubts:
        given["dates"] = _day(dates.sure).to_json(), bare(dates.words)
        return
    doubts["dates"] = {
        "words": bare(dates.words),
        "readings": [_day(when).to_json() for when in reading.both_orders(dates)],
        "doubts": [doubt.value for doubt in dates.doubts],
    }


def _day(when: When) -> When:
    """Return the days alone: an activity has no hours."""
    return When(when.start, when.end, precision=when.precision, zone=when.zone)


def _how_and_where(
    activity: Activity,
    chamber_id: str | None,
    given: dict[str, tuple[Value, str]],
    doubts: dict[str, Any],
) -> None:
    """Take the place, and the format that follows from it; what is only named is asked about."""
    place = activity.place
    if place is None:
        return
    words = bare(place.words)
    if place.code == "online":
        given["format"] = "online", words
        return
    is_sure = place.confidence >= SURE_OF_PLACE
    if place.code == chamber_id and not is_sure:
        # The writer's own chamber: guests are received there, experts set out from there.
        term = reference().term("kind", activity.kind.sure or "")
        is_sure = term is not None and term.direction == "incoming"
        if term is not None and term.direction == "outgoing":
            return
    # So long a place is half a sentence: better none than that.
    if messages.units(words) > PLACE:
        return
    if not is_sure:
        doubts[PLACE_NAME] = {"words": words, "codes": [words]}
        return
    given["format"] = "in_person", words
    given[PLACE_NAME] = words, words


def _texts(
    activity: Activity,
    given: dict[str, tuple[Value, str]],
    doubts: dict[str, Any],
) -> None:
    """Take the text itself as the summary, a short one as the title; propose what is missing."""
    text = activity.text.strip()
    if len(text) < SHORTEST_SUMMARY:
        # A few words make a title, and are too little for a summary.
        if len(text.split()) > 1:
            doubts["title"] = {"text": _first_words(text), "own": True}
        return
    if activity.language in OFFICIAL:
        given["summary_language"] = activity.language, ""
    if messages.units(text) <= SUMMARY:
        given["summary"] = text, ""
    else:
        doubts["summary"] = {"length": messages.units(text), "text": _first_sentences(text)}
    doubts["title"] = {"text": _first_words(text)}


def _first_sentences(text: str) -> str:
    """Return as many whole sentences as a summary holds, or its words with an ellipsis."""
    kept = messages.shorten(text, SUMMARY)
    last = max(kept.rfind(f"{end} ") for end in SENTENCE_ENDS)
    last = max(last, kept.rfind(".\n"))
    # A short first sentence before a very long one would leave nearly nothing.
    return kept[: last + 1].rstrip(" ;") if last >= SUMMARY // 3 else kept


def _first_words(text: str) -> str:
    """Return the beginning of a text as a title: its first sentence, cut between words."""
    line = " ".join(text.split())
    ends = [at for end in SENTENCE_ENDS if (at := line.find(f"{end} ")) > 0]
    first = (line[: min(ends)] if ends else line).rstrip(SENTENCE_ENDS + " ")
    if messages.units(first) <= TITLE:
        return first
    kept = messages.shorten(first, TITLE).removesuffix("…")
    return (kept.rpartition(" ")[0] or kept).rstrip(" ,;:–-(") + "…"


def _words(matches: Sequence[Match]) -> str:
    """Return the words that say it, each once, in the order of the text."""
    ordered = sorted(matches, key=lambda match: match.start)
    return ", ".join(dict.fromkeys(bare(match.words) for match in ordered if match.words))


def bare(words: str) -> str:
    """Return words without the signs that stood around them in their sentence."""
    return words.strip(' \t\n.,;:!?()[]«»“”"')


def _follows_from_dates(activity: Activity) -> bool:
    """Tell whether the status was read off the dates; it waits until they are sure."""
    dates, matches = activity.dates, activity.status.matches
    return dates is not None and bool(matches) and matches[0].start == dates.start


# --- what is put before a question -------------------------------------------------------------


def story_of(answers: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the story of a draft; an empty one where it was not told in own words."""
    return answers.get(STORY) or {}


def is_told(answers: Mapping[str, Any]) -> bool:
    """Tell whether a draft was told in own words."""
    return bool(story_of(answers))


def waits_for(answers: Mapping[str, Any], *names: str) -> bool:
    """Tell whether a draft told in own words has still to be asked one of these first."""
    return is_told(answers) and any(name not in answers for name in names)


def suggest_codes(name: str, vocabulary: str | None = None) -> Any:
    """Return what is offered before a question about codes: what the words may mean."""

    def suggest(scene: Scene) -> Propose | None:
        doubt = _doubt(scene, name)
        choices = _code_choices(scene, doubt, name, vocabulary) if doubt else []
        if not doubt or not choices:
            return None
        label = scene.texts(FORM_LABEL.key("project_update", name))
        asked = ", ".join(doubt["asked"])
        return Propose(scene.texts("update-words-doubt", label=label, words=asked), choices)

    return suggest


def _code_choices(
    scene: Scene, doubt: Mapping[str, Any], name: str, vocabulary: str | None
) -> list[tuple[Value, str]]:
    def label(code: str) -> str:
        if vocabulary is None:
            return reference().partner_label(code, scene.language)
        return reference().short_label(vocabulary, code, scene.language)

    if "sure" not in doubt:
        return [(code, label(code)) for code in doubt["codes"][: reading.MOST_CHOICES]]
    most = MOST_THEMES if name == "themes" else MOST_PARTNERS
    ways = [list(way) for way in product(*doubt["codes"])]
    if name == "themes" and len(doubt["codes"]) == 1:
        ways.append(list(doubt["codes"][0]))
    choices = []
    for way in ways[: reading.MOST_CHOICES]:
        codes = list(dict.fromkeys([*doubt["sure"], *way]))
        if len(codes) <= most:
            choices.append((codes, " + ".join(label(code) for code in dict.fromkeys(way))))
    return choices


def suggest_dates(scene: Scene) -> Propose | None:
    """Return the date in doubt as it is read back, or its readings to choose from."""
    doubt = _doubt(scene, "dates")
    if doubt is None:
        return None
    readings = [When.from_json(stored) for stored in doubt["readings"]]
    doubts = [Doubt(value) for value in doubt["doubts"]]
    said = scene.texts("update-words-said", words=doubt["words"])
    proposed = reading.read_back(scene, readings, doubts)
    return Propose(Html(f"{said}\n{proposed.text}"), proposed.choices)


def suggest_place(scene: Scene) -> Propose | None:
    """Return a place that is named, though not said to be where it was."""
    doubt = _doubt(scene, PLACE_NAME)
    if doubt is None:
        return None
    words = doubt["words"]
    return Propose(scene.texts("update-words-place", words=words), [(words, words)])


def suggest_title(scene: Scene) -> Propose | None:
    """Return a title made from the facts, or from the first words."""
    doubt = _doubt(scene, "title")
    if doubt is None:
        return None
    title = doubt["text"] if doubt.get("own") else made_title(scene) or doubt["text"]
    return Propose(scene.texts("update-words-title", title=title), [(title, title)])


def made_title(scene: Scene) -> str | None:
    """Return a title of kind, partners and themes, or None where they are not known."""
    answers = scene.answers
    if not answers.get("kind") or not answers.get("partners"):
        return None
    title = titles.made(
        scene.texts, answers["kind"], answers["partners"], answers.get("themes", [])
    )
    return title if messages.units(title) <= TITLE else None


def suggest_summary(scene: Scene) -> Propose | None:
    """Return the first sentences of a text that is too long for a summary."""
    doubt = _doubt(scene, "summary")
    if doubt is None:
        return None
    text = scene.texts(
        "update-words-summary", length=doubt["length"], limit=SUMMARY, summary=doubt["text"]
    )
    return Propose(text, [(doubt["text"], doubt["text"])])


def _doubt(scene: Scene, name: str) -> Mapping[str, Any] | None:
    found: Mapping[str, Any] | None = (story_of(scene.answers).get("doubts") or {}).get(name)
    return found


# --- what follows, and what is shown -----------------------------------------------------------


def settle(scene: Scene) -> None:
    """Add how far the activity is, once its dates are known, where the text did not say it."""
    answers = scene.answers
    if not is_told(answers) or "status" in answers or "dates" not in answers:
        return
    if _doubt(scene, "status") is not None:
        return  # it was moved or cancelled: its dates do not say
    when, today = When.from_json(answers["dates"]), scene.now.astimezone(scene.zone).date()
    # Today in the writer's zone: in Nicosia tomorrow has begun when in Dublin it has not.
    ahead, over = when.start > today, when.end < today
    status = "planned" if ahead else "completed" if over else "ongoing"
    scene.form.answers = {**answers, "status": status}


def understood(scene: Scene, values: Mapping[str, Html]) -> Html | None:
    """Return the line that says what was understood so far, while the rest is asked."""
    if not is_told(scene.answers) or not values:
        return None
    return scene.texts("update-words-known", known=Html(" · ".join(values.values())))


def words_of(scene: Scene, name: str) -> str | None:
    """Return the words that an answer came from, unless it was given or changed by hand."""
    answer, story = scene.answers.get(name), story_of(scene.answers)
    value, words = (story.get("found") or {}).get(name, (None, ""))
    if words:
        return str(words) if value == answer else None
    doubt = _doubt(scene, name)
    if doubt is None or not doubt.get("words"):
        return None
    possible = doubt.get("readings") or _possible(doubt)
    return str(doubt["words"]) if answer in possible else None


def _possible(doubt: Mapping[str, Any]) -> list[Value]:
    codes = doubt.get("codes") or []
    if "sure" not in doubt:
        return list(codes)
    ways = [list(way) for way in product(*codes)] + [list(codes[0])]
    return [list(dict.fromkeys([*doubt["sure"], *way])) for way in ways]


def shown(scene: Scene, name: str, value: Html) -> Html:
    """Return a value for the review card, with the words that it came from."""
    words = words_of(scene, name)
    if words is None or words.casefold() == messages.plain(value).casefold():
        return value
    return scene.texts("update-words-from", value=value, words=words)


def position(answers: Mapping[str, Any]) -> tuple[int, int] | None:
    """Return which draft this is of how many from one text; None for a single one."""
    story = story_of(answers)
    return (story["at"], story["of"]) if story.get("of", 1) > 1 else None


def companions(scene: Scene) -> list[Form]:
    """Return the drafts of the same text that wait: those after this one, then those before."""
    story = story_of(scene.answers)
    if story.get("of", 1) < 2:
        return []
    waiting = [
        form
        for form in forms.left(scene.session, scene.form.telegram_id, scene.form.kind)
        if form.id != scene.form.id and story_of(form.answers).get("with") == story["with"]
    ]
    at = story["at"]
    return sorted(waiting, key=lambda form: ((n := story_of(form.answers)["at"]) < at, n))
