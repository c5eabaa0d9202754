"""/projects: who does what, by country, region, theme and chamber, in pages."""

from dataclasses import dataclass

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot import keyboards, messages
from bot.documents import update_card
from bot.domain.access import Access
from bot.edge import handles
from bot.handlers.filters import PRIVATE
from bot.keyboards import OldButton, Press
from bot.messages import Button, Html
from bot.services import updates as service
from bot.talk import Talk
from bot.texts import Texts
from bot.understanding.names import plain
from bot.understanding.partners import region_code
from bot.understanding.places import understand_chamber, understand_partners
from bot.understanding.vocabulary import understand_term
from config.reference import reference
from storage import people, updates
from storage.updates import Filter

PAGE = 5
ALL = "all"
MOST_CHOICES = 60
"""Buttons under a choice of filters; whatever else there is can be typed."""


@dataclass(frozen=True)
class Chosen:
    """What the list shows, as it stands in a button: ``p=ME``, ``t=security``, ``c=FR-SEN``."""

    code: str = ALL

    @property
    def kind(self) -> str:
        """What it narrows the list to: ``p`` a partner, ``t`` a theme, ``c`` a chamber."""
        return self.code.partition("=")[0]

    def as_filter(self) -> Filter:
        """Return the filter; raises :class:`OldButton` for a code that no longer exists."""
        kind, _, value = self.code.partition("=")
        if self.code == ALL:
            return Filter()
        if kind == "c" and reference().has_chamber(value):
            return Filter(chamber_id=value)
        if kind == "t" and reference().term("theme", value):
            return Filter(theme=value)
        if kind == "p" and reference().partner(value):
            return Filter(partners=reference().related(value))
        raise OldButton("prj")

    def label(self, texts: Texts) -> str:
        """Return the filter in words."""
        kind, _, value = self.code.partition("=")
        match kind:
            case "c":
                return reference().chamber_label(value, texts.language)
            case "t":
                return reference().label("theme", value, texts.language)
            case "p":
                return reference().partner_label(value, texts.language)
            case _:
                return texts.plain("projects-all")


def projects(talk: Talk) -> None:
    """List what was typed behind the command, or everything."""
    if not talk.argument:
        _list(talk, Chosen(), 0)
        return
    found = understood(talk, talk.argument)
    if not found:
        talk.say(talk.texts("projects-not-understood"))
    elif len(found) == 1:
        _list(talk, found[0], 0)
    else:
        rows = [
            [Button(chosen.label(talk.texts), keyboards.pack("prj", "list", chosen.code, 0))]
            for chosen in found[:8]
        ]
        talk.say(talk.texts("form-which"), rows)


def understood(talk: Talk, text: str) -> list[Chosen]:
    """Return the filters that the words may mean: the sure one, or all that are near."""
    languages = (talk.texts.language, "en", "fr")
    sources = [
        ("p", understand_partners(text, languages=languages)[:1]),
        ("t", [understand_term(text, "theme", languages=languages)]),
        ("c", [understand_chamber(text, languages=languages)]),
    ]
    sure = [
        Chosen(f"{kind}={found.sure}") for kind, many in sources for found in many if found.sure
    ]
    if sure:
        return sure
    return [
        Chosen(f"{kind}={match.code}")
        for kind, many in sources
        for found in many
        for match in found.matches
    ]


def _list(talk: Talk, chosen: Chosen, page: int) -> None:
    """Show one page; the active filter stands in the header."""
    which, texts = chosen.as_filter(), talk.texts
    total = updates.count(talk.session, which)
    page = max(0, min(page, (total - 1) // PAGE))
    shown = updates.listed(talk.session, which, offset=page * PAGE, limit=PAGE)
    header = texts("projects-header", filter=chosen.label(texts), count=total)
    if not shown:
        talk.show(Html(f"{header}\n\n{texts('projects-none')}"), _filter_rows(talk, chosen))
        return
    lines = [update_card.line(talk.session, texts, found) for found in shown]
    named = [code for found in shown for code in updates.partners_of(talk.session, found.id or 0)]
    notes = [
        Html(f"<i>{messages.html(note)}</i>")
        for note in update_card.footnotes(list(dict.fromkeys(named)), texts.language)
    ]
    rows = [
        [
            Button(
                messages.shorten(f"{found.ref} · {found.title}", 60),
                keyboards.pack("prj", "open", found.id),
            )
        ]
        for found in shown
    ]
    turning = []
    if page > 0:
        back = keyboards.pack("prj", "list", chosen.code, page - 1)
        turning.append(Button(texts.plain("page-before"), back))
    if (page + 1) * PAGE < total:
        more = keyboards.pack("prj", "list", chosen.code, page + 1)
        turning.append(Button(texts.plain("page-after"), more))
    rows.append(turning)
    rows.extend(_filter_rows(talk, chosen))
    talk.show(Html("\n\n".join([header, *lines, *notes])), rows)


def _filter_rows(talk: Talk, chosen: Chosen) -> list[list[Button]]:
    texts = talk.texts
    row = []
    own = people.chambers_of(talk.session, talk.member_id)
    for chamber_id in own:
        if chosen.code != f"c={chamber_id}":
            label = reference().chamber_label(chamber_id, texts.language)
            words = texts.plain("projects-own") if len(own) == 1 else label
            row.append(Button(words, keyboards.pack("prj", "list", f"c={chamber_id}", 0)))
    if chosen.code != ALL:
        row.append(Button(texts.plain("projects-all"), keyboards.pack("prj", "list", ALL, 0)))
    choose = [
        Button(texts.plain(f"projects-by-{what}"), keyboards.pack("prj", "by", what))
        for what in ("country", "region", "theme", "chamber")
    ]
    return [row, *messages.grid(choose, 2)]


def pressed(talk: Talk) -> None:
    """A button in the list."""
    press = talk.press or Press("", ())
    match press.code(0):
        case "all":
            _list(talk, Chosen(), 0)
        case "list":
            _list(talk, Chosen(press.code(1)), press.number(2))
        case "open":
            _open(talk, press.number(1))
        case "by":
            _choose_filter(talk, press.code(1))
        case _:
            raise OldButton("prj")


def _open(talk: Talk, update_id: int) -> None:
    found = updates.get(talk.session, update_id)
    if found is None:
        raise OldButton("prj")
    may_change = service.may_change(talk.session, found, talk.member)
    talk.say(*update_card.card(talk.session, talk.texts, found, may_change=may_change))


def _choose_filter(talk: Talk, what: str) -> None:
    """Offer what the list can be narrowed to; countries and chambers only where there is any."""
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
            raise OldButton("prj")
    shown = named[:MOST_CHOICES]
    if what != "theme":  # themes keep their order, "other" last
        shown.sort(key=lambda pair: plain(pair[1]))
    buttons = [Button(label, keyboards.pack("prj", "list", code, 0)) for code, label in shown]
    columns = 1 if what in {"chamber", "region"} else 2
    back = Button(talk.texts.plain("form-back"), keyboards.pack("prj", "list", ALL, 0))
    key = "projects-choose" if named else "projects-none"
    talk.show(talk.texts(key), [*messages.grid(buttons, columns), [back]])


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """Return the handlers of this noun."""
    return [
        CommandHandler("projects", handles(projects, Access.MEMBER), filters=PRIVATE),
        CallbackQueryHandler(handles(pressed, Access.MEMBER), pattern=r"^prj:"),
    ]
