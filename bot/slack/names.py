"""What is agreed with Slack in `slack/manifest.json`: commands, shortcuts, events, and the scopes that they need."""

REFER, ESCALATE = "/refer", "/escalate"
COMMANDS = (REFER, ESCALATE)

REFER_MESSAGE, ESCALATE_MESSAGE = "refer_message", "escalate_message"
SHORTCUTS = (REFER_MESSAGE, ESCALATE_MESSAGE)

EVENTS = ("app_mention", "message.im", "app_home_opened")

# What we call or receive, and the bot scope without which Slack refuses it or keeps it from us.
SCOPES = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "slash commands": "commands",
    "message shortcuts": "commands",
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "a direct message to somebody who has never written": "im:write",
    "users.info": "users:read",
    "users.info, the e-mail address": "users:read.email",
}
WITHOUT_SCOPE = ("app_home_opened", "auth.test", "views.open", "views.push", "views.update", "views.publish")
