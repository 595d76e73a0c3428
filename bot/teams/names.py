"""What is agreed with Teams in the app's manifest: commands, their places, and the permissions that they need."""

REFER_MESSAGE, ESCALATE_MESSAGE = "refer_message", "escalate_message"
MESSAGE_COMMANDS = {
    REFER_MESSAGE: "Where do I refer this?",
    ESCALATE_MESSAGE: "Log an escalation",
}
COMMANDS = {
    "home": "Your own escalations, referrals and actions",
    "help": "What Signpost does, and the buttons for an escalation and a referral",
}
SCOPES = ("personal", "team", "groupChat")
