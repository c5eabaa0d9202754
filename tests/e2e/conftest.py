"""The town of the end-to-end tests, on a SQLite file."""

import pytest

from tests.e2e.town import town as open_town


@pytest.fixture
async def town(sqlite, clock):
    async with open_town(sqlite, clock) as place:
        yield place
