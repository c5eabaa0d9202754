"""/board: the 40 bodies, who is there, who has answered, who has reported."""

from bot.chat.feature import Button as Pressed
from bot.chat.feature import Command
from bot.chat.request import Talk
from bot.core.access import Access
from bot.desk import overview as service
from bot.desk import overview_card as board_card
from bot.desk.callbacks import BOARD


def board(talk: Talk) -> None:
    """The board as it is now."""
    found = service.board(talk.session, now=talk.now)
    talk.show(*board_card.card(found, talk.texts, talk.member.zone))


COMMANDS = (Command("board", board, Access.COORDINATOR, rank=70),)
BUTTONS = (Pressed(BOARD, board, Access.COORDINATOR),)
