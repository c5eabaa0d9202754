"""Which updates a handler is for."""

from telegram.ext import filters

PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
"""A new message in a private chat: edited ones and groups have handlers of their own."""
