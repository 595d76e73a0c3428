"""Reads a question about a document: "what does the threshold document say about bruising?"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from knowledge.documents.stems import stems
from knowledge.model import Document, Entry, Sentence, Text
from knowledge.words import normal, tokens

_PLACE, _TOPIC = "{document}", "{topic}"
_LOOKED_AT = 400  # letters at the beginning and at the end of a message


class DocumentQuestions(Entry):
    """The words by which a question about a document is known, and what is said when nothing answers it."""

    asks: tuple[
        Text, ...
    ]  # patterns as in vocabulary.yaml with {document}, any document's name, and {topic}, any words
    kinds: tuple[Text, ...]  # what documents are called in general
    same: tuple[tuple[Text, ...], ...]  # groups of words that stand for each other in a search
    heading: Text
    nothing_found: Sentence
    no_copy: Sentence
    no_copies: Sentence


@dataclass(frozen=True)
class AskedDocument:
    """What is asked: the topic without the words that ask, and the documents that are named (none: any)."""

    topic: str
    documents: tuple[str, ...] = ()


def asked_document(questions: DocumentQuestions, documents: Mapping[str, Document], text: str) -> AskedDocument | None:
    """The question about a document; None for other messages. Of a long message its beginning and its end count."""
    message = " ".join(normal(text).split())
    names = tuple(sorted({normal(name) for entry in documents.values() for name in entry.called}))
    for part in dict.fromkeys((message[:_LOOKED_AT], message[-_LOOKED_AT:])):
        for ask in questions.asks:
            if found := _pattern(ask, names, questions.kinds).search(part):
                return AskedDocument(
                    _topic(found, part), _named(documents, found.groupdict().get("document") or "", part)
                )
    return None


def _topic(found: re.Match[str], message: str) -> str:
    """What the pattern calls the topic, else the rest of its sentence, else (it says "this") the whole message."""
    marked = [words for name, words in found.groupdict().items() if name.startswith("topic") and words]
    before, after = (
        re.split(r"[.?!] ", message[: found.start()])[-1],
        re.split(r"[.?!](?: |$)", message[found.end() :])[0],
    )
    topic = " ".join(marked or [before, after]).strip(" ?.!,:")
    return topic if stems(topic) else message


def _named(documents: Mapping[str, Document], named: str, message: str) -> tuple[str, ...]:
    """The documents that a name means; of several with one name those whose title has most words of the message."""
    called = {
        key: max((normal(name) for name in entry.called if _stands(normal(name), named)), key=len, default="")
        for key, entry in documents.items()
    }
    longest = max(map(len, called.values()), default=0)
    if not longest:
        return ()
    said = set(tokens(message))
    fits = {
        key: len(said & set(tokens(normal(f"{documents[key].title} {documents[key].edition}"))))
        for key, name in called.items()
        if len(name) == longest
    }
    return tuple(key for key, fit in fits.items() if fit == max(fits.values()))


def _stands(name: str, message: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", message))


@lru_cache(maxsize=256)
def _pattern(ask: str, names: tuple[str, ...], kinds: tuple[str, ...]) -> re.Pattern[str]:
    called = "|".join([*map(re.escape, sorted(names, key=len, reverse=True)), *kinds])
    document = rf"(?:[\w'/&-]+ ){{0,6}}?(?:{called})(?: (?:from |of |for )?(?:20)?\d\d(?:[-/]\d+)?)?"
    typed = ask.replace("'", "'?").replace(_PLACE, "\0").replace(_TOPIC, "\1").replace(" ", r"[\s-]+")
    typed = typed.replace("\1", "(?P<topic>.+)", 1).replace("\1", "(?P<topic_too>.*)", 1)
    return re.compile(rf"(?<!\w)(?:{typed})(?!\w)".replace("\0", f"(?P<document>{document})", 1))
