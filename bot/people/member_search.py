"""Whom of the members the words behind /people mean."""

from bot.chat.request import Request
from bot.understanding import places
from bot.understanding.names import plain
from storage import people as stored
from storage.models import Person


def read_ahead(request: Request) -> bool:
    """Read what was typed behind the command, before the transaction."""
    if request.argument:
        _meant(request, request.argument)
    return True


def _meant(request: Request, words: str) -> frozenset[str]:
    """Return the chambers that words may mean: by name, or all of their country."""

    def read() -> frozenset[str]:
        languages = (request.texts.language, *request.runtime.network.working_languages)
        return frozenset(places.chambers_meant(words, languages=languages))

    return request.readings.of(("member's chamber", words), read)


def found(request: Request, words: str) -> list[Person]:
    """Return the members whose name, @name, unit, email or chamber the words are."""
    seats, chambers = stored.seats(request.session), _meant(request, words)
    return [
        person
        for person in stored.members(request.session)
        if _is_called(person, words) or not chambers.isdisjoint(seats.get(person.id, []))
    ]


def _is_called(person: Person, words: str) -> bool:
    """Tell whether words are part of what a person is known by; accents do not count."""
    known = " ".join(filter(None, (person.name, person.username, person.unit, person.email)))
    wanted = plain(words).split()
    return bool(wanted) and all(word in plain(known) for word in wanted)
