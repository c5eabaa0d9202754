"""/projects: who does what, by country, region, theme and chamber, in pages."""

from collections.abc import Sequence
from datetime import timedelta

from bot.chat import languages as writing
from bot.chat.callback_data import OldButton
from bot.chat.feature import ButtonHandler, Command, Listener, Way
from bot.chat.request import Request
from bot.core import messages
from bot.core.access import Access
from bot.core.messages import Button, Html
from bot.core.text_keys import Family
from bot.core.texts import Texts
from bot.understanding.names import plain
from bot.understanding.partners import region_code
from bot.updates import card as update_card
from bot.updates import service
from bot.updates.callbacks import PROJECTS, ProjectsAction
from bot.updates.list_filter import Chosen, part_label, understood
from bot.updates.titles import title
from config.reference import reference
from storage import list_views, people, updates
from storage.models import ListView, ProjectUpdate

PAGE = 5
MOST_CHOICES = 60
"""Buttons under a choice of filters; whatever else there is can be typed."""
BY = Family("projects-by-{}", ("country", "region", "theme", "chamber"))
"""The filters that a list can be narrowed by."""
SHOWN_FOR = timedelta(hours=1)
"""How long what is typed narrows the list that was shown last."""


def projects(request: Request) -> None:
    """List what was typed behind the command, or everything."""
    if not request.argument:
        _list(request, Chosen(), 0)
    elif not _narrow(request, Chosen(), request.argument):
        request.say(request.texts("projects-not-understood"))


def narrowed(request: Request) -> bool:
    """Narrow the list that is shown by what was typed; False where none is, or nothing is meant."""
    if not request.text:
        return False
    shown = _on_show(request)
    return shown is not None and _narrow(request, Chosen(shown.filter), request.text)


def _on_show(request: Request) -> ListView | None:
    """Return the list that was shown last, while it can still be narrowed."""
    shown = list_views.get(request.session, request.chat_id)
    return shown if shown is not None and request.now - shown.shown_at <= SHOWN_FOR else None


def narrowed_on_top(request: Request) -> bool:
    """Narrow a list that was shown after the last step of the form, which waits meanwhile."""
    return on_top(request) and narrowed(request)


def on_top(request: Request) -> bool:
    """Tell whether a list was shown after the last step of the form that waits for an answer."""
    shown, form = list_views.get(request.session, request.chat_id), request.form
    return shown is not None and form is not None and shown.shown_at > form.updated_at


def _narrow(request: Request, before: Chosen, text: str) -> bool:
    """Show what the words narrow the list to, or ask which; False where they mean nothing."""
    found = meant(request, text)
    choices = [before.with_(chosen) for chosen in found]
    if len(choices) == 1:
        _list(request, choices[0], 0)
    elif choices:
        rows = [
            [Button(chosen.label(request.texts), _page(choice, 0))]
            for chosen, choice in zip(found, choices, strict=True)
        ]
        request.say(request.texts("form-which"), rows)
    return bool(choices)


def meant(request: Request, text: str) -> list[Chosen]:
    """Return what a list is narrowed to by a member's words: one way, several, or none."""

    def read() -> list[Chosen]:
        languages = writing.languages_of(request.session, request.member, request.texts.language)
        return understood(text, languages=languages, now=request.now, zone=request.member_zone)

    return request.readings.of(("list", text), read)


def argument_ahead(request: Request) -> bool:
    """Read what was typed behind the command, before the transaction."""
    return bool(request.argument and meant(request, request.argument))


def _narrowed_ahead(request: Request) -> bool:
    return bool(request.text and _on_show(request) is not None and meant(request, request.text))


def _on_top_ahead(request: Request) -> bool:
    return on_top(request) and _narrowed_ahead(request)


def _list(request: Request, chosen: Chosen, page: int) -> None:
    """Show one page; the active filter stands in the header."""
    which, texts = chosen.as_filter(), request.texts
    list_views.keep(request.session, request.chat_id, chosen.code, now=request.now)
    total = updates.count(request.session, which)
    page = max(0, min(page, (total - 1) // PAGE))
    shown = updates.listed(request.session, which, offset=page * PAGE, limit=PAGE)
    header = texts("projects-header", filter=chosen.label(texts), count=total)
    if not shown:
        none = Html(f"{header}\n\n{texts('projects-none')}\n\n{texts('projects-type')}")
        request.show(none, _filter_rows(request, chosen))
        return
    partners = updates.partners_of_each(request.session, [found.id for found in shown])
    lines = [update_card.line(texts, found, partners[found.id]) for found in shown]
    named = [code for found in shown for code in partners[found.id]]
    notes = [
        Html(f"<i>{messages.html(note)}</i>")
        for note in update_card.footnotes(list(dict.fromkeys(named)), texts.language)
    ]
    rows = [[_to_open(texts, found, partners[found.id])] for found in shown]
    turning = []
    # The latest come first: turning the page goes back in time.
    if page > 0:
        turning.append(Button(texts.plain("projects-later"), _page(chosen, page - 1)))
    if (page + 1) * PAGE < total:
        turning.append(Button(texts.plain("projects-earlier"), _page(chosen, page + 1)))
    rows.append(turning)
    rows.extend(_filter_rows(request, chosen))
    request.show(Html("\n\n".join([header, *lines, *notes, texts("projects-type")])), rows)


def _to_open(texts: Texts, found: ProjectUpdate, codes: Sequence[str]) -> Button:
    """Return the button that opens one: its title, and whose it is as far as there is room."""
    chamber = reference().chamber_label(found.chamber_id, texts.language)
    label = f"{title(texts, found, codes)} · {chamber}"
    return Button(messages.shorten(label, 60), PROJECTS.data(ProjectsAction.OPEN, found))


def _filter_rows(request: Request, chosen: Chosen) -> list[list[Button]]:
    """Return the ways to another list: a button begins anew, what is typed narrows this one."""
    texts, parts = request.texts, chosen.parts()
    row = []
    own = people.chambers_of(request.session, request.member_id)
    for chamber_id in own:
        if chosen.code != f"c={chamber_id}":
            label = reference().chamber_label(chamber_id, texts.language)
            words = texts.plain("projects-own") if len(own) == 1 else label
            row.append(_to_list(words, Chosen(f"c={chamber_id}")))
    if parts:
        row.append(_to_list(texts.plain("projects-all"), Chosen()))
    taken_back = [
        _to_list(f"✕ {part_label(kind, value, texts)}", chosen.without(kind))
        for kind, value in parts.items()
        if len(parts) > 1
    ]
    choose = [
        Button(texts.plain(BY.key(by)), PROJECTS.data(ProjectsAction.BY, by)) for by in BY.names
    ]
    return [*messages.grid(taken_back, 2), row, *messages.grid(choose, 2)]


def _to_list(label: str, chosen: Chosen) -> Button:
    return Button(messages.shorten(label, 60), _page(chosen, 0))


def _page(chosen: Chosen, page: int) -> str:
    return PROJECTS.data(ProjectsAction.LIST, chosen.code, page)


def pressed(request: Request) -> None:
    """A button in the list."""
    press = request.pressed
    match press.one_of(0, ProjectsAction):
        case ProjectsAction.ALL:
            _list(request, Chosen(), 0)
        case ProjectsAction.LIST:
            _list(request, Chosen(press.code(1)), press.number(2))
        case ProjectsAction.OPEN:
            _open(request, request.row(1, ProjectUpdate))
        case ProjectsAction.BY:
            _choose_filter(request, press.code(1))


def _open(request: Request, found: ProjectUpdate) -> None:
    may_change = service.may_change(request.session, found, request.member)
    request.say(*update_card.card(request.session, request.texts, found, may_change=may_change))


def _choose_filter(request: Request, what: str) -> None:
    """Offer what the list can be narrowed to; countries and chambers only where there is any."""
    language = request.texts.language
    match what:
        case "country":
            named = [
                (f"p={code}", reference().partner_label(code, language))
                for code in updates.partners_in_use(request.session)
                if code in reference().countries
            ]
        case "region":
            named = [
                (f"p={code}", reference().partner_label(code, language))
                for code in (
                    region_code(region_id)
                    for region_id, region in reference().regions.items()
                    if len(region.members) > 1
                )
            ]
        case "theme":
            named = [
                (f"t={term.code}", reference().short_label("theme", term.code, language))
                for term in reference().vocabulary("theme")
            ]
        case "chamber":
            named = [
                (f"c={code}", f"{reference().chamber_label(code, language)} ({count})")
                for code, count in updates.chambers_in_use(request.session).items()
            ]
        case _:
            raise OldButton(PROJECTS.name)
    shown = named[:MOST_CHOICES]
    if what != "theme":  # themes keep their order, "other" last
        shown.sort(key=lambda pair: plain(pair[1]))
    buttons = [_to_list(label, Chosen(code)) for code, label in shown]
    columns = 1 if what in {"chamber", "region"} else 2
    back = _to_list(request.texts.plain("form-back"), Chosen())
    key = "projects-choose" if named else "projects-none"
    request.show(request.texts(key), [*messages.grid(buttons, columns), [back]])


COMMANDS = (
    Command("projects", projects, Access.MEMBER, rank=50, usage="[words]", ahead=argument_ahead),
)
BUTTONS = (ButtonHandler(PROJECTS, pressed, Access.MEMBER),)
LISTENERS = (
    Listener(Way.TYPED, "newer list", narrowed_on_top, Access.MEMBER, 10, _on_top_ahead),
    Listener(Way.TYPED, "list", narrowed, Access.MEMBER, 50, _narrowed_ahead),
)
