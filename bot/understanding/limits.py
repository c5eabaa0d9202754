"""How much is read of what somebody writes."""

LONGEST = 2_500
"""Characters that are read of one activity; what comes after is left out."""
LONGEST_NOTE = 8_200
"""Characters that are read of a note with several activities: two messages full."""
