"""/board: the 40 chambers, who is there, who has answered, who has reported."""

from bot.chat.feature import ButtonHandler, Command
from bot.chat.request import Request
from bot.core import times
from bot.core.access import Access
from bot.desk import chambers
from bot.desk import overview as service
from bot.desk import overview_card as board_card
from bot.desk.callbacks import BOARD, BoardAction


def board(request: Request) -> None:
    """The board as it is now; with words, the chamber that they name."""
    if request.argument:
        chambers.find(request, request.argument)
        return
    _show(request)


def _show(request: Request) -> None:
    found = service.board(request.session, now=request.now)
    request.show(*board_card.card(found, request.texts, request.member.zone))


def pressed(request: Request) -> None:
    """A button under the board or under a chamber's card."""
    press = request.pressed
    match press.one_of(0, BoardAction):
        case BoardAction.SHOW:
            _refresh(request)
        case BoardAction.CHAMBERS:
            chambers.offer(request, press.number(1))
        case BoardAction.OPEN:
            chambers.show(request, press.code(1))
        case _:
            chambers.record(request)


def _refresh(request: Request) -> None:
    """The board as it is now in place of the one before; that nothing changed is an answer too."""
    _show(request)
    hour = times.hour(request.now, request.member.zone, request.texts.language)
    request.toast(request.texts("board-refreshed", hour=hour))


COMMANDS = (
    Command(
        "board",
        board,
        Access.COORDINATOR,
        rank=70,
        usage="[chamber]",
        ahead=chambers.read_ahead,
    ),
)
BUTTONS = (ButtonHandler(BOARD, pressed, Access.COORDINATOR),)
