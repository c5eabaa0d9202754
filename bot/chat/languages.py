"""In which languages somebody is likely to write."""

from sqlmodel import Session

from bot.understanding.languages import OFFICIAL
from config.network import network
from config.reference import reference
from storage import people
from storage.models import Person

EVERY_LANGUAGE = "EU"
"""Its officials may write any language: no one of them is likelier than another."""


def languages_of(
    session: Session, person: Person | None, shown: str, *, country: str | None = None
) -> tuple[str, ...]:
    """Return the official languages that somebody is likely to type, the likeliest first.

    The one that they are *shown*, those of the network, then those of the countries of their
    chambers: a Finnish member who reads English may type Finnish. *country* (ISO code) is that of
    somebody who is not registered yet.
    """
    own = people.chambers_of(session, person.id) if person is not None and person.id else []
    spoken = [
        language
        for chamber in reference().every_chamber
        if chamber.country != EVERY_LANGUAGE
        and (chamber.id in own or (chamber.country == country and country is not None))
        for language in chamber.languages
    ]
    likely = (shown, *network().working_languages, *spoken)
    return tuple(dict.fromkeys(code for code in likely if code in OFFICIAL))
