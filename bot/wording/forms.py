"""Every form, in one place for the channels."""

from bot.wording.deed_forms import (
    assign_form,
    duplicate_form,
    lines_said,
    move_stage_form,
    note_form,
    redaction_form,
    reopen_form,
    resolve_form,
    withdraw_form,
)
from bot.wording.options import FormError
from bot.wording.question_forms import VERDICTS, Referred, referral_form, referral_from, tell_team_form, verdict_form
from bot.wording.raising import doubtful_form, escalation_form, raised_from

__all__ = [
    "VERDICTS",
    "FormError",
    "Referred",
    "assign_form",
    "doubtful_form",
    "duplicate_form",
    "escalation_form",
    "lines_said",
    "move_stage_form",
    "note_form",
    "raised_from",
    "redaction_form",
    "referral_form",
    "referral_from",
    "reopen_form",
    "resolve_form",
    "tell_team_form",
    "verdict_form",
    "withdraw_form",
]
