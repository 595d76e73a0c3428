"""Slack's markup: what a person's typing becomes, and what a client makes of a bot's text."""

import re

from .people import Json

_MARKUP = re.compile(r"<([@#!][^<>\n]+|(?:https?|mailto|tel|slack|ftp):[^<>\n]+)>")
_BROADCAST_WORD = re.compile(r"(?<![\w<!@])@(?:channel|here|everyone)\b")
_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_LINK = r"https?://[^\s<>|]+[^\s<>|.,;:!?)]"
_DOMAIN = r"(?:www\.|(?:[\w-]+\.)+(?=(?:com|org|net|uk)\b))[\w.-]*\w(?:/[^\s<>|]*[^\s<>|.,;:!?)])?"
_TYPED = re.compile(f"(?P<link>{_LINK})|(?P<email>{_EMAIL})|(?P<domain>{_DOMAIN})")


def escaped(text: str) -> str:
    """The text with &, < and > as Slack sends them."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def typed(text: str) -> str:
    """What a person typed, as it arrives in an event: escaped, with links and e-mail addresses marked up."""
    return _TYPED.sub(_marked, escaped(text))


def _marked(match: re.Match[str]) -> str:
    found = match.group()
    if match["email"]:
        return f"<mailto:{found}|{found}>"
    return f"<{found}>" if match["link"] else f"<http://{found}|{found}>"


def notifies(text: str, *, bare: bool = False) -> list[str]:
    """The mentions, broadcasts and links that a Slack client makes of mrkdwn text.

    With `bare` also @here, @channel and @everyone without brackets, which `parse: full` and `link_names` turn on.
    """
    found = [(m.start(), m.group()) for m in _MARKUP.finditer(text) if not m[1].startswith("!date^")]
    if bare:
        found += [(m.start(), m.group()) for m in _BROADCAST_WORD.finditer(text)]
    return [markup for _, markup in sorted(found)]


def notifies_in(message: Json) -> list[str]:
    """The same for a whole message: its text, and all mrkdwn, markdown and rich text in its blocks."""
    bare = bool(message.get("link_names")) or message.get("parse") == "full"
    found = notifies(message.get("text") or "", bare=bare)
    for text in _marked_up_texts(message.get("blocks") or []):
        found += notifies(text, bare=bare)
    return found + [markup for block in message.get("blocks") or [] for markup in _rich_mentions(block)]


def _marked_up_texts(node: object) -> list[str]:
    if isinstance(node, list):
        return [text for item in node for text in _marked_up_texts(item)]
    if not isinstance(node, dict):
        return []
    if node.get("type") in ("mrkdwn", "markdown"):
        return [str(node.get("text") or "")]
    return [text for value in node.values() for text in _marked_up_texts(value)]


def _rich_mentions(node: object) -> list[str]:
    if isinstance(node, list):
        return [markup for item in node for markup in _rich_mentions(item)]
    if not isinstance(node, dict):
        return []
    formats = {
        "user": "<@{user_id}>",
        "usergroup": "<!subteam^{usergroup_id}>",
        "broadcast": "<!{range}>",
        "channel": "<#{channel_id}>",
        "link": "<{url}>",
    }
    if (form := formats.get(str(node.get("type")))) and "elements" not in node:
        return [form.format_map(node)]
    return _rich_mentions(node.get("elements") or [])


def words_of(payload: Json) -> str:
    """All text that a reader of a message or view sees, line by line; for messages with blocks only the blocks."""
    parts = _words(payload.get("blocks") or []) or [payload.get("text") or ""]
    title = payload.get("title")
    return "\n".join([title["text"], *parts] if isinstance(title, dict) else parts)


def _words(node: object) -> list[str]:
    if isinstance(node, list):
        return [text for item in node for text in _words(item)]
    if not isinstance(node, dict):
        return []
    own = [node["text"]] if isinstance(node.get("text"), str) else []
    own += [node["alt_text"]] if isinstance(node.get("alt_text"), str) else []
    return own + [text for key, value in node.items() if key != "confirm" for text in _words(value)]
