"""A text as judged words: what each word is, with stock phrases and other findings set apart."""

import re

from bot.masking.cues import Cues
from bot.masking.lexicon import KEEP, SURNAME, UNKNOWN, WORD, Lexicon
from bot.masking.nicknames import nicknames
from bot.masking.tokens import Token, folded, tokens_of

TAKEN = "taken"
_QUOTED = re.compile(r"\"([^\"\n]{2,30})\"|(?<![\w'])'([^'\n]{2,20})'(?![\w'])")

# What only clinical notes and police logs write: durations ("3/52"), "c/o", "O/E", "1410hrs", "Fa", "T1DM", doses.
_NOTES = re.compile(
    r"\b\d{1,2}/(?:7|12|52|24)\b|\b\d{4}\s?hrs\b|\b(?:Fa|MGM|MGF|PGM|PGF|PMHx?|T[12]DM|BMI|NAD|EPDS|SpR|Hx|Rx|Dx|Tx|"
    r"PNC|VRM|CAD|CCTV|IP|UNSUB|[Ss]usp|[Oo]ccs?|[Vv]ict|[Ii]nf)\b|\b(?:[OoCcSsRr]/[EeOoBbVv]|w/|[?]s\d)|"
    r"\b\d+\s?(?:mg|mls?|kg)\b|\bx\d\b|\b[MF]\s?\d{1,2}\b"
)
_EX_POST = re.compile(r"(?:ex|non|pre|post|anti)-[A-Z]{2,4}s?")  # "ex-HCA"
_CAMEL = re.compile(r"[A-Z][a-z]+")


class Reading:
    """The words of one text, with their kinds and the words that stand beside them."""

    def __init__(self, text: str, lexicon: Lexicon, cues: Cues, taken: list[tuple[int, int]]) -> None:
        self.text, self.lexicon, self.cues = text, lexicon, cues
        self.tokens = tokens_of(text)
        self.kinds = [self._kind(token) for token in self.tokens]
        self._keep_phrases()
        self._keep_taken(taken)
        self.english = self._mostly_english()
        self.notes = bool(_NOTES.search(text))
        self.quoted = self._quotes() | self._nicknames()

    def _kind(self, token: Token) -> str:
        if len(token.word) < 4 and token.gap[-1:].isdigit():
            return KEEP  # "6mo", "9th": a unit
        if token.shape != "upper":
            return WORD if _EX_POST.fullmatch(token.text) else self.lexicon.kind(token.word)
        if token.word in self.lexicon.acronyms:
            return KEEP
        kind = self.lexicon.kind(token.word)
        rare = len(token.word) < 4 and kind == WORD and not self.lexicon.frequent(token.word)
        return UNKNOWN if rare else kind  # "child LS": initials, though some dictionary has "ls"

    def _keep_phrases(self) -> None:
        """Mark stock phrases ("Clare's Law") and places of several words as kept."""
        flat = [(part, i) for i, token in enumerate(self.tokens) for part in folded(token.text).split("-")]
        for at, (part, _) in enumerate(flat):
            for phrase in self.cues.phrases.get(part, ()):
                window = flat[at : at + len(phrase)]
                if tuple(w for w, _ in window) == phrase:
                    for _, i in window:
                        self.kinds[i] = KEEP

    def _keep_taken(self, taken: list[tuple[int, int]]) -> None:
        """Words inside a link or another finding are not judged again."""
        for i, token in enumerate(self.tokens):
            if any(start < token.end and token.start < end for start, end in taken):
                self.kinds[i] = TAKEN

    def _mostly_english(self) -> bool:
        """Return False for a message in another language: there an unknown word says nothing."""
        pairs = zip(self.kinds, self.tokens, strict=True)
        lower = [kind for kind, token in pairs if token.shape == "lower" and len(token.word) > 2]
        return len(lower) < 8 or lower.count(UNKNOWN) < 0.4 * len(lower)

    def _quotes(self) -> set[int]:
        """Return the words put in quotation marks as a nickname is: few, and called so or capitalised."""
        found: set[int] = set()
        if '"' not in self.text and "'" not in self.text:
            return found
        for match in _QUOTED.finditer(self.text):
            inside = [i for i, t in enumerate(self.tokens) if match.start() < t.start and t.end <= match.end()]
            if 0 < len(inside) < 4 and self._nickname(inside):
                found |= set(inside)
        return found

    def _nickname(self, inside: list[int]) -> bool:
        before = [t.word for t in self.tokens[max(0, inside[0] - 3) : inside[0]]]
        if self.cues.naming & set(before[-2:]) or "_".join(before[-2:]) in self.cues.naming_pairs:
            return True
        if before and before[-1] in self.cues.definers:
            return False
        if all(self.tokens[i].word in self.cues.persons for i in inside):
            return False  # a child's "Uncle"
        capital = all(self.tokens[i].shape in ("cap", "titled") for i in inside)
        return capital and len(inside) < 3 and not any(self.kinds[i] == KEEP for i in inside)

    def _nicknames(self) -> set[int]:
        """Return the words that the text says are what somebody is called."""
        spans = nicknames(self.text, self.cues, self.lexicon)
        return {i for i, t in enumerate(self.tokens) if any(a <= t.start and t.end <= b for a, b in spans)}

    def camel(self, word: str) -> bool:
        """Whether capitals inside a word part it into ordinary words: "DutyTeam"."""
        parts = _CAMEL.findall(word)
        return (
            len(parts) > 1
            and "".join(parts) == word
            and all(len(p) > 2 and self.lexicon.kind(p.lower()) in (WORD, KEEP, SURNAME) for p in parts)
        )

    def before(self, i: int, back: int = 1) -> str:
        """Return the folded word `back` places before, if nothing but blanks and light marks parts them."""
        if i < back or not re.fullmatch(r"[ \t\r:(,\-\"'.]{0,4}", self.tokens[i].gap):
            return ""
        return self.tokens[i - back].word

    def following(self, i: int) -> Token | None:
        """Return the word after, or None at the end."""
        return self.tokens[i + 1] if i + 1 < len(self.tokens) else None
