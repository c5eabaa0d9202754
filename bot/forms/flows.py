"""Every form of the bot, by kind, and the engine that drives them."""

from bot.forms import (
    announcement,
    comment,
    decline,
    meeting_change,
    pause,
    project_update,
    registration,
    rename,
    zone,
)
from bot.forms.engine import Engine
from bot.forms.form import Flow

FLOWS: tuple[Flow, ...] = (
    registration.FLOW,
    decline.FLOW,
    pause.FLOW,
    zone.FLOW,
    rename.FLOW,
    announcement.FLOW,
    *meeting_change.FLOWS,
    comment.FLOW,
    project_update.FLOW,
)

ENGINE = Engine({flow.kind: flow for flow in FLOWS})
