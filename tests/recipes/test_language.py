"""The recipe of docs/extending.md for a language of the interface: files of words alone."""

import pytest

from tests.recipes import made_up_language
from tests.recipes.tree import passes

pytestmark = pytest.mark.long


@pytest.mark.timeout(240)
def test_a_language_by_the_recipe_is_all_that_is_read(tree):
    made_up_language.add_to(tree)
    passes(tree, "tests/recipes/walk_language.py")
