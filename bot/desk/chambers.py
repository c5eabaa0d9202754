"""A chamber under the board: who is there, and what is recorded for it where it wrote by email."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.callback_data import OldButton
from bot.chat.request import Request
from bot.core import messages
from bot.core.answers import choices_for
from bot.core.messages import Button, Html, Keyboard, Style, grid
from bot.core.text_families import CHOICE
from bot.desk import overview, overview_card
from bot.desk.callbacks import BOARD, BoardAction
from bot.desk.overview import ChamberStanding, Line
from bot.meetings import service as meetings
from bot.meetings.service import Cancelled, NotOffered, Over
from bot.people.callbacks import INVITATION, MEMBER, InvitationAction, MemberAction
from bot.reminders import service as reminders
from bot.understanding import places
from bot.updates.callbacks import UPDATE, UpdateAction
from config.reference import reference
from storage import people
from storage.models import Choice, Meeting, Person

PAGE = 14
LABEL = 40
MARKS = {
    ChamberStanding.ANSWERED: "✓",
    ChamberStanding.SILENT: "…",
    ChamberStanding.UNREACHABLE: "✉",
    ChamberStanding.NOBODY: "+",
}
"""Before a chamber's name on its button; the text above says what it means."""
ORDER = (
    ChamberStanding.SILENT,
    ChamberStanding.UNREACHABLE,
    ChamberStanding.NOBODY,
    ChamberStanding.ANSWERED,
)
"""Those of which something is still to be recorded come first."""


@dataclass(frozen=True)
class Chamber:
    """A chamber as the board has it, and its people."""

    line: Line
    meeting: Meeting | None
    members: list[Person]


def offer(request: Request, page: int) -> None:
    """Show a page of the chambers, those without an answer first."""
    board = overview.board(request.session, now=request.now)
    order = [line for standing in ORDER for line in board.of(standing)]
    _list(request, order, page)


def _list(request: Request, order: Sequence[Line], page: int) -> None:
    page = max(0, min(page, (len(order) - 1) // PAGE))
    shown = order[page * PAGE : (page + 1) * PAGE]
    buttons = [_button(request, line) for line in shown]
    turn = []
    if page > 0:
        turn.append(Button(request.texts.plain("page-before"), _page(page - 1)))
    if (page + 1) * PAGE < len(order):
        turn.append(Button(request.texts.plain("page-after"), _page(page + 1)))
    request.show(request.texts("board-which"), [*grid(buttons, 1), turn, [_back(request)]])


def meant(request: Request, words: str) -> tuple[str, ...]:
    """Return the chambers that the words behind /board name."""

    def read() -> tuple[str, ...]:
        languages = (request.texts.language, *request.runtime.network.working_languages)
        return places.chambers_meant(words, languages=languages)

    return request.readings.of(("chambers", words), read)


def read_ahead(request: Request) -> bool:
    """Read what was typed behind the command, before the transaction."""
    if request.argument:
        meant(request, request.argument)
    return True


def find(request: Request, words: str) -> None:
    """Show the chamber that words name; of several, or of none, those to choose from."""
    codes = meant(request, words)
    if len(codes) == 1:
        show(request, codes[0])
    elif codes:
        board = overview.board(request.session, now=request.now)
        _list(request, [line for line in board.lines if line.chamber_id in codes], 0)
    else:
        offer(request, 0)


def _button(request: Request, line: Line) -> Button:
    label = reference().chamber_label(line.chamber_id, request.texts.language)
    marked = messages.shorten(f"{MARKS[line.standing]} {label}", LABEL)
    return Button(marked, BOARD.data(BoardAction.OPEN, line.chamber_id))


def _page(page: int) -> str:
    return BOARD.data(BoardAction.CHAMBERS, page)


def _back(request: Request) -> Button:
    return Button(request.texts.plain("board-back"), BOARD.data(BoardAction.SHOW))


def show(request: Request, chamber_id: str) -> None:
    """Show a chamber's card: its people, its answer, and what a coordinator can record."""
    found, texts = _found(request, chamber_id), request.texts
    said = overview_card.said_of(texts, found.line, request.member.zone)
    text = texts(
        "chamber-card",
        name=reference().chamber_label(chamber_id, texts.language),
        state=found.line.standing.value if found.meeting or not found.members else "present",
        has="meeting" if found.meeting else "none",
        meeting=found.meeting.title if found.meeting else "",
        said=", ".join(said) or texts.plain("chamber-nothing-said"),
        people=", ".join(one.name for one in found.members) or texts.plain("chamber-nobody"),
    )
    if found.meeting is not None and _records(request, found, found.meeting):
        text = Html(f"{text}\n\n{texts('chamber-hint')}")
    request.show(text, _rows(request, found))


def _found(request: Request, chamber_id: str) -> Chamber:
    board = overview.board(request.session, now=request.now)
    line = next((one for one in board.lines if one.chamber_id == chamber_id), None)
    if line is None:
        raise OldButton(BOARD.name)
    members = [
        one for one in people.of_chamber(request.session, chamber_id) if one.role.speaks_for_chamber
    ]
    return Chamber(line, board.meeting, members)


def _rows(request: Request, found: Chamber) -> Keyboard:
    texts, chamber_id = request.texts, found.line.chamber_id
    rows: list[list[Button]] = []
    if found.meeting is not None:
        rows += _records(request, found, found.meeting)
    report = UPDATE.data(UpdateAction.FOR, chamber_id)
    rows.append([Button(texts.plain("chamber-report"), report)])
    rows += [
        [
            Button(
                messages.shorten(one.name, LABEL),
                MEMBER.data(MemberAction.OPEN, one, 0),
            )
        ]
        for one in found.members
    ]
    if not found.members:
        invite = INVITATION.data(InvitationAction.CHAMBER, chamber_id)
        rows.append([Button(texts.plain("board-invite"), invite)])
    return [*rows, [Button(texts.plain("form-back"), _page(0))]]


def _records(request: Request, found: Chamber, meeting: Meeting) -> list[list[Button]]:
    """Return what can be recorded for the next meeting; its people's own answer is theirs."""
    texts, line = request.texts, found.line
    rows: list[list[Button]] = []
    if line.choice is None or line.recorded_at is not None:
        rows.append([_answer(request, line, meeting, one) for one in choices_for(meeting.format)])
    if line.recorded_at is not None:
        undo = BOARD.data(BoardAction.UNDO, meeting, line.chamber_id)
        rows.append([Button(texts.plain("chamber-undo"), undo)])
    if not line.reported and not line.has_nothing:
        nothing = BOARD.data(BoardAction.NOTHING, meeting, line.chamber_id)
        rows.append([Button(texts.plain("chamber-nothing"), nothing)])
    return rows


def _answer(request: Request, line: Line, meeting: Meeting, choice: Choice) -> Button:
    is_held = line.choice is choice
    label = request.texts.plain(CHOICE.key(choice))
    return Button(
        f"✓ {label}" if is_held else f"✉ {label}",
        BOARD.data(BoardAction.ANSWER, meeting, line.chamber_id, choice),
        style=Style.SUCCESS if is_held else None,
    )


def record(request: Request) -> None:
    """Carry out what was pressed on a chamber's card, and show it as it is now."""
    press, meeting, chamber_id = request.pressed, request.row(1, Meeting), request.pressed.code(2)
    if not reference().admits(chamber_id):
        raise OldButton(BOARD.name)
    session, network = request.session, request.runtime.network
    by, now = request.member, request.now
    try:
        match press.one_of(0, BoardAction):
            case BoardAction.ANSWER:
                choice = press.one_of(3, Choice)
                meetings.record_answer(
                    session, network, meeting, chamber_id, choice, by=by, now=now
                )
            case BoardAction.UNDO:
                meetings.take_record_back(session, network, meeting, chamber_id, by=by, now=now)
            case _:
                reminders.nothing_to_report(
                    session, network, meeting, [chamber_id], by=by.id, now=now
                )
    except (Over, Cancelled, NotOffered):
        request.toast(request.texts("chamber-too-late"), alert=True)
    else:
        request.toast(request.texts("chamber-noted"))
    show(request, chamber_id)
