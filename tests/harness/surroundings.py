"""Where the program stands in a trial: its tree, and an environment without a developer's .env."""

import os
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def environment(**settings):
    """Return the surroundings of a trial: the file beside the tests has an example's contacts."""
    settings = {"trial": 1, **settings}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DSN_")}
    return kept | {f"DSN_{name.upper()}": str(value) for name, value in settings.items()}
