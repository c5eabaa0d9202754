"""Which message of an album was answered first: one answer is enough for ten pictures.

It is this process's own and ends with it: then an album may be answered twice, which does no harm.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

REMEMBERED = 1_000


@dataclass
class Albums:
    """The albums of which a message has come, each with the update that brought the first."""

    first: OrderedDict[str, int] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def is_first(self, album: str, update_id: int) -> bool:
        """Tell whether an update brought the first message of an album; also of one done anew."""
        with self.lock:
            found = self.first.setdefault(album, update_id)
            if len(self.first) > REMEMBERED:
                self.first.popitem(last=False)
        return found == update_id
