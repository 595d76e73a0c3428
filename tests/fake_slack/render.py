"""Slack's markup as HTML for the local page; everything that is not markup is escaped."""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from .people import Json

_TOKEN = re.compile(r"```(?P<block>.+?)```|`(?P<code>[^`\n]+)`|<(?P<markup>[^<>\n]+)>", re.S)
_STYLES = [(r"\*([^*\n]+)\*", "strong"), (r"_([^_\n]+)_", "em"), (r"~([^~\n]+)~", "s")]
_SAFE = ("http://", "https://", "mailto:", "tel:")


def unescaped(text: str) -> str:
    """The text without Slack's three entities."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def mrkdwn(text: str, name_of: Callable[[str], str]) -> Markup:
    """The markup as HTML; `name_of` gives the name of a person or channel."""
    kept: list[Markup] = []

    def keep(match: re.Match[str]) -> str:
        if match["block"]:
            kept.append(Markup("<pre>{}</pre>").format(unescaped(match["block"])))
        elif match["code"]:
            kept.append(Markup("<code>{}</code>").format(unescaped(match["code"])))
        else:
            kept.append(_link(match["markup"], name_of))
        return f"\0{len(kept) - 1}\0"

    html = str(escape(unescaped(_TOKEN.sub(keep, text.replace("\0", "")))))
    for pattern, tag in _STYLES:
        html = re.sub(rf"(?<![\w&;]){pattern}(?!\w)", rf"<{tag}>\1</{tag}>", html)
    html = re.sub(r"^&gt; ?(.*)$", r"<q>\1</q>", html, flags=re.M).replace("\n", "<br>\n")
    return Markup(re.sub(r"\0(\d+)\0", lambda found: str(kept[int(found[1])]), html))  # noqa: S704 - escaped above


def _link(markup: str, name_of: Callable[[str], str]) -> Markup:
    target, _, label = markup.partition("|")
    if target.startswith(_SAFE):
        return Markup('<a href="{}" rel="noreferrer" target="_blank">{}</a>').format(
            unescaped(target), unescaped(label or target.removeprefix("mailto:"))
        )
    if target.startswith(("@", "#")):
        return Markup('<span class="mention">{}{}</span>').format(target[0], name_of(target[1:]))
    if target.startswith("!date^"):
        return escape(unescaped(label))
    if target.startswith("!"):
        return Markup('<span class="broadcast">@{}</span>').format(label or target[1:].split("^")[0])
    return escape(f"<{unescaped(markup)}>")


def rich_words(node: object) -> str:
    """The words of a rich_text block or a table."""
    if isinstance(node, list):
        return "".join(rich_words(item) for item in node)
    if not isinstance(node, dict):
        return ""
    end = "\n" if str(node.get("type", "")).startswith("rich_text_") else ""
    return str(node.get("text") or node.get("url") or "") + rich_words(node.get("elements")) + end


def state_text(state: Json | None) -> object:
    """What an input shows: the text, date or id, or the values of the chosen options."""
    value = next((value for name, value in (state or {}).items() if name != "type"), None)
    if isinstance(value, list):
        return [item["value"] if isinstance(item, dict) else item for item in value]
    return value["value"] if isinstance(value, dict) else value
