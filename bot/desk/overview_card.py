"""The board in words: the 40 chambers by where they stand, each with its answer and its reports."""

from bot.core import times
from bot.core.messages import Button, Html, Keyboard
from bot.core.text_families import CHOICE
from bot.core.text_keys import Family
from bot.core.texts import Texts
from bot.desk.callbacks import BOARD, BoardAction
from bot.desk.overview import Board, ChamberStanding, Line
from bot.meetings.callbacks import MEETING, MeetingAction
from bot.people.callbacks import INVITATION, InvitationAction
from config.reference import reference

FOLDED_ABOVE = 12
"""A longer block is folded, so that the top of the board stays on the screen."""
BLOCK = Family("board-{}", ChamberStanding)
"""What a block of the board is called."""


def card(board: Board, texts: Texts, zone: str) -> tuple[Html, Keyboard]:
    """Return the board for a coordinator whose clock is in *zone*."""
    parts = [_heading(board, texts, zone)]
    for standing in ChamberStanding:
        lines = board.of(standing)
        if lines:
            parts.append(_block(texts, _name(board, standing), lines, zone))
    refresh = Button(texts.plain("board-refresh"), BOARD.data(BoardAction.SHOW))
    chambers = Button(texts.plain("board-chambers"), BOARD.data(BoardAction.CHAMBERS, 0))
    rows = [[refresh, chambers]]
    if board.meeting is not None:
        open_it = MEETING.data(MeetingAction.OPEN, board.meeting)
        rows.append([Button(texts.plain("board-meeting"), open_it)])
    if board.of(ChamberStanding.NOBODY):
        invite = INVITATION.data(InvitationAction.COUNTRIES)
        rows.append([Button(texts.plain("board-invite"), invite)])
    return Html("\n\n".join(parts)), rows


def _name(board: Board, standing: ChamberStanding) -> str:
    """Return the key of a block's name; without a meeting nobody is silent, they are there."""
    if board.meeting is None and standing is ChamberStanding.SILENT:
        return "board-present"
    return BLOCK.key(standing)


def _heading(board: Board, texts: Texts, zone: str) -> Html:
    reported = sum(bool(line.reported or line.has_nothing) for line in board.lines)
    counts = {
        "total": len(board.lines),
        "present": len(board.lines) - len(board.of(ChamberStanding.NOBODY)),
        "answered": len(board.of(ChamberStanding.ANSWERED)),
        "reported": reported,
    }
    if board.meeting is None:
        return texts("board-heading-no-meeting", **counts)
    when = times.moment(board.meeting.starts_at, zone, texts.language)
    return texts("board-heading", title=board.meeting.title, when=when, **counts)


def _block(texts: Texts, name: str, lines: list[Line], zone: str) -> Html:
    said = Html("\n".join(_line(texts, line, zone) for line in lines))
    key = "board-block-folded" if len(lines) > FOLDED_ABOVE else "board-block"
    return texts(key, name=texts(name), count=len(lines), lines=said)


def said_of(texts: Texts, line: Line, zone: str) -> list[str]:
    """Return what is known of a chamber: its answer, how it came, and its activities."""
    said = [texts.plain(CHOICE.key(line.choice))] if line.choice else []
    if line.recorded_at is not None:
        day = times.day(times.local(line.recorded_at, zone).date(), texts.language)
        said = [texts.plain("board-by-email", choice=said[0], day=day)]
    if line.reported:
        said.append(texts.plain("board-activities", count=line.reported))
    elif line.has_nothing:
        said.append(texts.plain("reminder-nothing"))
    return said


def _line(texts: Texts, line: Line, zone: str) -> Html:
    label = reference().chamber_label(line.chamber_id, texts.language)
    said = said_of(texts, line, zone)
    if not said:
        return texts("meeting-who-line", chamber=label)
    return texts("board-line", chamber=label, said=", ".join(said))
