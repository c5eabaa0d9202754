"""What the recipe for a command adds: a command of the meetings that tells of the next one."""

from bot.chat.feature import Command
from bot.chat.request import Request
from bot.core.access import Access
from bot.meetings.commands import COMMANDS
from storage import meetings


def next_meeting(request: Request) -> None:
    """When the next meeting is, in one line."""
    coming = meetings.coming(request.session, now=request.now)
    request.say(request.texts("next-meeting", title=coming[0].title if coming else "–"))


COMMANDS = (*COMMANDS, Command("next", next_meeting, Access.MEMBER, rank=35))
