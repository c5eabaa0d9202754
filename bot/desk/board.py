"""/board: the 40 chambers, who is there, who has answered, who has reported."""

from bot.chat.feature import ButtonHandler, Command
from bot.chat.request import Request
from bot.core import times
from bot.core.access import Access
from bot.desk import overview as service
from bot.desk import overview_card as board_card
from bot.desk.callbacks import BOARD


def board(request: Request) -> None:
    """The board as it is now."""
    found = service.board(request.session, now=request.now)
    request.show(*board_card.card(found, request.texts, request.member.zone))


def refreshed(request: Request) -> None:
    """The board as it is now in place of the one before; that nothing changed is an answer too."""
    board(request)
    hour = times.hour(request.now, request.member.zone, request.texts.language)
    request.toast(request.texts("board-refreshed", hour=hour))


COMMANDS = (Command("board", board, Access.COORDINATOR, rank=70),)
BUTTONS = (ButtonHandler(BOARD, refreshed, Access.COORDINATOR),)
