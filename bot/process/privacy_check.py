"""What ``dsn-bot doctor`` finds of the notice on data protection."""

from collections.abc import Iterator

from bot.core.texts import MissingText, languages
from bot.people import acknowledgement
from config.network import Network
from storage.database import Database


def unfinished(network: Network) -> Iterator[tuple[str, str]]:
    """Yield (what is found, the remedy) for what the organiser's file lacks of the notice."""
    privacy = network.privacy
    for key, domain in privacy.examples():
        yield (
            f"{key} is still the example's ({domain})",
            "put in what holds for your network; run refuses it but for a trial (DSN_TRIAL=1)",
        )
    if privacy.version is None:
        yield (
            "the notice has no version: nobody can be asked again when it changes",
            'say [privacy] version = "2026-11", and raise it with each change',
        )
    if privacy.notice.whole is not None:
        yield (
            "the notice is one text, as before: nobody can see whether it says all that it has to",
            "take its parts from the [privacy.notice.…] of the release",
        )
    for part, language in privacy.notice.lacking(languages()):
        yield (
            f"privacy.notice.{part} is not said in {language}",
            f"write it: readers of {language} see another language there",
        )


def changed(database: Database, network: Network) -> Iterator[tuple[str, str]]:
    """Yield what is found where the notice reads otherwise than when its version was declared."""
    with database.reading() as session:
        try:
            otherwise = acknowledgement.has_changed(session, network)
        except MissingText:
            return  # that is a finding of its own
        if otherwise:
            yield (
                f"the notice reads otherwise than when version {network.privacy.version} began",
                "raise [privacy] version; material = true if it changes what people have to know",
            )
