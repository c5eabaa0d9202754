"""Every button that a form makes: the engine's own."""

from bot.chat.callback_data import Action, Callback, Code, Number
from storage.models import Form


class FormAction(Action):
    """What a button under a form does."""

    CANCEL = "x"
    BACK = "b"
    CHANGE = "e", Code(28)
    """Ask the question of this name again."""
    FIELDS = "m", Code(6)
    """Show a page of the review card: :data:`TO_CHANGE` or :data:`TO_ADD`."""
    SUBMIT = "g"
    REVIEW = "r", Code(28)
    """A button of the flow's own on its review card."""
    KEEP = "k"
    SKIP = "s"
    CHOOSE = "o", Code(28)
    DONE = "d"
    ACCEPT = "y", Number()
    """Take the reading at this place of those that were offered."""
    RETURN = "n"
    """Not that reading; or from a page of fields back to the review card."""
    RESUME = "resume"
    DISCARD = "discard"


TO_CHANGE, TO_ADD = "change", "add"
FORM = Callback("f", Form, Number(), FormAction)
"""The form, the version of it that the button was made for, what it does."""

RUN = Callback("do", Code(32))
"""Give the command of this name, as if it were typed."""
