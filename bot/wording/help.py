"""What Signpost does and does not."""

from bot.wording.buttons import escalate_button
from bot.wording.guide_forms import guide_button
from bot.wording.message import Button, Message
from bot.wording.ways import COMMANDS
from knowledge.knowledge import Knowledge


def help_message(knowledge: Knowledge, channel: str = "slack") -> Message:
    """The help: 999 first, then how to ask, the limits of what it does, and the commands of the chat."""
    settings = knowledge.settings
    return Message(
        title="What Signpost does",
        urgent=(settings.danger_line.say,),
        lines=(
            settings.smalltalk["help"],
            settings.judgement.say,
            "Signpost makes no referral and rings nobody. You do that; it shows you how.",
            "Never write names, dates of birth, addresses or NHS numbers. What looks like one is taken out.",
            "An escalation goes to the business team and gets a reference number. You are told of each step.",
        ),
        facts=COMMANDS[channel],
        buttons=(guide_button(), escalate_button(), Button("referral.open", "I referred today", "new")),
        small=(settings.duty_line.say,),
    )
