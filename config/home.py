"""The folder that is the organiser's and the machine's own: ``DSN_HOME``.

In it lie ``network.toml``, ``.env``, the database and ``data/`` with reference data. What comes
with a version lies elsewhere, and nothing of this folder is ever written by an upgrade.
"""

import os
from pathlib import Path

VARIABLE = "DSN_HOME"
CODE = Path(__file__).parents[1]
"""Where ``config`` lies: a checkout, or the packages of an environment."""
ENV_FILE = ".env"
NETWORK_FILE = "network.toml"
DATA_FOLDER = "data"


class HomeError(Exception):
    """``DSN_HOME`` cannot be used; the text is one line."""


def home() -> Path:
    """Return the folder: ``DSN_HOME``, else the checkout's, else the user's data folder.

    Raises :class:`HomeError` for one that is named and not there. The user's data folder may not
    be there yet.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return _named(Path(named).expanduser().absolute())
    if is_checkout(CODE):
        return CODE
    from platformdirs import user_data_path  # a checkout, and a set DSN_HOME, have no need of it

    return user_data_path("dsn-bot", appauthor=False)


def is_checkout(folder: Path) -> bool:
    """Tell whether a folder is a checkout of the project: an environment's has no project file."""
    return (folder / "pyproject.toml").is_file() and (folder / "config" / NETWORK_FILE).is_file()


def at_home(path: str) -> Path:
    """Return a path of a setting: one that is relative counts from the home folder."""
    return home() / path


def _named(folder: Path) -> Path:
    if not folder.is_dir():
        raise HomeError(f"{VARIABLE}: there is no folder {folder}: correct it, or make the folder")
    if "?" in str(folder):
        raise HomeError(f"{VARIABLE}: {folder} has a ? in its name: choose another folder")
    return folder
