"""What each kind of message in the ledger says, drawn at the moment of sending.

A module a noun; each has ``KINDS``: what it draws, declared (:mod:`bot.delivery.message_kinds`).
"""
