"""What nobody asked for: a message that looks like an activity is offered to be reported.

Until the person has answered, the text waits in a row of its own that ends by itself after a day
(:mod:`bot.updates.drafts`); with No it is deleted at once.
"""

from bot.chat import languages as writing
from bot.chat.callback_data import OldButton
from bot.chat.feature import Button as Pressed
from bot.chat.feature import Reader, Way
from bot.chat.request import Talk
from bot.core.access import Access
from bot.core.messages import Button, Style
from bot.core.texts import Texts
from bot.updates import drafts
from bot.updates import report as project_update
from bot.updates.callbacks import OFFER, OfferAction
from storage import forms
from storage.models import Form


def offered(talk: Talk) -> bool:
    """Offer to report what was written, or carry out the typed answer to such an offer."""
    if not talk.words:
        return False
    waiting = drafts.offer_of(talk.session, talk.chat_id)
    if waiting is not None and _answered(talk, waiting, talk.words):
        return True
    count = how_many(talk, talk.words)
    if waiting is not None:
        forms.discard(talk.session, waiting)
    if not count:
        return False
    _put(talk, count)
    return True


def _offered_beside_a_form(talk: Talk) -> bool:
    """Offer to report what is hardly an answer to the form that is open."""
    return talk.engine.could_be_another(talk) and offered(talk)


def read_again(talk: Talk) -> bool:
    """Take the edited text in place of the one that an offer waits with."""
    waiting = drafts.offer_of(talk.session, talk.chat_id)
    if waiting is None or not talk.words or waiting.answers["message"] != talk.message_id:
        return False
    count = how_many(talk, talk.words)
    forms.discard(talk.session, waiting)
    if count:
        talk.say(talk.texts("form-edit-read"))
        _put(talk, count)
    else:
        talk.say(talk.texts("offer-activity-dropped"))
    return True


def how_many(talk: Talk, text: str) -> int:
    """Return how many activities of the person's own an unprompted message tells of."""
    from bot.understanding.activity import looks_like_activity, split_activities

    languages = writing.languages_of(talk.session, talk.member, talk.texts.language)
    zone = talk.member_zone
    if not looks_like_activity(text, languages=languages, now=talk.now, zone=zone):
        return 0
    return len(split_activities(text, languages=languages, now=talk.now, zone=zone)) or 1


def _put(talk: Talk, count: int) -> None:
    waiting = drafts.keep_offer(
        talk.session, talk.chat_id, talk.words or "", talk.message_id, now=talk.now
    )
    texts = talk.texts
    if talk.message is not None and talk.message.caption:
        talk.say(texts("offer-caption-only"))
    yes, no = OFFER.data(OfferAction.YES, waiting), OFFER.data(OfferAction.NO, waiting)
    talk.say(
        texts("offer-activity", count=count),
        [
            [
                Button(texts.plain("offer-activity-yes"), yes, style=Style.SUCCESS),
                Button(texts.plain("offer-activity-no"), no),
            ]
        ],
    )


def _answered(talk: Talk, waiting: Form, text: str) -> bool:
    """Carry out a typed yes or no."""
    said = text.casefold().strip(" .!")
    if said in _words(talk.texts, "form-yes-words"):
        _report(talk, waiting)
    elif said in _words(talk.texts, "form-no-words"):
        _drop(talk, waiting)
    else:
        return False
    return True


def _words(texts: Texts, key: str) -> set[str]:
    return {word.strip().casefold() for word in texts.plain(key).split(",")}


def pressed(talk: Talk) -> None:
    """A button under such an offer."""
    waiting = talk.row(1, Form, over="offer-over")
    if waiting.kind != drafts.OFFER or waiting.telegram_id != talk.chat_id:
        raise OldButton(OFFER.name)
    match talk.pressed.one_of(0, OfferAction):
        case OfferAction.YES:
            _report(talk, waiting)
        case OfferAction.NO:
            _drop(talk, waiting)


def _drop(talk: Talk, waiting: Form) -> None:
    forms.discard(talk.session, waiting)
    talk.show(talk.texts("offer-activity-dropped"))


def _report(talk: Talk, waiting: Form) -> None:
    """Begin a report with the text; the offer itself is over."""
    text, message_id = waiting.answers["text"], waiting.answers["message"]
    forms.discard(talk.session, waiting)
    who = project_update.who_reports(talk.session, talk.member, talk.texts.language)
    talk.engine.start_with(talk, project_update.KIND, text, message_id=message_id, answers=who)


BUTTONS = (Pressed(OFFER, pressed, Access.CHAMBER),)
READERS = (
    Reader(
        Way.TYPED,
        "unasked, a form is open",
        _offered_beside_a_form,
        Access.CHAMBER,
        20,
    ),
    Reader(Way.TYPED, "unasked", offered, Access.CHAMBER, 40),
    Reader(Way.EDITED, "unasked", read_again, Access.CHAMBER, 20),
)
