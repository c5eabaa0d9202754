"""A name that runs from right to left leaves the sentence around it as it is."""

import pytest

from bot.core.texts import Texts


@pytest.mark.parametrize("name", ["עמוס", "ليلى", "Layla ليلى"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_only_a_name_that_turns_the_line_is_isolated(name, language):
    texts = Texts(language)
    isolated = f"\u2068{name}\u2069"
    assert isolated in texts("update-go-on", title=name)
    assert isolated in texts.plain("update-go-on", title=name)
    for other in ("Zoë", "Ελένη", "Елена", "<Bob>"):
        assert "\u2068" not in texts("update-go-on", title=other)
