"""The recipe of docs/extending.md for a command: declared, described, stated, documented."""

import pytest

from bot.meetings import commands as meetings
from tests.chat import rights
from tests.recipes import added_command
from tests.recipes.tree import (
    add_code,
    fails,
    file_of,
    passes,
    program,
    put,
    python,
    refused,
    say,
)

STATED = "tests/chat/test_registry.py::test_everything_is_open_to_whom_it_is_stated_to_be_open_to"
DOCUMENTED = "tests/process/test_commands_page.py::test_the_page_is_as_the_features_register_it"


@pytest.mark.timeout(180)
def test_a_command_by_the_recipe_is_shown_documented_and_closed_to_others(tree):
    add_code(tree, added_command, meetings)
    lacking = 'catalogues: no text "command-next" in en: complete bot/core/locales/en'
    assert refused(tree) == lacking
    assert lacking in program(tree, "doctor").stdout
    say(tree, command__next="When the next meeting is", next__meeting="Next: { $title }")
    fails(tree, STATED, DOCUMENTED, saying="2 failed")
    put(file_of(tree, rights), '    "/projects": MEMBERS,\n', '    "/next": MEMBERS,\n')
    page = "docs/commands.md"
    written = python(tree, "-m", "bot.process.commands_page", page)
    assert written.returncode == 0, written.stderr
    assert "| `/next` | When the next meeting is | members |" in (tree / page).read_text("utf-8")
    passes(tree, STATED, DOCUMENTED, "tests/recipes/walk_command.py")
