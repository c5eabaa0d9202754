"""An activity in words: its card, its line in a list, and what is said when it was submitted."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlmodel import Session

from bot.chat.forms.fields import Goes, Shown
from bot.core.messages import Button, Html, Keyboard, Style, html
from bot.core.texts import Texts
from bot.updates import overlap
from bot.updates.callbacks import UPDATE, WHO, UpdateAction
from bot.updates.fields import UPDATE_FIELDS, period
from bot.updates.overlap import ComparedActivity, Overlap
from bot.updates.titles import title
from config.reference import reference
from storage import updates
from storage.models import ProjectUpdate, UpdateState

CALLED_OFF = "cancelled"
"""The status of an activity that did not take place: nobody overlaps with it."""
NAMES_SHOWN, WHO_SHOWN = 5, 3


def footnotes(codes: Sequence[str], language: str) -> list[str]:
    """Return the mandatory footnotes of the partners named."""
    named = [code for code in codes if "*" in reference().partner_label(code, language)]
    return reference().footnotes(named, language)


def partners(codes: Sequence[str], language: str) -> str:
    """Return an update's partners in words."""
    return ", ".join(reference().partner_label(code, language) for code in codes)


def line(texts: Texts, update: ProjectUpdate, codes: Sequence[str]) -> Html:
    """Return an update in a list: title, chamber, kind, partners (of these *codes*), days."""
    return texts(
        "update-line",
        chamber=reference().chamber_label(update.chamber_id, texts.language),
        when=period(update, texts.language),
        partners=partners(codes, texts.language),
        kind=reference().label("kind", update.kind, texts.language),
        title=title(texts, update, codes),
    )


def card(
    session: Session, texts: Texts, update: ProjectUpdate, *, may_change: bool
) -> tuple[Html, Keyboard]:
    """Return the whole card of an update, with what its reader may do."""
    if update.state is UpdateState.WITHDRAWN:
        return texts("update-withdrawn", ref=update.ref), []
    rows = [_changes(texts, update)] if may_change else []
    return _text(session, texts, update), rows


def _changes(texts: Texts, update: ProjectUpdate) -> list[Button]:
    """Return what its chamber may do with an update."""
    return [
        Button(texts.plain("update-change"), UPDATE.data(UpdateAction.EDIT, update)),
        Button(texts.plain("update-withdraw"), UPDATE.data(UpdateAction.WITHDRAW, update)),
    ]


def _text(session: Session, texts: Texts, update: ProjectUpdate) -> Html:
    codes = updates.codes_of(session, UPDATE_FIELDS.links, update.id)
    sheet = UPDATE_FIELDS.sheet(Shown(update, texts, codes=codes), Goes.CARD)
    notes = footnotes(codes["partners"], texts.language)
    parts = [*sheet.headings, Html("\n".join(sheet.lines)), *sheet.blocks]
    parts.extend(Html(f"<i>{html(note)}</i>") for note in notes)
    return Html("\n\n".join(parts))


def submitted(session: Session, texts: Texts, update: ProjectUpdate) -> tuple[Html, Keyboard]:
    """Return what is said when an update was submitted: its reference, and who else is there."""
    codes = updates.codes_of(session, UPDATE_FIELDS.links, update.id)
    found = overlap_of(session, update, codes)
    parts = [texts("update-submitted", ref=update.ref)]
    new = UPDATE.data(UpdateAction.NEW)
    rows: Keyboard = [
        _changes(texts, update),
        [Button(texts.plain("update-another"), new, style=Style.PRIMARY)],
    ]
    if found.chambers:
        parts.append(_overlap_line(texts, codes["partners"], found))
        rows = [*_who_rows(texts, codes["partners"]), *rows]
    return Html("\n\n".join(parts)), rows


def overlap_of(
    session: Session, update: ProjectUpdate, codes: Mapping[str, Sequence[str]]
) -> Overlap:
    """Return which other chambers work with the update's partners, and how close they are.

    *codes* are the update's own. However many updates there are, two queries find it.
    """
    related = frozenset().union(*(reference().related(code) for code in codes["partners"]))
    others = {"besides": update.chamber_id, "but": CALLED_OFF}
    own = _activity(update.chamber_id, codes["themes"], update.start, update.end)
    counts = updates.counts_with_partner(session, related, **others)
    if not counts:
        return overlap.of(own, counts, [])
    since, until = overlap.months(own)
    near = updates.themes_near(session, related, own.themes, since, until, **others)
    return overlap.of(
        own, counts, [_activity(chamber, [theme], *days) for chamber, theme, *days in near]
    )


def _activity(chamber_id: str, themes: Sequence[str], start: date, end: date) -> ComparedActivity:
    return ComparedActivity(chamber_id, frozenset(themes), start, max(start, end))


def _overlap_line(texts: Texts, codes: Sequence[str], found: Overlap) -> Html:
    said = texts(
        "update-others",
        count=len(found.chambers),
        partners=partners(codes, texts.language),
        names=_names(found.chambers, texts.language),
    )
    if not found.close:
        return said
    if len(found.chambers) == 1:
        return Html(f"{said} {texts('update-other-close')}")
    names = _names(found.close, texts.language)
    close = texts("update-others-close", count=len(found.close), names=names)
    return Html(f"{said} {close}")


def _names(chambers: Sequence[str], language: str) -> str:
    labels = [reference().chamber_label(code, language) for code in chambers[:NAMES_SHOWN]]
    shown = ", ".join(labels)
    return f"{shown}, …" if len(chambers) > NAMES_SHOWN else shown


def _who_rows(texts: Texts, codes: Sequence[str]) -> list[list[Button]]:
    """Return a button to see who works with each partner."""
    return [
        [
            Button(
                texts.plain("who-button", what=reference().partner_label(code, texts.language)),
                WHO.data(f"p={code}"),
            )
        ]
        for code in codes[:WHO_SHOWN]
    ]
