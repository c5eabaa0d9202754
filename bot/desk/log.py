"""/log: the audit log in words, for coordinators: who announced, admitted, moved, reported."""

from collections.abc import Sequence

from bot.chat.feature import ButtonHandler, Command
from bot.chat.request import Request
from bot.core import times
from bot.core.access import Access
from bot.core.messages import Button, Html
from bot.core.text_families import ROLE
from bot.core.text_keys import Family
from bot.core.texts import Texts
from bot.desk import audit_log as log
from bot.desk.audit_log import LogLine
from bot.desk.callbacks import LOG
from config.reference import reference

PAGE = 15
SAID = Family("act-{}", log.SAID)


def show(request: Request) -> None:
    """The latest entries of the audit log."""
    _show(request, 0)


def pressed(request: Request) -> None:
    """Older entries, or the latest again."""
    _show(request, request.pressed.number(0))


def _show(request: Request, before: int) -> None:
    """Show a page of entries that were recorded *before* the one of this id; 0: the latest."""
    entries = log.entries(request.session, before=before or None, limit=PAGE + 1)
    shown, texts = entries[:PAGE], request.texts
    heading = texts("log-heading" if shown else "log-nothing")
    buttons = []
    if before:
        buttons.append(Button(texts.plain("log-latest"), LOG.data(0)))
    if len(entries) > PAGE:
        buttons.append(Button(texts.plain("log-older"), LOG.data(shown[-1].id)))
    request.show(Html("\n\n".join([heading, *_days(shown, texts, request.member.zone)])), [buttons])


def _days(entries: Sequence[LogLine], texts: Texts, zone: str) -> list[Html]:
    """Return the entries under the day on which each was done, on the reader's calendar."""
    days: dict[str, list[Html]] = {}
    for entry in entries:
        day = times.day(times.local(entry.at, zone).date(), texts.language)
        days.setdefault(day, []).append(_line(entry, texts, zone))
    return [Html("\n".join([texts("log-day", day=day), *lines])) for day, lines in days.items()]


def _line(entry: LogLine, texts: Texts, zone: str) -> Html:
    by = entry.by or _nobody(entry, texts)
    subject = entry.subject
    if entry.chamber_id is not None:
        subject = reference().chamber_label(entry.chamber_id, texts.language)
    elif entry.role is not None:
        subject = texts.plain(ROLE.key(entry.role))
    key = SAID.key(entry.act) if entry.act in SAID else "act-other"
    said = texts(key, by=by, subject=subject or "–", act=entry.act)
    return texts("log-line", hour=times.hour(entry.at, zone, texts.language), said=said)


def _nobody(entry: LogLine, texts: Texts) -> str:
    """Return who did what no member of today did."""
    if entry.is_nameless:
        return texts.plain("log-by-unkept")
    return texts.plain("log-by-bot" if entry.by_bot else "log-by-gone")


COMMANDS = (Command("log", show, Access.COORDINATOR, rank=110),)
BUTTONS = (ButtonHandler(LOG, pressed, Access.COORDINATOR),)
