"""The notice on data protection as people read it: in short, in full, and a digest of it."""

import hashlib
from collections.abc import Mapping

from bot.core import times
from bot.core.messages import Button, Html
from bot.core.text_keys import Family
from bot.core.texts import Texts, languages
from bot.core.typography import tied
from bot.people.callbacks import PRIVACY, PrivacyAction
from config.network import Network
from config.privacy import NoticePart

PART = Family("privacy-part-{}", NoticePart)
"""What a part of the notice is called."""


def short(network: Network, texts: Texts) -> Html:
    """Return what matters most, for whoever is asked to read the notice: the rest is a tap away."""
    privacy, language = network.privacy, texts.language
    return texts(
        "registration-privacy",
        controller=privacy.controller.in_language(language),
        contact=privacy.contact,
    )


def full(network: Network, texts: Texts) -> Html:
    """Return the whole notice, of any length; no tag of it spans a line."""
    said = _by_part(network, texts)
    whole = said.pop(None, None)
    version = network.privacy.version
    lines = [] if whole is not None else [texts("privacy-title", version=version or "none")]
    lines += [
        texts("privacy-line", part=texts(PART.key(part)), text=Html(text))
        for part, text in said.items()
        if part is not None
    ]
    return Html("\n\n".join([*lines, whole or ""]).strip())


def all_of_it(texts: Texts) -> Button:
    """Return the button that leads from the short notice to the whole of it."""
    return Button(texts.plain("privacy-all"), PRIVACY.data(PrivacyAction.ALL))


def digests(network: Network) -> dict[str, str]:
    """Return a digest of the whole notice in each language of the interface."""
    return {
        language: hashlib.sha256(full(network, Texts(language)).encode()).hexdigest()
        for language in languages()
    }


def _by_part(network: Network, texts: Texts) -> dict[NoticePart | None, str]:
    language = texts.language
    found: Mapping[NoticePart | None, str] = network.privacy_notice(
        language,
        drafts=times.length(network.retention.draft_expires_after, language),
        retention=retention(network, texts),
    )
    return {part: tied(text, language) for part, text in found.items()}


def retention(network: Network, texts: Texts) -> Html:
    """Return for how long everything is kept, as HTML."""
    spans, language = network.retention, texts.language
    return texts(
        "privacy-retention",
        drafts=times.length(spans.draft_expires_after, language),
        inbox=times.length(spans.inbox, language),
    )
