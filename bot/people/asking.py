"""Asking to join: whom the organiser lets ask, how often an account may, and how many may wait.

Without these bounds one account filled every coordinator's chat with applications.
"""

from datetime import datetime, timedelta
from hmac import compare_digest

from sqlmodel import Session

from config.network import Network, SelfRegistration
from storage import asking
from storage.models import Person

AGAIN_AFTER = timedelta(days=1)
"""So long an account waits that erased itself, or that was declined more than once lately."""
OPEN_AT_MOST = 20
"""Applications that may wait for a decision in all."""
DECLINED_ONCE = 1
"""Who was declined so often may ask again at once: it may have been the wrong chamber."""
LATELY = timedelta(days=30)


class MustWait(Exception):
    """The account may ask to join again, but not yet."""

    def __init__(self, until: datetime) -> None:
        """Keep *until* when."""
        super().__init__(until)
        self.until = until


class TooManyOpen(Exception):
    """As many applications wait for a decision as are taken."""


def may_ask(network: Network, code: str | None) -> bool:
    """Tell whether somebody may ask to join without an invitation, with or without a *code*."""
    match network.self_registration:
        case SelfRegistration.OPEN:
            return True
        case SelfRegistration.BY_CODE:
            return is_code(network, code)
        case _:
            return False


def is_code(network: Network, code: str | None) -> bool:
    """Tell whether *code* is the one with which one may ask to join."""
    own = network.code_to_ask
    return own is not None and compare_digest(own.encode(), (code or "").encode())


def check(session: Session, person: Person | None, account: int, *, now: datetime) -> None:
    """Refuse one application more where it is too soon or there are too many.

    Raises :class:`MustWait` and :class:`TooManyOpen`. *person* is who the account belonged to.
    Until the transaction ends nobody else's application is counted or added.
    """
    asking.lock(session)
    paused = asking.paused_until(session, account, now=now)
    if paused is not None:
        raise MustWait(paused)
    if person is not None:
        declined = asking.declined_since(session, person.id, now - LATELY)
        if len(declined) > DECLINED_ONCE and declined[-1] + AGAIN_AFTER > now:
            raise MustWait(declined[-1] + AGAIN_AFTER)
    if asking.open_now(session, now=now) >= OPEN_AT_MOST:
        raise TooManyOpen


def pause(session: Session, account: int, *, now: datetime) -> datetime:
    """Let an account that erased itself wait; return until when."""
    until = now + AGAIN_AFTER
    asking.pause(session, account, until=until)
    return until
