"""What nobody asked for: a message that looks like an activity is offered to be reported.

Until the person has answered, the text waits in a row of its own (:mod:`storage.offers`) that ends
by itself after a day; with No it is deleted at once. Several notes in a row wait side by side, each
with its own buttons; a typed yes or no is to the latest.
"""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.chat import languages as writing
from bot.chat import steering
from bot.chat.callback_data import OldButton
from bot.chat.feature import ButtonHandler, Listener, Way
from bot.chat.forms import joined
from bot.chat.request import Request
from bot.chat.steering import Steer
from bot.core import messages
from bot.core.access import Access
from bot.core.messages import Button, Html, Style
from bot.core.texts import Texts
from bot.updates import report
from bot.updates.callbacks import OFFER, OfferAction
from bot.updates.own_words import told_in, understood_of
from storage import offers
from storage.models import OfferedText

OFFER_LASTS = timedelta(days=1)
TOGETHER = timedelta(seconds=2)
"""What is sent until so long after an offer belongs to its text."""
TYPED_WITHIN = timedelta(hours=1)
"""How long a typed yes or no is to an offer; its buttons hold until it ends."""
BEGINNING = 60
"""Characters of a note that tell it from another one."""


def expire(session: Session, *, now: datetime) -> None:
    """Delete texts whose writers did not say that they should be reported."""
    offers.forget_before(session, now - OFFER_LASTS)


def offered(request: Request) -> bool:
    """Offer to report what was written, or carry out the typed answer to such an offer."""
    if not request.words:
        return False
    waiting = offers.waiting(request.session, request.chat_id)
    if waiting is not None and _answered(request, waiting, request.words):
        return True
    if waiting is not None and _goes_on(request, waiting):
        _join(request, waiting)
        return True
    # Whatever else is written: the offers wait, each with its own buttons.
    count = how_many(request, request.words)
    if count:
        _put(request, count)
    return bool(count)


def _goes_on(request: Request, waiting: OfferedText) -> bool:
    """Tell whether a message belongs to the text on offer: it came with it, or is its other half.

    What was sent before the offer could be read is no answer to it, and nothing new.
    """
    message = request.update.message
    if message is None or messages.units(_together(request, waiting)) > joined.MOST:
        return False
    is_split = messages.units(waiting.text) >= joined.SPLIT
    return message.date <= waiting.offered_at + (joined.SPLIT_WITHIN if is_split else TOGETHER)


def _together(request: Request, waiting: OfferedText) -> str:
    """Return the text on offer with what came behind it; a split one goes on in its line."""
    is_split = messages.units(waiting.text) >= joined.SPLIT
    return ("\n" if is_split else "\n\n").join([waiting.text, request.words or ""])


def _join(request: Request, waiting: OfferedText) -> None:
    """Put the offer anew for the longer text; the earlier card's buttons are for it as well."""
    waiting.text = _together(request, waiting)
    # Of several messages no single one can be read again in place of the whole.
    waiting.message_id = None
    request.session.add(waiting)
    count = how_many(request, waiting.text) or 1
    asked = request.texts("offer-activity", count=count)
    _ask(request, waiting, Html(f"{request.texts('form-joined')}\n\n{asked}"))


def _offered_beside_a_form(request: Request) -> bool:
    """Offer to report what is hardly an answer to the form that is open."""
    return request.engine.could_be_another(request) and offered(request)


def read_again(request: Request) -> bool:
    """Take the edited text in place of the one that was offered."""
    waiting = offers.of_message(request.session, request.chat_id, request.message_id)
    if waiting is None or not request.words:
        return False
    count = how_many(request, request.words)
    offers.forget(request.session, waiting)
    if count:
        request.say(request.texts("form-edit-read"))
        _put(request, count)
    else:
        request.say(request.texts("offer-activity-dropped"))
    return True


def how_many(request: Request, text: str) -> int:
    """Return how many activities of the person's own an unprompted message tells of."""
    return request.readings.of(("unasked", text), lambda: _count(request, text))


def _count(request: Request, text: str) -> int:
    # 2 MiB: the first text loads it.
    from bot.understanding.activity import looks_like_activity, split_activities

    languages = writing.languages_of(request.session, request.member, request.texts.language)
    zone = request.member_zone
    if not looks_like_activity(text, languages=languages, now=request.now, zone=zone):
        return 0
    # It looks like an activity as a whole, though no single one could be told apart.
    return len(split_activities(text, languages=languages, now=request.now, zone=zone)) or 1


# --- before the transaction --------------------------------------------------------------------


def _offered_ahead(request: Request) -> bool:
    """Read what was written, or what is reported with a typed yes."""
    if not request.words:
        return False
    waiting = offers.waiting(request.session, request.chat_id)
    said = _said(request, waiting, request.words) if waiting is not None else None
    if waiting is not None and said is OfferAction.YES:
        _report_ahead(request, waiting)
    is_more = waiting is not None and said is None and _goes_on(request, waiting)
    text = _together(request, waiting) if waiting is not None and is_more else request.words
    return said is not None or bool(how_many(request, text)) or is_more


def _beside_a_form_ahead(request: Request) -> bool:
    return request.engine.could_be_another(request) and _offered_ahead(request)


def _again_ahead(request: Request) -> bool:
    waiting = offers.of_message(request.session, request.chat_id, request.message_id)
    if waiting is None or not request.words:
        return False
    how_many(request, request.words)
    return True


def _pressed_ahead(request: Request) -> bool:
    waiting = _pressed_offer(request)
    if request.pressed.one_of(0, OfferAction) is OfferAction.YES:
        _report_ahead(request, waiting)
    return True


def _report_ahead(request: Request, waiting: OfferedText) -> None:
    read_told(request, waiting.text)


def read_told(request: Request, text: str) -> None:
    """Read the activities of a text that is about to be reported."""
    languages = writing.languages_of(request.session, request.member, request.texts.language)
    request.readings.of(
        told_in(text),
        lambda: understood_of(text, languages=languages, now=request.now, zone=request.member_zone),
    )


# --- the offer -----------------------------------------------------------------------------------


def _put(request: Request, count: int) -> None:
    is_another = offers.waiting(request.session, request.chat_id) is not None
    waiting = offers.keep(
        request.session, request.chat_id, request.words or "", request.message_id, now=request.now
    )
    texts = request.texts
    if request.message is not None and request.message.caption:
        request.say(texts("offer-caption-only"))
    asked = texts("offer-activity", count=count)
    if is_another:
        # Of two notes that come together each offer says which one it is for.
        begins = messages.shorten(waiting.text, BEGINNING)
        asked = Html(f"{texts('offer-activity-which', text=begins)}\n\n{asked}")
    _ask(request, waiting, asked)


def _ask(request: Request, waiting: OfferedText, asked: Html) -> None:
    """Put the offer; where its card is still the last message, in place of what it said."""
    yes, no = OFFER.data(OfferAction.YES, waiting), OFFER.data(OfferAction.NO, waiting)
    texts = request.texts
    rows = [
        [
            Button(texts.plain("offer-activity-yes"), yes, style=Style.SUCCESS),
            Button(texts.plain("offer-activity-no"), no),
        ]
    ]
    written, keeper = request.message_id, f"offer:{waiting.id}"
    # What was written before the card stands above it, however late it is read.
    if waiting.card_id is not None and written is not None and written < waiting.card_id:
        request.edit(waiting.card_id, asked, rows, remember=keeper)
    else:
        request.say(asked, rows, remember=keeper)


def _answered(request: Request, waiting: OfferedText, text: str) -> bool:
    """Carry out a typed yes or no."""
    match _said(request, waiting, text):
        case OfferAction.YES:
            _report(request, waiting)
        case OfferAction.NO:
            _drop(request, waiting)
        case None:
            return False
    return True


def _said(request: Request, waiting: OfferedText, text: str) -> OfferAction | None:
    """Return the button whose words were typed, while the offer is what one may have read last."""
    if request.now - waiting.offered_at > TYPED_WITHIN:
        return None
    texts, said = request.texts, text.casefold().strip(" .!")
    if said in _words(texts, "form-yes-words"):
        return OfferAction.YES
    is_no = said in _words(texts, "form-no-words") or steering.meant(text) is Steer.CANCEL
    return OfferAction.NO if is_no else None


def _words(texts: Texts, key: str) -> set[str]:
    return {word.strip().casefold() for word in texts.plain(key).split(",")}


def pressed(request: Request) -> None:
    """A button under such an offer."""
    waiting = _pressed_offer(request)
    match request.pressed.one_of(0, OfferAction):
        case OfferAction.YES:
            _report(request, waiting)
        case OfferAction.NO:
            _drop(request, waiting)


def _pressed_offer(request: Request) -> OfferedText:
    waiting = request.row(1, OfferedText, over="offer-over")
    # Any client can send any data: the row has to be that of whoever presses.
    if waiting.telegram_id != request.chat_id:
        raise OldButton(OFFER.name)
    return waiting


def _drop(request: Request, waiting: OfferedText) -> None:
    offers.forget(request.session, waiting)
    request.show(request.texts("offer-activity-dropped"))


def _report(request: Request, waiting: OfferedText) -> None:
    """Begin a report with the text; the offer itself is over."""
    text, message_id = waiting.text, waiting.message_id
    offers.forget(request.session, waiting)
    report_told(request, text, message_id)


def report_told(request: Request, text: str, message_id: int | None) -> None:
    """Begin a report with a text that came in a message."""
    who = report.who_reports(request.session, request.member, request.texts.language)
    request.engine.start_with(request, report.KIND, text, message_id=message_id, answers=who)


BUTTONS = (ButtonHandler(OFFER, pressed, Access.CHAMBER, ahead=_pressed_ahead),)
LISTENERS = (
    Listener(
        Way.TYPED,
        "unasked, a form is open",
        _offered_beside_a_form,
        Access.CHAMBER,
        20,
        _beside_a_form_ahead,
    ),
    Listener(Way.TYPED, "unasked", offered, Access.CHAMBER, 40, _offered_ahead),
    Listener(Way.EDITED, "unasked", read_again, Access.CHAMBER, 20, _again_ahead),
)
