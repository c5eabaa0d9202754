"""/board: the 40 bodies, who is there, who has answered, who has reported."""

from bot.callbacks import BOARD
from bot.documents import board_card
from bot.domain.access import Access
from bot.feature import Button as Pressed
from bot.feature import Command
from bot.services import board as service
from bot.talk import Talk


def board(talk: Talk) -> None:
    """The board as it is now."""
    found = service.board(talk.session, now=talk.now)
    talk.show(*board_card.card(found, talk.texts, talk.member.zone))


COMMANDS = (Command("board", board, Access.COORDINATOR, rank=70),)
BUTTONS = (Pressed(BOARD, board, Access.COORDINATOR),)
