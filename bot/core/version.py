"""The version of this code, wherever it runs from; ``pyproject.toml`` reads it here.

What an installation says of itself stays behind when a checkout is brought to another version.
"""

VERSION = "0.2.0"
