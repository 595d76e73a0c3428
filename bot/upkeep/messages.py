"""Messages for the language model: made from questions without anybody in them, none like one that is there."""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

_NEUTRAL = {
    "NAME": "someone",
    "DATE": "that day",
    "PHONE": "a phone number",
    "EMAIL": "an e-mail address",
    "HANDLE": "an account",
    "POSTCODE": "that address",
    "ADDRESS": "that address",
    "SCHOOL": "the school",
    "VEHICLE": "a car",
    "ID": "a reference",
}
_PLACEHOLDER = re.compile(r"<([A-Z]+)>")
_NEAR = 90  # so alike, of 100, are two messages that teach the same
_HEAD = 'version: "3.1"\nnlu:\n'
_ITEM = "    - "


def neutral(text: str) -> str:
    """The text on one line, with a plain word for each placeholder of masking."""
    words = _PLACEHOLDER.sub(lambda found: _NEUTRAL.get(found.group(1), "someone"), text)
    return " ".join(words.split())


def bare(text: str) -> str:
    """The words alone: two messages with the same are the same message."""
    return re.sub(r"\W+", " ", text).strip().lower() or text.strip()


def near(text: str, others: Sequence[str]) -> int | None:
    """The place of the message among `others`, given bare, that is nearly the same; None when none is."""
    found = process.extractOne(bare(text), others, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return None if found is None else int(found[2])


def messages_of(examples: str) -> list[str]:
    """The messages in a file of examples."""
    lines = examples.splitlines()
    return [line.removeprefix(_ITEM) for line in lines if line.startswith(_ITEM)]


def with_messages(examples: str, intent: str, urgent: Iterable[str], other: Iterable[str]) -> str:
    """The file of examples of this intent with more messages, urgent ones in their own block as everywhere."""
    before_urgent, before_other = _by_urgency(examples)
    blocks = (
        ("  metadata: {urgent: true}\n", [*before_urgent, *urgent]),
        ("", [*before_other, *other]),
    )
    return _HEAD + "".join(
        f"- intent: {intent}\n{metadata}  examples: |\n" + "".join(f"{_ITEM}{one}\n" for one in messages)
        for metadata, messages in blocks
        if messages
    )


def _by_urgency(examples: str) -> tuple[list[str], list[str]]:
    """The messages of the urgent blocks, and of the others."""
    blocks = re.split(r"^- intent: .*\n", examples, flags=re.MULTILINE)[1:]
    urgent = [one for block in blocks if "urgent: true" in block for one in messages_of(block)]
    other = [one for block in blocks if "urgent: true" not in block for one in messages_of(block)]
    return urgent, other
