"""Ways to reach a person: e-mail addresses, phone numbers, links and user names."""

import re

from bot.masking.shape import shape

_TLD = r"(?:com|org|net|uk|gov|io|eu|info|me|tv|gg|app|co|ly|be)"
# Where young people have user names, and the words for one.
_SOCIAL = (
    r"(?:snap(?:chat)?|insta(?:gram)?|ig|tik\s?tok|discord|roblox|fortnite|xbox|psn|playstation|minecraft|kik|"
    r"telegram|twitter|facebook|fb|steam|twitch|youtube|yubo|wizz|whatsapp|gamer\s?tag|user\s?names?|screen\s?name|"
    r"display\s?name|handle|login|online\s+name)"
)

LINK = re.compile(rf"\b(?:https?://|www\.)\S+|(?<![\w@.])(?:[a-z0-9\-]+\.)+{_TLD}\b(?:/\S*)?", re.IGNORECASE)
# On these sites the path of a link is a person's page.
PERSONAL_HOST = re.compile(
    r"(?:instagram|facebook|tiktok|snapchat|twitter|x|discord|youtube|twitch|roblox|linkedin|onlyfans|t|fb|discordapp)"
    r"\.(?:com|gg|me|tv)/\S+",
    re.IGNORECASE,
)
PHONE = re.compile(
    # From the trunk 0 or a country code on, however the digits are grouped.
    r"(?<![\w/£.])(?:\+\d{1,3}|00\d{2}|\(?0)[\s().\-]{0,3}(?:\d[\s().\-]{0,3}){6,12}\d(?![\w])|"
    # A mobile number whose first 0 was left out.
    r"(?<![\w/£])7\d{3}[\s.\-]?\d{3}[\s.\-]?\d{3}(?!\w)"
)
EMAILS = (
    shape("EMAIL", r"[\w.+\-']+\s?@\s?[\w\-]+(?:\.[\w\-]+)+"),
    # Spelt out to slip past filters: "jo dot smith (at) mail dot com".
    shape(
        "EMAIL",
        r"\b(?:\w+\s+dot\s+)?[\w.+\-]+\s*(?:\(at\)|\[at\]|\sat\s)\s*"
        rf"[\w\-]+\s*(?:\(dot\)|\[dot\]|\sdot\s|\.)\s*(?:{_TLD}|co\s*(?:dot|\.)\s*uk)\b",
    ),
)
HANDLES = (
    # "@" is also typed for "at": "@school" is nobody's name.
    shape(
        "HANDLE",
        r"(?<![\w@.])@(?!(?:school|home|nursery|work|hospital|court|time|lunch|mash|the|risk|all|least|present|moment)\b)"
        r"[A-Z_][\w.\-]*\w",
    ),
    # After "snapchat name is" or "insta:".
    shape(
        "HANDLE",
        rf"\b{_SOCIAL}(?:\s*(?:(?:name|account|acc|user|username|handle|tag|id|add|page|profile|called|under|as|by|"
        r"is|was|were|known)\b|[,:=\-;]))+\s*[\"'“]?(?P<x>[A-Z0-9_][\w.\-]*[A-Z0-9_])",
    ),
    # An underscore inside a word: "jay_04".
    shape("HANDLE", r"(?<![\w@./])(?=[\w.\-]*[A-Z])(?=[\w.\-]*\w_\w)\w+(?:[.\-]\w+)*"),
    # Letters, then digits: "jaydenxo7".
    shape(
        "HANDLE",
        r"(?<![\w@./£\-])(?=[A-Z0-9.]*[A-Z][A-Z0-9.]*[A-Z][A-Z0-9.]*[A-Z])(?=[A-Z.]*\d)"
        r"[A-Z0-9]{5,}(?:\.[A-Z0-9]+)*\b",
    ),
)
