"""The recipe of docs/extending.md for a message that the bot sends by itself."""

import pytest

from bot.meetings import notifications as meetings
from tests.recipes import added_message
from tests.recipes.tree import add_code, passes, program, refused, say


@pytest.mark.timeout(180)
def test_a_message_by_the_recipe_is_drawn_explained_and_stopped(tree):
    add_code(tree, added_message, meetings)
    lacking = 'catalogues: no text "travel-note" in en: complete bot/core/locales/en'
    assert refused(tree) == lacking
    assert lacking in program(tree, "doctor").stdout
    say(tree, travel__note="Trains: { $trains }", message__travel__name="Travelling")
    assert refused(tree).startswith('catalogues: no text "message-travel-why" in en')
    say(tree, message__travel__why="you take part in a meeting elsewhere")
    assert "no text" not in program(tree, "doctor").stdout
    passes(tree, "tests/recipes/walk_message.py")
