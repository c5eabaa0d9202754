"""Who works with a partner or on a theme: the chambers, each with its latest activities."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session

from bot.core import messages
from bot.core.messages import Button, Html, Keyboard
from bot.core.texts import Texts
from bot.updates import card as update_card
from bot.updates.callbacks import PROJECTS, WHO, WHO_ASK, ProjectsAction
from bot.updates.fields import period
from bot.updates.titles import title
from config.reference import reference
from storage import updates
from storage.updates import Filter, Of

CHAMBERS_SHOWN = 15
ACTIVITIES_SHOWN = 2
"""The latest of each chamber; the others are behind a button."""


def card(
    session: Session, texts: Texts, which: Filter, *, what: str, code: str
) -> tuple[Html, Keyboard]:
    """Return the card; *what* names the filter in words, *code* is how the list's buttons do."""
    by_chamber = _by_chamber(session, which)
    if not by_chamber:
        return texts("who-nobody", what=what), [_another(texts)]
    total = sum(found.count for found in by_chamber.values())
    shown = [
        update
        for chamber_id in list(by_chamber)[:CHAMBERS_SHOWN]
        for update in by_chamber[chamber_id].latest
    ]
    partners = updates.partners_of_each(session, [update.id for update in shown])
    parts = [texts("who-heading", what=what, chambers=len(by_chamber), count=total)]
    for chamber_id in list(by_chamber)[:CHAMBERS_SHOWN]:
        parts.append(_block(texts, chamber_id, by_chamber[chamber_id], partners))
    hidden = len(by_chamber) - CHAMBERS_SHOWN
    if hidden > 0:
        parts.append(texts("who-more", count=hidden))
    parts.extend(_notes(texts, [code for update in shown for code in partners[update.id]]))
    all_of_it = PROJECTS.data(ProjectsAction.LIST, code, 0)
    rows = [[Button(texts.plain("who-activities", count=total), all_of_it)], _another(texts)]
    return Html("\n\n".join(parts)), rows


def _by_chamber(session: Session, which: Filter) -> dict[str, Of]:
    """Return what each chamber has, in protocol order."""
    found = updates.by_chamber(session, which, each=ACTIVITIES_SHOWN)
    order = [chamber.id for chamber in reference().every_chamber]
    return {chamber_id: found[chamber_id] for chamber_id in order if chamber_id in found}


def _block(
    texts: Texts,
    chamber_id: str,
    found: Of,
    partners: Mapping[int, Sequence[str]],
) -> Html:
    language = texts.language
    head = texts(
        "who-chamber", chamber=reference().chamber_label(chamber_id, language), count=found.count
    )
    lines = [
        texts(
            "who-line",
            title=title(texts, update, partners[update.id]),
            when=period(update, language),
            partners=update_card.partners(partners[update.id], language),
            status=reference().label("status", update.status, language),
        )
        for update in found.latest
    ]
    return Html("\n".join([head, *lines]))


def _notes(texts: Texts, codes: Sequence[str]) -> list[Html]:
    """Return the mandatory footnotes of the partners that the lines name."""
    notes = update_card.footnotes(list(dict.fromkeys(codes)), texts.language)
    return [Html(f"<i>{messages.html(note)}</i>") for note in notes]


def _another(texts: Texts) -> list[Button]:
    return [Button(texts.plain("who-another"), WHO.data(WHO_ASK))]
