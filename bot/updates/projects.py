"""/projects: who does what, by country, region, theme and chamber, in pages."""

from datetime import timedelta

from bot.chat import languages as writing
from bot.chat.callback_data import OldButton
from bot.chat.feature import Button as Pressed
from bot.chat.feature import Command, Reader, Way
from bot.chat.request import Talk
from bot.core import messages
from bot.core.access import Access
from bot.core.messages import Button, Html
from bot.core.text_keys import Family
from bot.understanding.names import plain
from bot.updates import card as update_card
from bot.updates import service
from bot.updates.callbacks import PROJECTS, ProjectsAction
from bot.updates.list_filter import Chosen, part_label, understood
from config.reference import reference
from storage import forms, list_views, people, updates
from storage.models import ProjectUpdate

PAGE = 5
MOST_CHOICES = 60
"""Buttons under a choice of filters; whatever else there is can be typed."""
BY = Family("projects-by-{}", ("country", "region", "theme", "chamber"))
"""The filters that a list can be narrowed by."""
SHOWN_FOR = timedelta(hours=1)
"""How long what is typed narrows the list that was shown last."""


def projects(talk: Talk) -> None:
    """List what was typed behind the command, or everything."""
    if not talk.argument:
        _list(talk, Chosen(), 0)
    elif not _narrow(talk, Chosen(), talk.argument):
        talk.say(talk.texts("projects-not-understood"))


def narrowed(talk: Talk) -> bool:
    """Narrow the list that is shown by what was typed; False where none is, or nothing is meant."""
    if not talk.text:
        return False
    shown = list_views.get(talk.session, talk.chat_id)
    if shown is None or talk.now - shown.shown_at > SHOWN_FOR:
        return False
    return _narrow(talk, Chosen(shown.filter), talk.text)


def narrowed_on_top(talk: Talk) -> bool:
    """Narrow a list that was shown after the last step of the form, which waits meanwhile."""
    return on_top(talk) and narrowed(talk)


def on_top(talk: Talk) -> bool:
    """Tell whether a list was shown after the last step of the form that waits for an answer."""
    shown = list_views.get(talk.session, talk.chat_id)
    form = forms.active(talk.session, talk.chat_id)
    return shown is not None and form is not None and shown.shown_at > form.updated_at


def _narrow(talk: Talk, before: Chosen, text: str) -> bool:
    """Show what the words narrow the list to, or ask which; False where they mean nothing."""
    found = meant(talk, text)
    choices = [before.with_(chosen) for chosen in found]
    if len(choices) == 1:
        _list(talk, choices[0], 0)
    elif choices:
        rows = [
            [Button(chosen.label(talk.texts), _page(choice, 0))]
            for chosen, choice in zip(found, choices, strict=True)
        ]
        talk.say(talk.texts("form-which"), rows)
    return bool(choices)


def meant(talk: Talk, text: str) -> list[Chosen]:
    """Return what a list is narrowed to by a member's words: one way, several, or none."""
    languages = writing.languages_of(talk.session, talk.member, talk.texts.language)
    return understood(text, languages=languages, now=talk.now, zone=talk.member_zone)


def _list(talk: Talk, chosen: Chosen, page: int) -> None:
    """Show one page; the active filter stands in the header."""
    which, texts = chosen.as_filter(), talk.texts
    list_views.keep(talk.session, talk.chat_id, chosen.code, now=talk.now)
    total = updates.count(talk.session, which)
    page = max(0, min(page, (total - 1) // PAGE))
    shown = updates.listed(talk.session, which, offset=page * PAGE, limit=PAGE)
    header = texts("projects-header", filter=chosen.label(texts), count=total)
    if not shown:
        none = Html(f"{header}\n\n{texts('projects-none')}\n\n{texts('projects-type')}")
        talk.show(none, _filter_rows(talk, chosen))
        return
    lines = [update_card.line(talk.session, texts, found) for found in shown]
    named = [code for found in shown for code in updates.partners_of(talk.session, found.id)]
    notes = [
        Html(f"<i>{messages.html(note)}</i>")
        for note in update_card.footnotes(list(dict.fromkeys(named)), texts.language)
    ]
    rows = [
        [
            Button(
                messages.shorten(f"{found.ref} · {found.title}", 60),
                PROJECTS.data(ProjectsAction.OPEN, found),
            )
        ]
        for found in shown
    ]
    turning = []
    if page > 0:
        turning.append(Button(texts.plain("page-before"), _page(chosen, page - 1)))
    if (page + 1) * PAGE < total:
        turning.append(Button(texts.plain("page-after"), _page(chosen, page + 1)))
    rows.append(turning)
    rows.extend(_filter_rows(talk, chosen))
    talk.show(Html("\n\n".join([header, *lines, *notes, texts("projects-type")])), rows)


def _filter_rows(talk: Talk, chosen: Chosen) -> list[list[Button]]:
    """Return the ways to another list: a button begins anew, what is typed narrows this one."""
    texts, parts = talk.texts, chosen.parts()
    row = []
    own = people.chambers_of(talk.session, talk.member_id)
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


def pressed(talk: Talk) -> None:
    """A button in the list."""
    press = talk.pressed
    match press.one_of(0, ProjectsAction):
        case ProjectsAction.ALL:
            _list(talk, Chosen(), 0)
        case ProjectsAction.LIST:
            _list(talk, Chosen(press.code(1)), press.number(2))
        case ProjectsAction.OPEN:
            _open(talk, talk.row(1, ProjectUpdate))
        case ProjectsAction.BY:
            _choose_filter(talk, press.code(1))


def _open(talk: Talk, found: ProjectUpdate) -> None:
    may_change = service.may_change(talk.session, found, talk.member)
    talk.say(*update_card.card(talk.session, talk.texts, found, may_change=may_change))


def _choose_filter(talk: Talk, what: str) -> None:
    """Offer what the list can be narrowed to; countries and chambers only where there is any."""
    from bot.understanding.partners import region_code

    language = talk.texts.language
    match what:
        case "country":
            named = [
                (f"p={code}", reference().partner_label(code, language))
                for code in updates.partners_in_use(talk.session)
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
                for code, count in updates.chambers_in_use(talk.session).items()
            ]
        case _:
            raise OldButton(PROJECTS.name)
    shown = named[:MOST_CHOICES]
    if what != "theme":  # themes keep their order, "other" last
        shown.sort(key=lambda pair: plain(pair[1]))
    buttons = [_to_list(label, Chosen(code)) for code, label in shown]
    columns = 1 if what in {"chamber", "region"} else 2
    back = _to_list(talk.texts.plain("form-back"), Chosen())
    key = "projects-choose" if named else "projects-none"
    talk.show(talk.texts(key), [*messages.grid(buttons, columns), [back]])


COMMANDS = (Command("projects", projects, Access.MEMBER, rank=50, usage="[words]"),)
BUTTONS = (Pressed(PROJECTS, pressed, Access.MEMBER),)
READERS = (
    Reader(Way.TYPED, "newer list", narrowed_on_top, Access.MEMBER, 10),
    Reader(Way.TYPED, "list", narrowed, Access.MEMBER, 50),
)
