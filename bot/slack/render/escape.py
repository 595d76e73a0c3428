"""Words made safe for Slack: what somebody typed never becomes a mention, a broadcast, a link or formatting.

Slack has an escape for &, < and > only. The marks of bold, italic, strike and code have none, so where they could
format they are swapped for letters that look the same. Words that Slack does not format (`plain`) need less.
"""

import re

from bot.slack.render.measure import fit
from bot.wording.typed import WEB, cleaned, dialled_digits, ringable

_NOTHING = "\u200b"
_ALIKE = {"*": "\u2217", "_": "\u02cd", "~": "\u223c", "`": "\u02cb", "＊": "\ufe61", "＿": "\u2e0f", "｀": "\u02cb"}
# Inside a word (snake_case, 2*3) Slack formats nothing, and addresses must stay as they are.
_MARK = re.compile(r"(?<![A-Za-z0-9])[*_~]|[*_~](?![A-Za-z0-9])|[`＊＿｀]")
_AT = re.compile(r"(?<![\w.+-])([@#])(?=\w)")
_EMOJI = re.compile(r":(?=[\w+'-]+:)")
_QUOTE = re.compile(r"^([ \t]*)&gt;", re.MULTILINE)
_SPECIAL = re.compile(r"<(?=[@#!]|\w+:)")
_SCHEME = re.compile(r"(?:https?://[^/\s]|mailto:[^\s@]+@|tel:\+?\d)", re.IGNORECASE)


def escaped(text: str) -> str:
    """The text for mrkdwn and for a message's `text`, in which Slack must find nothing to turn into something else."""
    safe = cleaned(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = _MARK.sub(lambda mark: _ALIKE[mark[0]], safe)
    safe = _AT.sub(rf"\1{_NOTHING}", safe)
    safe = _EMOJI.sub(f":{_NOTHING}", safe)
    return _QUOTE.sub("\\1\u00ad&gt;", safe)


def plain(text: str, most: int) -> str:
    """The text for a `plain_text` object, in at most so many letters. Slack formats nothing in it, decodes nothing."""
    return fit(_SPECIAL.sub(f"<{_NOTHING}", cleaned(text)), most)


def link(url: str, words: str) -> str:
    """A link in mrkdwn with these words; the words alone when the address is none that may be followed."""
    if not _SCHEME.match(url) or re.search(r"[\s<>|\x00-\x1f]", url):
        return escaped(words)
    return f"<{url.replace('&', '&amp;')}|{escaped(words)}>"


def tel(phone: str) -> str:
    """A telephone number as a link that a phone can ring; as it is when it holds no digits."""
    return link(f"tel:{dialled_digits(phone)}", phone)


def own(text: str) -> str:
    """Signpost's own sentence escaped, with telephone numbers and web addresses as links; never for typed words."""
    pieces = WEB.split(text)
    return "".join(link(piece, piece) if at % 2 else dialled(piece) for at, piece in enumerate(pieces))


def dialled(text: str) -> str:
    """The text escaped, with 999 and telephone numbers as links that a phone can ring."""
    return ringable(escaped(text), tel)


def bold(marked_up: str) -> str:
    """Text that is escaped already in bold, line by line: Slack ends bold at the end of a line."""
    return "\n".join(f"*{line.strip()}*" for line in marked_up.splitlines() if line.strip())
