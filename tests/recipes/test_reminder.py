"""The recipe of docs/extending.md for a reminder: an entry of the plan and its three sentences."""

import pytest

from tests.recipes.tree import append, passes, program, refused, say

RULE = """
[[reminder]]
kind = "hotel"
anchor = "start"
before = "20 days"
at = "09:00"
to = "everyone"
asks = "nothing"
too_late_after = "2 days"
"""


@pytest.mark.timeout(180)
def test_a_reminder_by_the_recipe_is_planned_shown_foreseen_and_sent(tree):
    append(tree / "config" / "network.toml", RULE)
    place = "network.toml: reminder.12.kind"
    lacking = f'{place}: no text "reminder-hotel" in en'
    assert refused(tree) == lacking
    doctor = program(tree, "doctor")
    assert doctor.returncode == 1
    assert lacking in doctor.stdout
    say(tree, reminder__hotel="Have you booked? “{ $title }” in { $days } days")
    assert refused(tree) == f'{place}: no text "reminder-hotel-name" in en'
    say(
        tree,
        reminder__hotel__name="Booking a room",
        reminder__hotel__why="everybody is reminded to book ({ $times })",
    )
    assert "OK    network.toml 13 reminders" in program(tree, "doctor").stdout
    passes(tree, "tests/recipes/walk_reminder.py")
