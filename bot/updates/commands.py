"""/update: report an activity, go on with a draft, change or withdraw what was reported."""

from bot.chat.callback_data import OldButton
from bot.chat.callbacks import FORM, FormAction
from bot.chat.feature import ButtonHandler, Command
from bot.chat.forms.cards import CHANGING
from bot.chat.request import Request
from bot.core import messages
from bot.core.access import Access
from bot.core.messages import Button, Style
from bot.updates import card as update_card
from bot.updates import report, service, unprompted
from bot.updates.callbacks import UPDATE, UpdateAction
from bot.updates.draft_rules import draft_name
from bot.updates.fields import UPDATE_FIELDS
from bot.updates.service import NotYours, Withdrawn
from bot.updates.titles import title
from config.reference import reference
from storage import forms, people, updates
from storage.models import Form, ProjectUpdate

DRAFTS_SHOWN = 5
COPIES_SHOWN = 6


def update(request: Request) -> None:
    """Begin a report, with the words behind the command; drafts that wait are offered first."""
    if request.argument:
        unprompted.report_told(request, request.argument, request.message_id)
        return
    active = forms.active(request.session, request.chat_id)
    drafts = list(forms.left(request.session, request.chat_id, report.KIND))
    if active is not None and active.kind == report.KIND and _holds(active):
        request.engine.resume(request, active)
    elif drafts:
        _offer(request, drafts)
    else:
        _begin(request)


def _holds(form: Form) -> bool:
    """Tell whether a draft holds what would be lost by beginning anew."""
    return draft_name(form.answers) is not None


def _offer(request: Request, drafts: list[Form]) -> None:
    texts = request.texts
    rows = [[_draft_button(request, draft)] for draft in drafts[:DRAFTS_SHOWN]]
    new = UPDATE.data(UpdateAction.NEW)
    rows.append([Button(texts.plain("update-new"), new, style=Style.PRIMARY)])
    request.show(texts("update-drafts", count=len(drafts)), rows)


def _draft_button(request: Request, draft: Form) -> Button:
    title = draft_name(draft.answers) or request.texts.plain("draft-untitled")
    label = messages.shorten(request.texts.plain("update-go-on", title=title), 60)
    return Button(label, FORM.data(draft, draft.version, FormAction.RESUME))


def _begin(request: Request) -> None:
    """Begin anew; who reports for one chamber is not asked which."""
    answers = report.who_reports(request.session, request.member, request.texts.language)
    request.engine.start(request, report.KIND, answers=answers)


def _begin_for(request: Request, chamber_id: str) -> None:
    """Begin a report for a chamber that has sent it in by other ways."""
    if not reference().admits(chamber_id) or not service.may_report(
        request.session, request.member, chamber_id
    ):
        raise OldButton(UPDATE.name)
    answers = {"chamber": chamber_id, "summary_language": request.texts.language}
    request.engine.start(request, report.KIND, answers=answers)


def pressed(request: Request) -> None:
    """A button about an update."""
    match request.pressed.one_of(0, UpdateAction):
        case UpdateAction.NEW:
            _begin(request)
        case UpdateAction.FOR:
            _begin_for(request, request.pressed.code(1))
        case UpdateAction.COPIES:
            _offer_copies(request)
        case UpdateAction.COPY:
            _copy(request, request.row(1, ProjectUpdate))
        case UpdateAction.EDIT:
            _edit(request, request.row(1, ProjectUpdate))
        case UpdateAction.WITHDRAW:
            _ask_to_withdraw(request, request.row(1, ProjectUpdate))
        case UpdateAction.WITHDRAW_YES:
            _withdraw(request, request.row(1, ProjectUpdate))
        case UpdateAction.KEEP:
            _show(request, request.row(1, ProjectUpdate))


def _show(request: Request, found: ProjectUpdate) -> None:
    may_change = service.may_change(request.session, found, request.member)
    request.show(*update_card.card(request.session, request.texts, found, may_change=may_change))


def _offer_copies(request: Request) -> None:
    """Offer the chamber's latest updates as patterns."""
    latest = [
        found
        for chamber_id in people.chambers_of(request.session, request.member_id)
        for found in updates.of_chamber(request.session, chamber_id, limit=COPIES_SHOWN)
    ]
    shown = latest[:COPIES_SHOWN]
    partners = updates.partners_of_each(request.session, [found.id for found in shown])
    rows = [
        [
            Button(
                messages.shorten(
                    f"{found.ref} · {title(request.texts, found, partners[found.id])}", 60
                ),
                UPDATE.data(UpdateAction.COPY, found),
            )
        ]
        for found in shown
    ]
    request.show(request.texts("update-which-copy"), rows)


def _copy(request: Request, found: ProjectUpdate) -> None:
    if found.chamber_id not in people.chambers_of(request.session, request.member_id):
        raise OldButton(UPDATE.name)
    kept = UPDATE_FIELDS.copied(report.answers_of(request.session, found))
    kept["summary_language"] = request.texts.language
    request.engine.start(request, report.KIND, answers=kept)


def _edit(request: Request, found: ProjectUpdate) -> None:
    """Open an update's review card, on which every field can be changed."""
    if not service.may_change(request.session, found, request.member):
        request.toast(request.texts("update-gone"), alert=True)
        return
    answers = report.answers_of(request.session, found)
    request.engine.start(
        request,
        report.KIND,
        answers=answers,
        subject_id=found.id,
        skipped=UPDATE_FIELDS.left_open(answers),
        page=CHANGING,
    )


def _ask_to_withdraw(request: Request, found: ProjectUpdate) -> None:
    if not service.may_change(request.session, found, request.member):
        request.toast(request.texts("update-gone"), alert=True)
        return
    yes = UPDATE.data(UpdateAction.WITHDRAW_YES, found)
    keep = UPDATE.data(UpdateAction.KEEP, found)
    named = title(request.texts, found, updates.partners_of(request.session, found.id))
    request.show(
        request.texts("update-withdraw-sure", ref=found.ref, title=named),
        [
            [Button(request.texts.plain("update-withdraw-yes"), yes, style=Style.DANGER)],
            [Button(request.texts.plain("update-withdraw-no"), keep)],
        ],
    )


def _withdraw(request: Request, found: ProjectUpdate) -> None:
    try:
        service.withdraw(
            request.session, request.runtime.network, found, by=request.member, now=request.now
        )
    except (Withdrawn, NotYours):
        request.toast(request.texts("update-gone"), alert=True)
        return
    request.show(request.texts("update-withdrawn", ref=found.ref))


def _update_ahead(request: Request) -> bool:
    """Read what was typed behind the command, before the transaction."""
    unprompted.read_told(request, request.argument)
    return True


COMMANDS = (
    Command("update", update, Access.CHAMBER, rank=40, usage="[words]", ahead=_update_ahead),
)
BUTTONS = (ButtonHandler(UPDATE, pressed, Access.CHAMBER),)
