"""How the organiser's file is laid over the default one.

A table of settings is merged key by key. Everything else is replaced as a whole: a list, since
nobody could take an entry out of one that is merged; and words by language, since a name in one's
own words in English must not keep somebody else's in French.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from config.privacy import NoticePart, NoticeText


def merged(base: Mapping[str, Any], own: Mapping[str, Any], model: Any) -> dict[str, Any]:
    """Return *own* laid over *base*, both tables that *model* describes."""
    found = dict(base)
    for key, said in own.items():
        inner = _table(model, key)
        found[key] = merged(base[key], said, inner) if _meet(base, key, said, inner) else said
    return found


def differing(
    base: Mapping[str, Any], own: Mapping[str, Any], model: Any, within: str = ""
) -> Iterator[str]:
    """Yield the keys, such as ``privacy.contact``, for which *own* says something else."""
    for key, said in own.items():
        inner = _table(model, key)
        if _meet(base, key, said, inner):
            yield from differing(base[key], said, inner, f"{within}{key}.")
        elif key not in base or base[key] != said:
            yield f"{within}{key}"


def _table(model: Any, key: str) -> Any:
    """Return what describes the table *key* in a table of *model*; None: it is no table of keys."""
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return None
    field = model.model_fields.get(key)
    kind = field.annotation if field else None
    is_table = isinstance(kind, type) and issubclass(kind, (BaseModel, NoticeText))
    return kind if is_table else None


def _meet(base: Mapping[str, Any], key: str, said: object, inner: Any) -> bool:
    """Tell whether both have a table of the same shape there."""
    below = base.get(key)
    if inner is None or not isinstance(below, dict) or not isinstance(said, dict):
        return False
    # A notice may also be one text by language, as in a file of before: that replaces the parts.
    return inner is not NoticeText or all(set(one) <= set(NoticePart) for one in (below, said))
