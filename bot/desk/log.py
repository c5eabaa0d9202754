"""/log: the audit log in words, for coordinators: who announced, admitted, moved, reported."""

from collections.abc import Mapping, Sequence

from bot.chat.feature import ButtonHandler, Command
from bot.chat.request import Request
from bot.core import times
from bot.core.access import Access
from bot.core.messages import Button, Html
from bot.core.refusals import STANDINGS
from bot.core.text_families import ROLE
from bot.core.text_keys import Family
from bot.core.texts import Texts
from bot.desk import audit_log as log
from bot.desk.audit_log import LogLine
from bot.desk.callbacks import LOG
from config.reference import reference
from storage import chain

PAGE = 15
WAYS = 5
"""Ways in that are named for each standing; the rest is counted."""
SAID = Family("act-{}", log.SAID)
REFUSED_TO = Family("refused-to-{}", STANDINGS)


def show(request: Request) -> None:
    """The latest entries of the audit log."""
    _show(request, 0)


def pressed(request: Request) -> None:
    """Older entries, or the latest again."""
    _show(request, request.pressed.number(0))


def _show(request: Request, before: int) -> None:
    """Show a page of entries that were recorded *before* the one of this id; 0: the latest."""
    chain.seal(request.session)
    entries = log.entries(request.session, before=before or None, limit=PAGE + 1)
    shown, texts = entries[:PAGE], request.texts
    heading = texts("log-heading" if shown else "log-nothing")
    buttons = []
    if before:
        buttons.append(Button(texts.plain("log-latest"), LOG.data(0)))
    if len(entries) > PAGE:
        buttons.append(Button(texts.plain("log-older"), LOG.data(shown[-1].id)))
    parts = [heading, *_days(shown, texts, request.member.zone)]
    end = chain.end(request.session)
    if end is not None and not before:
        # Whoever notes it down sees later whether acts were cut off at the end.
        parts.append(texts("log-end", number=str(end.number), digest=end.short))
    request.show(Html("\n\n".join(parts)), [buttons])


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
    elif entry.activity_of is not None:
        chamber = reference().chamber_label(entry.activity_of, texts.language)
        subject = texts.plain("log-activity", title=subject or "", chamber=chamber)
    elif entry.role is not None:
        subject = texts.plain(ROLE.key(entry.role))
    elif entry.tried is not None:
        subject = _tried(entry.tried, texts)
    key = SAID.key(entry.act) if entry.act in SAID else "act-other"
    said = texts(key, by=by, subject=subject or "–", act=entry.act)
    return texts("log-line", hour=times.hour(entry.at, zone, texts.language), said=said)


BY_MACHINE = frozenset({"invitation.made"})
"""What the bot never does by itself: where no member did it, the command line did."""


def _nobody(entry: LogLine, texts: Texts) -> str:
    """Return who did what no member of today did."""
    if entry.is_nameless:
        return texts.plain("log-by-unkept")
    if entry.by_bot and entry.act in BY_MACHINE:
        return texts.plain("log-by-machine")
    return texts.plain("log-by-bot" if entry.by_bot else "log-by-gone")


def _tried(tried: Mapping[str, Mapping[str, int]], texts: Texts) -> str:
    """Return who tried what how often: the ways in that were tried most, by standing."""
    parts = []
    for standing, ways in sorted(tried.items()):
        most = sorted(ways.items(), key=lambda way: (-way[1], way[0]))
        named = [f"{way} {count}" for way, count in most[:WAYS]]
        if len(most) > WAYS:
            named.append(f"+ {sum(count for _, count in most[WAYS:])}")
        key = REFUSED_TO.key(standing) if standing in STANDINGS else "refused-to-other"
        parts.append(texts.plain(key, ways=", ".join(named)))
    return "; ".join(parts)


COMMANDS = (Command("log", show, Access.COORDINATOR, rank=110),)
BUTTONS = (ButtonHandler(LOG, pressed, Access.COORDINATOR),)
