"""Known weaknesses in the pinned packages: ``make audit``."""
