"""/update: report an activity, go on with a draft, change or withdraw what was reported."""

from bot.chat.callback_data import OldButton
from bot.chat.callbacks import FORM, FormAction
from bot.chat.feature import Button as Pressed
from bot.chat.feature import Command
from bot.chat.forms.cards import CHANGING
from bot.chat.request import Talk
from bot.core import messages
from bot.core.access import Access
from bot.core.messages import Button, Style
from bot.updates import card as update_card
from bot.updates import report as project_update
from bot.updates import service
from bot.updates.callbacks import UPDATE, UpdateAction
from bot.updates.draft_rules import draft_name
from bot.updates.fields import UPDATE_FIELDS
from bot.updates.service import NotYours, Withdrawn
from storage import forms, people, updates
from storage.models import Form, ProjectUpdate

DRAFTS_SHOWN = 5
COPIES_SHOWN = 6


def update(talk: Talk) -> None:
    """Begin a report; drafts that wait are offered first."""
    active = forms.active(talk.session, talk.chat_id)
    drafts = list(forms.left(talk.session, talk.chat_id, project_update.KIND))
    if active is not None and active.kind == project_update.KIND and _holds(active):
        talk.engine.resume(talk, active)
    elif drafts:
        _offer(talk, drafts)
    else:
        _begin(talk)


def _holds(form: Form) -> bool:
    """Tell whether a draft holds what would be lost by beginning anew."""
    return draft_name(form.answers) is not None


def _offer(talk: Talk, drafts: list[Form]) -> None:
    texts = talk.texts
    rows = [[_draft_button(talk, draft)] for draft in drafts[:DRAFTS_SHOWN]]
    new = UPDATE.data(UpdateAction.NEW)
    rows.append([Button(texts.plain("update-new"), new, style=Style.PRIMARY)])
    talk.show(texts("update-drafts", count=len(drafts)), rows)


def _draft_button(talk: Talk, draft: Form) -> Button:
    title = draft_name(draft.answers) or talk.texts.plain("draft-untitled")
    label = messages.shorten(talk.texts.plain("update-go-on", title=title), 60)
    return Button(label, FORM.data(draft, draft.version, FormAction.RESUME))


def _begin(talk: Talk) -> None:
    """Begin anew; who reports for one chamber is not asked which."""
    answers = project_update.who_reports(talk.session, talk.member, talk.texts.language)
    talk.engine.start(talk, project_update.KIND, answers=answers)


def pressed(talk: Talk) -> None:
    """A button about an update."""
    match talk.pressed.one_of(0, UpdateAction):
        case UpdateAction.NEW:
            _begin(talk)
        case UpdateAction.COPIES:
            _offer_copies(talk)
        case UpdateAction.COPY:
            _copy(talk, talk.row(1, ProjectUpdate))
        case UpdateAction.EDIT:
            _edit(talk, talk.row(1, ProjectUpdate))
        case UpdateAction.WITHDRAW:
            _ask_to_withdraw(talk, talk.row(1, ProjectUpdate))
        case UpdateAction.WITHDRAW_YES:
            _withdraw(talk, talk.row(1, ProjectUpdate))
        case UpdateAction.KEEP:
            _show(talk, talk.row(1, ProjectUpdate))


def _show(talk: Talk, found: ProjectUpdate) -> None:
    may_change = service.may_change(talk.session, found, talk.member)
    talk.show(*update_card.card(talk.session, talk.texts, found, may_change=may_change))


def _offer_copies(talk: Talk) -> None:
    """Offer the chamber's latest updates as patterns."""
    latest = [
        found
        for chamber_id in people.chambers_of(talk.session, talk.member_id)
        for found in updates.of_chamber(talk.session, chamber_id, limit=COPIES_SHOWN)
    ]
    rows = [
        [
            Button(
                messages.shorten(f"{found.ref} · {found.title}", 60),
                UPDATE.data(UpdateAction.COPY, found),
            )
        ]
        for found in latest[:COPIES_SHOWN]
    ]
    talk.show(talk.texts("update-which-copy"), rows)


def _copy(talk: Talk, found: ProjectUpdate) -> None:
    if found.chamber_id not in people.chambers_of(talk.session, talk.member_id):
        raise OldButton(UPDATE.name)
    kept = UPDATE_FIELDS.copied(project_update.answers_of(talk.session, found))
    kept["summary_language"] = talk.texts.language
    talk.engine.start(talk, project_update.KIND, answers=kept)


def _edit(talk: Talk, found: ProjectUpdate) -> None:
    """Open an update's review card, on which every field can be changed."""
    if not service.may_change(talk.session, found, talk.member):
        talk.toast(talk.texts("update-gone"), alert=True)
        return
    answers = project_update.answers_of(talk.session, found)
    talk.engine.start(
        talk,
        project_update.KIND,
        answers=answers,
        subject_id=found.id,
        skipped=UPDATE_FIELDS.left_open(answers),
        page=CHANGING,
    )


def _ask_to_withdraw(talk: Talk, found: ProjectUpdate) -> None:
    if not service.may_change(talk.session, found, talk.member):
        talk.toast(talk.texts("update-gone"), alert=True)
        return
    yes = UPDATE.data(UpdateAction.WITHDRAW_YES, found)
    keep = UPDATE.data(UpdateAction.KEEP, found)
    talk.show(
        talk.texts("update-withdraw-sure", ref=found.ref, title=found.title),
        [
            [Button(talk.texts.plain("update-withdraw-yes"), yes, style=Style.DANGER)],
            [Button(talk.texts.plain("update-withdraw-no"), keep)],
        ],
    )


def _withdraw(talk: Talk, found: ProjectUpdate) -> None:
    try:
        service.withdraw(talk.session, talk.house.network, found, by=talk.member, now=talk.now)
    except (Withdrawn, NotYours):
        talk.toast(talk.texts("update-gone"), alert=True)
        return
    talk.show(talk.texts("update-withdrawn", ref=found.ref))


COMMANDS = (Command("update", update, Access.CHAMBER, rank=40),)
BUTTONS = (Pressed(UPDATE, pressed, Access.CHAMBER),)
