"""Where the words of dates are kept."""

from config.reference import DATA

FOLDER = DATA / "words" / "dates"
"""A file a language."""
BEFORE = DATA / "words" / "before.json"
"""How each language counts back from a day that is known."""
CALENDAR = "calendar.json"
"""Names of months and weekdays as CLDR has them, for all languages."""
