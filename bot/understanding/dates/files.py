"""Where the words of dates are kept."""

from config.reference import DATA

FOLDER = DATA / "words" / "dates"
"""A file a language."""
ZONES = DATA / "words" / "zones.json"
"""Abbreviations of time zones, and the words beside a city whose time is told."""
BEFORE = DATA / "words" / "before.json"
"""How each language counts back from a day that is known."""
CALENDAR = "calendar.json"
"""Names of months and weekdays as CLDR has them, for all languages."""
