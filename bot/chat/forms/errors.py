"""What may be wrong with a declaration; light, so that the program can name it."""


class FieldsError(Exception):
    """Fields and columns do not agree; the text says in one line what is missing where."""
