"""A copy of the tree for a recipe, and for its walk the network in it."""

import pytest

from tests.harness.network import open_harness
from tests.recipes.tree import copy_to


@pytest.fixture
def tree(tmp_path):
    return copy_to(tmp_path / "tree")


@pytest.fixture
async def harness(sqlite, clock):
    async with open_harness(sqlite, clock) as place:
        yield place
