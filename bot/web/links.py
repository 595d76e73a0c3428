"""Links made from contacts and sources. Only addresses that are safe to follow become links."""

import re
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

_EMERGENCY = re.compile(r"\b(999)\b")
_LINK = Markup('<a class="sp-dial" href="tel:{0}">{0}</a>')


def phone_link(phone: str | None) -> str | None:
    """A `tel:` link with the digits of the number, or None when it holds none."""
    digits = re.sub(r"[^\d+]", "", (phone or "").split("ext")[0])
    return f"tel:{digits}" if digits else None


def email_link(email: str | None) -> str | None:
    """A `mailto:` link, or None when this is not an address."""
    return f"mailto:{quote(email, safe='@')}" if email and email.count("@") == 1 and " " not in email else None


def web_link(url: str | None) -> str | None:
    """The address when it leads to a web site, else None (`javascript:` and the like never become links)."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def host(url: str) -> str:
    """The site that an address leads to, as the words of its link."""
    return urlsplit(url).netloc.removeprefix("www.")


def dial(text: str) -> Markup:
    """The text escaped, with 999 as a link that a phone can ring."""
    pieces = _EMERGENCY.split(text)
    return Markup("").join(_LINK.format(piece) if piece == "999" else escape(piece) for piece in pieces)
