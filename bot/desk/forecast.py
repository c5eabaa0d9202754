"""/forecast: what will be sent by itself in the next 14 days, and who is left out; why."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.callback_data import OldButton
from bot.chat.feature import ButtonHandler, Command
from bot.chat.request import Request
from bot.core import messages, times
from bot.core.access import Access
from bot.core.messages import Button, grid
from bot.core.working_hours import at_local
from bot.desk import outlook as forecast
from bot.desk import outlook_words as words
from bot.desk.callbacks import FORECAST, FORTNIGHT
from bot.desk.outlook import Item
from bot.desk.outlook_words import Viewer
from bot.meetings import service as meetings
from storage import people

DAYS = 14
PAGE = 2000
"""Characters of a page: what a phone shows in a few screens."""

Days = Mapping[date, Sequence[Item]]


def show(request: Request) -> None:
    """The fortnight, with a button for each day on which something is sent."""
    _show_all(request, 0)


def pressed(request: Request) -> None:
    """A day, a page, or back to the fortnight; everything is looked up again at each press."""
    press = request.pressed
    if press.code(0) == FORTNIGHT:
        _show_all(request, press.number(1))
        return
    try:
        day = date.fromisoformat(press.code(0))
    except ValueError:
        raise OldButton(FORECAST.name) from None
    _show_day(request, day, press.number(1))


def _look(request: Request) -> tuple[Days, Viewer, date, date]:
    """Return the fortnight by day for whoever asks, with its first and last day."""
    zone = request.member.zone
    first = times.local(request.now, zone).date()
    until = at_local(first + timedelta(days=DAYS), time(0), ZoneInfo(zone))
    until -= timedelta(seconds=1)
    reader = Viewer(request.texts, zone, people.seats(request.session))
    items = forecast.look(request.session, request.runtime, now=request.now, until=until)
    return words.by_day(items, reader), reader, first, first + timedelta(days=DAYS - 1)


def _show_all(request: Request, page: int) -> None:
    days, reader, first, last = _look(request)
    unheard = len(meetings.unheard_chambers(request.session))
    text = words.overview(days, reader, first, last, unheard)
    buttons = [
        Button(
            request.texts.plain(
                "forecast-day-button",
                day=times.day(day, request.texts.language, "EEE d MMM"),
                count=sum(item.message is not None for item in items),
            ),
            FORECAST.data(day.isoformat(), 0),
        )
        for day, items in days.items()
    ]
    _show(request, text, FORTNIGHT, page, grid(buttons, 2))


def _show_day(request: Request, day: date, page: int) -> None:
    days, reader, *_ = _look(request)
    text = words.details(day, days.get(day, []), reader)
    around = []
    for key, others in (
        ("forecast-day-before", [other for other in days if other < day][-1:]),
        ("forecast-day-after", [other for other in days if other > day][:1]),
    ):
        for other in others:
            label = request.texts.plain(
                key, day=times.day(other, request.texts.language, "EEE d MMM")
            )
            around.append(Button(label, FORECAST.data(other.isoformat(), 0)))
    back = Button(request.texts.plain("forecast-back"), FORECAST.data(FORTNIGHT, 0))
    _show(request, text, day.isoformat(), page, [around, [back]])


def _show(
    request: Request, text: str, of: str, page: int, rows: Sequence[Sequence[Button]]
) -> None:
    """Show one page of a text, with the way to the others above the other buttons."""
    pages = messages.paragraphs(text, PAGE)
    page = min(max(page, 0), len(pages) - 1)
    turn = []
    if page > 0:
        before = FORECAST.data(of, page - 1)
        turn.append(Button(request.texts.plain("forecast-page-before"), before))
    if page + 1 < len(pages):
        after = FORECAST.data(of, page + 1)
        turn.append(Button(request.texts.plain("forecast-page-after"), after))
    request.show(pages[page], [turn, *rows])


COMMANDS = (Command("forecast", show, Access.COORDINATOR, rank=100),)
BUTTONS = (ButtonHandler(FORECAST, pressed, Access.COORDINATOR),)
