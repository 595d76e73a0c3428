"""How each chat is used, in its own words: its commands, and where to write."""

from bot.wording.message import Fact

_WRITE = "in a sentence or two, without names. Signpost shows where to refer, who to ring and by when."

# Where to write, and how to ask where others read.
HOW = {
    "slack": (
        f"Write your worry in the Messages tab {_WRITE}",
        "In a channel, type /refer and your question. Only you see the answer.",
    ),
    "teams": (
        f"Write your worry here {_WRITE}",
        "In a channel or group chat, name @Signpost in your question. Everybody there can read the answer.",
    ),
}
COMMANDS = {
    "slack": (
        Fact("/refer", "ask where to refer; only you see the answer"),
        Fact("/refer guide", "a few questions with ready answers lead to the route"),
        Fact("/escalate", "log a disagreement with another agency, or a concern for the business team"),
    ),
    "teams": (
        Fact("guide", "a few questions with ready answers lead to the route"),
        Fact("home", "your own escalations, referrals and actions"),
        Fact("More actions on a message", "ask where to refer it, or log an escalation about it"),
    ),
}
HELP = {"slack": "Type /refer help to read what Signpost does.", "teams": "Write help to read what Signpost does."}
