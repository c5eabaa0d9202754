"""An activity in words: its card, its line in a list, and what is said when it was submitted."""

from collections.abc import Sequence

from sqlmodel import Session

from bot import times
from bot.callbacks import UPDATE, WHO, UpdateAction
from bot.domain import overlap
from bot.domain.overlap import Activity, Overlap
from bot.messages import Button, Html, Keyboard, Style, html
from bot.texts import Texts, language_name
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


def period(update: ProjectUpdate, language: str) -> str:
    """Return the days of an activity in words."""
    return times.period(update.start, update.end, update.start_precision, language)


def partners(session: Session, update: ProjectUpdate, language: str) -> str:
    """Return an update's partners in words."""
    codes = updates.partners_of(session, update.id)
    return ", ".join(reference().partner_label(code, language) for code in codes)


def line(session: Session, texts: Texts, update: ProjectUpdate) -> Html:
    """Return an update in a list: reference, days, partner, kind, title."""
    return texts(
        "update-line",
        ref=update.ref,
        when=period(update, texts.language),
        partners=partners(session, update, texts.language),
        kind=reference().label("kind", update.kind, texts.language),
        title=update.title,
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
    language = texts.language
    values: list[tuple[str, str]] = [
        ("chamber", reference().chamber_label(update.chamber_id, language)),
        ("partners", partners(session, update, language)),
        ("partner_institution", update.partner_institution or ""),
        ("kind", reference().label("kind", update.kind, language)),
        ("themes", _labels("theme", updates.themes_of(session, update.id), language)),
        ("programme", _programme(update, texts)),
        ("status", reference().label("status", update.status, language)),
        ("dates", period(update, language)),
        ("format", _format(update, language)),
        ("other_chambers", _chambers(update.other_chambers, language)),
        ("audience", _people(update, texts)),
        ("outcome", update.outcome or ""),
        ("cooperation", _cooperation(update, texts)),
        ("url", update.url or ""),
        ("sharing", reference().label("sharing", update.sharing, language)),
        ("ipex_url", update.ipex_url or ""),
    ]
    lines = [
        texts("form-field", label=texts(f"project_update-{name}-label"), value=value)
        for name, value in values
        if value
    ]
    parts = [
        texts("update-heading", ref=update.ref, title=update.title),
        Html("\n".join(lines)),
        texts(
            "update-summary",
            summary=update.summary,
            language=language_name(update.summary_language),
        ),
    ]
    if update.summary_en:
        parts.append(texts("update-summary-en", summary=update.summary_en))
    notes = footnotes(updates.partners_of(session, update.id), language)
    parts.extend(Html(f"<i>{html(note)}</i>") for note in notes)
    return Html("\n\n".join(parts))


def _labels(vocabulary: str, codes: Sequence[str], language: str) -> str:
    return ", ".join(reference().label(vocabulary, code, language) for code in codes)


def _chambers(codes: Sequence[str], language: str) -> str:
    return ", ".join(reference().chamber_label(code, language) for code in codes)


def _programme(update: ProjectUpdate, texts: Texts) -> str:
    label = reference().label("programme", update.programme, texts.language)
    return _with(texts, label, update.programme_label)


def _with(texts: Texts, label: str, more: str | None) -> str:
    return texts.plain("label-and-more", label=label, more=more) if more else label


def _format(update: ProjectUpdate, language: str) -> str:
    label = reference().label("format", update.format.value, language)
    return f"{label}, {update.place}" if update.place else label


def _people(update: ProjectUpdate, texts: Texts) -> str:
    parts = []
    if update.audience:
        parts.append(reference().label("audience", update.audience, texts.language))
    if update.participants is not None:
        parts.append(texts.plain("update-participants", count=update.participants))
    if update.women is not None:
        parts.append(texts.plain("update-women", count=update.women))
    return ", ".join(parts)


def _cooperation(update: ProjectUpdate, texts: Texts) -> str:
    if update.cooperation is None:
        return ""
    label = reference().label("cooperation", update.cooperation, texts.language)
    return _with(texts, label, update.cooperation_text)


def submitted(session: Session, texts: Texts, update: ProjectUpdate) -> tuple[Html, Keyboard]:
    """Return what is said when an update was submitted: its reference, and who else is there."""
    codes = updates.partners_of(session, update.id)
    found = overlap_of(session, update)
    parts = [texts("update-submitted", ref=update.ref)]
    new = UPDATE.data(UpdateAction.NEW)
    rows: Keyboard = [
        _changes(texts, update),
        [Button(texts.plain("update-another"), new, style=Style.PRIMARY)],
    ]
    if found.chambers:
        parts.append(_overlap_line(session, texts, update, found))
        rows = [*_who_rows(texts, codes), *rows]
    return Html("\n\n".join(parts)), rows


def overlap_of(session: Session, update: ProjectUpdate) -> Overlap:
    """Return which other chambers work with the update's partners, and how close they are."""
    codes = updates.partners_of(session, update.id)
    related = frozenset().union(*(reference().related(code) for code in codes))
    others = updates.with_partner(session, related, besides=update.chamber_id)
    return overlap.of(
        _activity(session, update),
        [_activity(session, other) for other in others if other.status != CALLED_OFF],
    )


def _activity(session: Session, update: ProjectUpdate) -> Activity:
    themes = frozenset(updates.themes_of(session, update.id))
    return Activity(update.chamber_id, themes, update.start, max(update.start, update.end))


def _overlap_line(session: Session, texts: Texts, update: ProjectUpdate, found: Overlap) -> Html:
    said = texts(
        "update-others",
        count=len(found.chambers),
        partners=partners(session, update, texts.language),
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
    shown = _chambers(chambers[:NAMES_SHOWN], language)
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
