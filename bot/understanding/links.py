"""Web addresses that people give: read in one place; none shows another host than it opens.

Only ``https``; no user in front of the host (``https://parliament.example@example.net``), none of
figures, no label that mixes alphabets. A host in other letters is kept in the form that the network
resolves (``xn--…``), so what is shown is where it leads.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category, normalize
from urllib.parse import SplitResult, quote, urlsplit

from bot.understanding.person_names import one_script

LABEL_MOST = 63
HOST_MOST = 253
LOCAL_MOST = 64
_LOCAL = re.compile(r"[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*")
PUNYCODE = "xn--"
PATH_SIGNS = frozenset("-._~:/?#[]@!$&'()*+,;=%")
"""Signs that an address may hold behind its host, besides letters and figures (RFC 3986)."""


class LinkFault(StrEnum):
    """Why a text is no address that can be shown."""

    UNCLEAR = "unclear"
    """It is no https address, or has signs that none has."""
    USER = "user"
    """Something stands in front of the host, as if it were the host."""
    HOST = "host"
    """The host is a number, mixes alphabets, or is none."""


@dataclass(frozen=True)
class Link:
    """An address as it is kept, and the host that it opens."""

    address: str
    host: str


def read_link(text: str) -> Link | LinkFault:
    """Return the address that *text* is (``https://`` may be missing), or why it is none."""
    written = text.strip()
    address = written if "://" in written else f"https://{written}"
    if any(sign.isspace() or sign == "\\" or category(sign)[0] == "C" for sign in address):
        return LinkFault.UNCLEAR
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return LinkFault.UNCLEAR
    if parts.scheme.lower() != "https" or not parts.netloc:
        return LinkFault.UNCLEAR
    if "@" in parts.netloc:
        return LinkFault.USER
    host = _host(parts.hostname or "")
    if host is None:
        return LinkFault.HOST
    where = host if port is None else f"{host}:{port}"
    return Link(f"https://{where}{_rest(parts)}", host)


def read_email(text: str) -> str | None:
    """Return an e-mail address as it is kept, the host as the network resolves it; None for none.

    Only the letters, figures and signs that offices use stand before the @.
    """
    local, _, written = text.strip().removeprefix("mailto:").rpartition("@")
    host = _host(written)
    if host is None or len(local) > LOCAL_MOST or _LOCAL.fullmatch(local) is None:
        return None
    return f"{local}@{host}"


def host_of(address: str) -> str:
    """Return the host that an address opens as it is shown; empty where there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def shown_host(host: str) -> str:
    """Return a host for a reader: one in other letters in both of its forms."""
    if PUNYCODE not in host:
        return host
    return f"{host} ({'.'.join(_decoded(label) or label for label in host.split('.'))})"


def _host(written: str) -> str | None:
    """Return a host as the network resolves it; None where it is none that can be trusted."""
    labels = [_label(label) for label in written.removesuffix(".").split(".")]
    good = [label for label in labels if label is not None]
    if len(good) < 2 or len(good) < len(labels):
        return None
    host, last = ".".join(good), good[-1]
    # What ends in a number is an address in figures, however it is written: 127.1, 0x7f.1.
    if len(host) > HOST_MOST or not last[0].isalpha() or not all(map(_top, last)):
        return None
    return host


def _top(sign: str) -> bool:
    return sign.isalnum() or sign == "-"


def _label(written: str) -> str | None:
    """Return a part of a host in ASCII; None for one with odd signs or letters of two alphabets."""
    label = written.lower()
    if label.startswith(PUNYCODE):
        decoded = _decoded(label)
        # What it decodes to has to be a label by itself, and the only way to write it.
        return label if decoded is not None and _label(decoded) == label else None
    if label.isascii():
        return label if _is_plain(label) else None
    if not one_script(label) or any(not _may_be_in_label(sign) for sign in label):
        return None
    if normalize("NFKC", label) != label:
        return None
    try:
        encoded = label.encode("idna").decode()
    except UnicodeError:
        return None
    # Where writing it loses a letter (ß) it may be another's host.
    return encoded if _is_plain(encoded) and _decoded(encoded) == label else None


def _may_be_in_label(sign: str) -> bool:
    return category(sign) in ("Ll", "Lo", "Mn", "Mc", "Nd") or sign == "-"


def _is_plain(label: str) -> bool:
    signs = label.replace("-", "")
    return (
        0 < len(label) <= LABEL_MOST
        and label.isascii()
        and signs.isalnum()
        and not (label.startswith("-") or label.endswith("-"))
    )


def _decoded(label: str) -> str | None:
    """Return the letters that a label of a host stands for; None where it stands for none."""
    try:
        return label.encode().decode("idna")
    except UnicodeError:
        return None


def _rest(parts: SplitResult) -> str:
    """Return what stands behind the host, what no address holds written as ``%3C``."""
    rest = parts._replace(scheme="", netloc="").geturl().removeprefix("//")
    return "".join(
        sign if sign.isalnum() or sign in PATH_SIGNS else quote(sign, safe="") for sign in rest
    )
