"""Words made safe for Teams: what somebody typed never becomes a mention, a link, a heading, a list or formatting.

Backslashes are no escape that every Teams client honours. So marks are swapped for letters that look the same, and
what is more than one mark (a link, a tag, an entity) is parted by a space without width.
"""

import re

from bot.wording.typed import WEB, cleaned, dialled_digits, fit, ringable

_NOTHING = "\u200b"
_ALIKE = str.maketrans({"*": "\u2217", "`": "\u02cb", "~": "\u223c", "\\": "\u2216"})
_UNDERSCORE = re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")  # inside a word it formats nothing
_PARTED = (
    (re.compile(r"<(?=[A-Za-z/!?])"), f"<{_NOTHING}"),  # a tag
    (re.compile(r"\](?=[(\[:])"), f"]{_NOTHING}"),  # a link
    (re.compile(r"&(?=#?\w+;)"), f"&{_NOTHING}"),  # an entity
    (re.compile(r"\{(?=\{)"), f"{{{_NOTHING}"),  # a date that the client writes out
    (re.compile(r"(?<=:)/(?=/)"), f"{_NOTHING}/"),  # an address
    (re.compile(r"\b(www|mailto|tel)(?=[.:])", re.IGNORECASE), rf"\1{_NOTHING}"),
)
_BLOCK = re.compile(r"^(?=[#>+=|:-]|\d+[.)])")  # a heading, a quotation, a list, a table, a line across
_SAFE = re.compile(r"(?:https?://[^/\s]|mailto:[^\s@]+@|tel:\+?\d)[^\s<>\x00-\x1f]*", re.IGNORECASE)
_SPOKEN = str.maketrans({"<": "\u2039", ">": "\u203a", "&": "+"})


def escaped(text: str) -> str:
    """The text for a TextBlock or a fact, in which Teams must find nothing to turn into something else."""
    safe = _UNDERSCORE.sub("\u02cd", cleaned(text).translate(_ALIKE))
    for found, parted in _PARTED:
        safe = found.sub(parted, safe)
    return "\n\n".join(_BLOCK.sub(_NOTHING, line.strip()) for line in safe.split("\n") if line.strip())


def inline(text: str) -> str:
    """The text escaped and on one line."""
    return escaped(" ".join(text.split()))


def plain(text: str, most: int) -> str:
    """The text for a label or a choice, in at most so many letters; some clients format these, too."""
    return fit(inline(text), most) or "-"


def pressable(text: str, most: int) -> str:
    """The text for a button, which no client takes for a list."""
    return fit(inline(text).removeprefix(_NOTHING), most) or "-"


def spoken(text: str, most: int) -> str:
    """The text for a voice, which may read it as markup (SSML)."""
    return fit(" ".join(cleaned(text).translate(_SPOKEN).split()), most)


def link(url: str, words: str) -> str:
    """A link with these words; the words alone when the address is none that may be followed."""
    if not _SAFE.fullmatch(url):
        return inline(words)
    address = url.replace("(", "%28").replace(")", "%29").replace("\\", "%5C")
    return f"[{inline(words).replace('[', '(').replace(']', ')')}]({address})"


def tel(phone: str) -> str:
    """A telephone number as a link that a phone can ring; as it is when it holds no digits."""
    return link(f"tel:{dialled_digits(phone)}", phone)


def own(text: str) -> str:
    """Signpost's own sentence escaped, with telephone numbers and web addresses as links; never for typed words."""
    pieces = WEB.split(text)
    drawn = (link(piece, piece) if at % 2 else ringable(_kept(piece), tel) for at, piece in enumerate(pieces))
    return "".join(drawn)


def _kept(piece: str) -> str:
    """A piece of a sentence escaped, with the gaps at its ends."""
    first, last = piece[: len(piece) - len(piece.lstrip())], piece[len(piece.rstrip()) :]
    return f"{first}{escaped(piece)}{last}" if piece.strip() else piece
