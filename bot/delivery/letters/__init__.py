"""What each kind of message in the ledger says, drawn at the moment of sending.

A module a noun; each has ``LETTERS``, from the kind of a delivery to the function that draws it.
"""
