"""Which answers a meeting offers: it depends on how the meeting is held."""

from storage.models import Choice, Format


def choices_for(format_: Format) -> tuple[Choice, ...]:
    """Return the answers that a meeting of this format allows."""
    match format_:
        case Format.IN_PERSON:
            return Choice.IN_PERSON, Choice.CANNOT
        case Format.ONLINE:
            return Choice.ONLINE, Choice.CANNOT
        case Format.HYBRID:
            return Choice.IN_PERSON, Choice.ONLINE, Choice.CANNOT
