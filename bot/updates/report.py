"""Reporting an activity: the record of docs/record.md, one question at a time, then one card."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from bot.chat.callback_data import OldButton
from bot.chat.forms.fields import Said, Values
from bot.chat.forms.form import Done, Ending, Finishing, Flow, GoOn, Option, Scene, asked
from bot.core.access import Access
from bot.core.messages import Html, html
from bot.core.text_keys import FORM_LABEL
from bot.core.texts import DEFAULT
from bot.updates import card as update_card
from bot.updates import own_words
from bot.updates import questions as activity_questions
from bot.updates import service as updates
from bot.updates.draft_rules import says_something
from bot.updates.fields import UPDATE_FIELDS
from bot.updates.service import ChangedMeanwhile, NotYours, Withdrawn
from storage import people
from storage import updates as stored
from storage.models import Person, ProjectUpdate, Role

KIND = activity_questions.KIND


def who_reports(session: Session, person: Person, language: str) -> dict[str, Any]:
    """Return the answers that follow from who asks, in which *language*.

    One chamber is not asked for, and the summary is in the person's language unless it is said.
    """
    own = people.chambers_of(session, person.id)
    is_clear = len(own) == 1 and person.role is Role.CORRESPONDENT
    chamber = {"chamber": own[0]} if is_clear else {"choose_chamber": True}
    return chamber | {"summary_language": language}


def answers_of(session: Session, update: ProjectUpdate) -> dict[str, Any]:
    """Return an update as the answers that would make it, with the version they start from."""
    codes = stored.codes_of(session, UPDATE_FIELDS.links, update.id)
    return UPDATE_FIELDS.answers(update, codes) | {"based_on": update.version}


def _title(scene: Scene) -> Html:
    """Return the header's words; drafts that came together are counted."""
    position = own_words.position(scene.answers)
    title = scene.texts("project_update-title")
    if position is None:
        return title
    return scene.texts("update-title-of", title=title, at=position[0], of=position[1])


# --- review and end --------------------------------------------------------------------------


def _says_something(scene: Scene) -> bool:
    """Tell whether leaving would lose anything: an answer, or a change of what was submitted."""
    found = stored.get(scene.session, scene.form.subject_id) if scene.form.subject_id else None
    if found is not None:
        said = {name: value for name, value in scene.answers.items() if not name.startswith("_")}
        return said != answers_of(scene.session, found)
    return says_something(scene.answers)


def _suggested(scene: Scene) -> list[str]:
    """Return the details that are worth a tap: what came of it, and English for the dossier."""
    found = ["outcome"] if scene.answers.get("status") == "completed" else []
    if scene.answers.get("summary_language", scene.language) != DEFAULT:
        found.append("summary_en")
    return [name for name in found if name not in scene.answers]


def _review(scene: Scene) -> Html:
    """Return every answer, the mandatory footnotes once at the foot."""
    lines = Html("\n".join(_lines(scene)))
    notes = update_card.footnotes(scene.answers["partners"], scene.language)
    position = own_words.position(scene.answers)
    heading = (
        scene.texts("update-review-of", at=position[0], of=position[1])
        if position
        else scene.texts("update-review")
    )
    parts = [heading, lines, *(Html(f"<i>{html(note)}</i>") for note in notes)]
    return Html("\n\n".join(parts))


def _lines(scene: Scene) -> list[Html]:
    """Return a line for each answer, with the words it came from where it was told."""
    return [
        scene.texts(
            "form-field",
            label=scene.texts(FORM_LABEL.key(KIND, question.name)),
            value=own_words.shown(
                scene, question.name, question.show(scene, scene.answers[question.name])
            ),
        )
        for question in asked(FLOW, scene.answers)
        if question.name in scene.answers and not question.opening
    ]


SAID_FIRST = ("kind", "partners", "themes", "programme", "dates", "place")


def _note(scene: Scene) -> Html | None:
    """Return what was understood of an activity that was told, for the cards that ask more."""
    values = {
        name: question.show(scene, scene.answers[name])
        for name in SAID_FIRST
        if name in scene.answers and (question := FLOW.question(name)) is not None
    }
    return own_words.understood(scene, values)


def _own_options(scene: Scene) -> Sequence[Option]:
    """Offer to leave this draft for later where others of the same text wait."""
    if not own_words.companions(scene):
        return ()
    return [Option("later", scene.texts.plain("update-later"))]


def _own_pick(finishing: Finishing, code: str) -> Ending:
    waiting = own_words.companions(finishing.scene)
    if code != "later" or not waiting:
        raise OldButton(code)
    return GoOn(waiting[0], waits=True)


def _finish(finishing: Finishing) -> Ending:
    """Submit a new update, or save another version of one."""
    scene = finishing.scene
    made = UPDATE_FIELDS.values(Said(scene.answers, scene.language, str(scene.zone)))
    if scene.form.subject_id is None:
        return _submit(finishing, made)
    found = stored.get(scene.session, scene.form.subject_id)
    if found is None:
        finishing.request.show(scene.texts("update-gone"))
    else:
        _revise(finishing, found, made)
    return Done()


def _submit(finishing: Finishing, made: Values) -> Ending:
    """Keep a new update; the next of those that were told together is gone on with."""
    scene, request = finishing.scene, finishing.request
    try:
        update = updates.submit(
            scene.session, scene.runtime.network, made, by=request.member, now=request.now
        )
    except NotYours:
        request.show(scene.texts("update-gone"))
        return Done()
    request.show(*update_card.submitted(scene.session, scene.texts, update))
    waiting = own_words.companions(scene)
    return GoOn(waiting[0]) if waiting else Done()


def _revise(finishing: Finishing, found: ProjectUpdate, made: Values) -> None:
    """Save another version, unless somebody else saved one since the form was begun."""
    scene, request = finishing.scene, finishing.request
    try:
        updates.revise(
            scene.session,
            scene.runtime.network,
            found,
            made,
            version=scene.answers["based_on"],
            by=request.member,
            now=request.now,
        )
    except ChangedMeanwhile:
        request.say(scene.texts("update-changed-meanwhile"))
    except (Withdrawn, NotYours):
        request.show(scene.texts("update-gone"))
        return
    else:
        request.toast(scene.texts("update-saved"))
    # Either way the card shows what is saved now, which may be the other person's version.
    request.show(*update_card.card(scene.session, scene.texts, found, may_change=True))


FLOW = Flow(
    kind=KIND,
    questions=(activity_questions.WORDS_QUESTION, *UPDATE_FIELDS.questions()),
    finish=_finish,
    open_to=Access.CHAMBER,
    review=_review,
    review_options=_own_options,
    review_pick=_own_pick,
    title=_title,
    note=_note,
    settle=own_words.settle,
    companions=own_words.companions,
    keeps_drafts=True,
    worth_keeping=_says_something,
    suggested=_suggested,
)
"""A new update, or with ``subject_id`` another version of one."""
