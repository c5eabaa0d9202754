"""The code of an invitation or of the network in what somebody pasted: a link, or the code bare."""

import re

_OF_A_LINK = re.compile(
    r"(?:t(?:elegram)?\.me/|resolve\?domain=)(\w+)[?&]start=([\w-]{8,64})", re.ASCII
)
_BARE = re.compile(r"[\w-]{8,64}", re.ASCII)


def in_a_link(text: str, username: str | None = None) -> str | None:
    """Return the code of a deep link in *text*: of the bot of that name, or of any."""
    for link in _OF_A_LINK.finditer(text):
        if username is None or link[1].casefold() == username.casefold():
            return link[2]
    return None


def bare(text: str) -> str | None:
    """Return *text* where it may be a code and holds nothing else."""
    return text.strip() if _BARE.fullmatch(text.strip()) else None
