"""The official languages of the European Union."""

from config.languages import OFFICIAL

__all__ = ["OFFICIAL"]
