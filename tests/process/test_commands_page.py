"""docs/commands.md says what the features register, no more and no less."""

import re
from pathlib import Path

import pytest

from bot.chat.feature import Command, Feature, Registry
from bot.core.access import Access
from bot.core.text_keys import COMMAND
from bot.core.texts import MissingText, Texts
from bot.features import REGISTRY
from bot.process.commands_page import BEGIN, completed, main

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


def generated():
    return PAGE.read_text(encoding="utf-8").partition(BEGIN)[2]


def test_the_page_is_as_the_features_register_it():
    page = PAGE.read_text(encoding="utf-8")
    assert page == completed(page), "docs/commands.md is out of date: make docs"


def test_every_command_stands_there_with_the_words_of_the_catalogue():
    for name in REGISTRY.commands:
        assert f"| `/{name}" in generated()
        assert Texts("en").plain(COMMAND.key(name)) in generated()


def test_every_right_stands_there():
    lines = generated().partition("## Rights")[2].splitlines()
    for right in REGISTRY.rights():
        if right.way == "button":
            continue
        assert sum(f"| {right.way} | {right.name} |" in line for line in lines) == 1, right
    stands = [line for line in lines if "| button |" in line]
    for row in {id(row): row for row in REGISTRY.buttons.values()}.values():
        for action in row.callback.actions:
            if REGISTRY.button(row.callback.name, action) is row:
                assert any(re.search(rf"[ ,]{action}[ ,]", line) for line in stands), action
    (coordinators,) = [line for line in stands if ", cancel," in line]
    assert coordinators == (
        "| meetings | button | meeting: unreached, who, email, move, edit, cancel, reinstate, "
        "reinstate-yes, like | coordinators |"
    )
    assert "| reminders | button | reminder: later, stop, nothing | members |" in stands
    assert "| reminders | button | reminder: why | everybody |" in stands


def test_a_command_that_is_added_makes_the_page_out_of_date(tmp_path):
    more = Feature("more", commands=[Command("who2", lambda talk: None, Access.MEMBER, rank=999)])
    page = PAGE.read_text(encoding="utf-8")
    with pytest.raises(MissingText, match="command-who2"):
        completed(page, Registry([*REGISTRY.features, more]))
    copy = tmp_path / "commands.md"
    copy.write_text(page.replace("| coordinators |", "| everybody |", 1), encoding="utf-8")
    assert copy.read_text(encoding="utf-8") != page
    main(str(copy))
    assert copy.read_text(encoding="utf-8") == page


def test_a_page_without_its_line_is_refused():
    with pytest.raises(ValueError, match="where its generated part begins"):
        completed("# Chat commands\n")
