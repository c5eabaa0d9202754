"""The official languages of the European Union."""

# fmt: off
OFFICIAL = (
    "bg", "hr", "cs", "da", "nl", "en", "et", "fi", "fr", "de", "el", "hu",
    "ga", "it", "lv", "lt", "mt", "pl", "pt", "ro", "sk", "sl", "es", "sv",
)
# fmt: on
"""ISO 639-1 codes."""
