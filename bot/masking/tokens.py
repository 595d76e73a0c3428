"""A message as words with their shape: what stands before, capitals, sentence starts."""

import re
import unicodedata
from dataclasses import dataclass, field

_WORD = re.compile(
    r"[^\W\d_][^\W\d_\u0300-\u036f]*[\u0300-\u036f]*(?:[^\W\d_]|[\u0300-\u036f])*"
    r"(?:['\-](?:[^\W\d_]|[\u0300-\u036f])+)*"
)
_ENDING = re.compile(r"(?:'(?:s|d|ll|ve|re|m|em)|n't|s')$", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?:;\n\u2022>\"(|]|(?:^|\s)-\s")
_APOSTROPHES = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u02bc": "'",
        "`": "'",
        "\u00b4": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2013": "-",
        "\u2014": "-",
    }
)


def analysable(text: str) -> str:
    """Return `text` at the same length with one spelling for quotes, dashes, wide letters and blanks."""
    text = text.translate(_APOSTROPHES)
    return text if text.isascii() and text.isprintable() else "".join(map(_plain, text))


def _plain(char: str) -> str:
    if char == "\n" or (char.isascii() and char.isprintable()):
        return char
    category = unicodedata.category(char)
    if category in ("Cc", "Cs", "Zs", "Zl", "Zp", "Cf"):  # spaCy cannot encode lone surrogates
        return " "
    wide = unicodedata.normalize("NFKC", char)
    return wide if len(wide) == 1 else char


def folded(word: str) -> str:
    """Return `word` in lower case without accents, as the word lists spell it."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.lower())
    return "".join(char for char in apart if not unicodedata.combining(char))


@dataclass(slots=True)
class Token:
    """One word; `end` leaves out a possessive or contraction, `gap` is the text since the word before."""

    text: str
    start: int
    end: int
    gap: str
    word: str = field(default="")
    shape: str = field(default="lower")
    first: bool = field(default=False)
    possessive: bool = field(default=False)

    @property
    def capital(self) -> bool:
        """Whether a capital letter here tells anything: not at a sentence's start, not in all capitals."""
        return self.shape in ("cap", "upper") and not self.first


def tokens_of(text: str) -> list[Token]:
    """Return the words of an analysable text, shapes set sentence by sentence."""
    tokens: list[Token] = []
    at = 0
    for match in _WORD.finditer(text):
        token = Token(match.group(), match.start(), match.end(), text[at : match.start()])
        ending = _ENDING.search(token.text)
        if ending and ending.start() > 0:
            token.possessive = ending.group().lower() in ("'s", "s'")
            token.end -= len(ending.group()) - (ending.group().lower() == "s'")
        token.word = folded(text[token.start : token.end])
        token.first = not tokens or bool(_SENTENCE.search(token.gap))
        at = match.end()
        tokens.append(token)
    _shape(tokens)
    return tokens


def _shape(tokens: list[Token]) -> None:
    """Set each shape; in a shouted or Title Cased sentence capitals say nothing, so all is lower."""
    start = 0
    for i in range(1, len(tokens) + 1):
        if i == len(tokens) or "\n" in tokens[i].gap or (tokens[i].first and i - start > 30):
            _shape_line(tokens[start:i])
            start = i


def _shape_line(line: list[Token]) -> None:
    long = [t for t in line if len(t.text) > 2]
    shouted = len(long) > 2 and sum(t.text.isupper() for t in long) > 0.65 * len(long)
    titled = len(long) > 3 and sum(t.text[0].isupper() for t in long) > 0.85 * len(long)
    for token in line:
        own = token.text[: token.end - token.start]
        if shouted or not own[:1].isupper():
            token.shape = "lower"
        elif len(own) > 1 and own.isupper():
            token.shape = "upper"
        else:
            token.shape = "titled" if titled else "cap"
