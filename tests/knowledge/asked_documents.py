"""Asks the questions of document_questions.yaml and says which got the right passage."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from knowledge.knowledge import Knowledge
from knowledge.passages import Passage
from knowledge.quoting import asks_for_a_document, passages

QUESTIONS = Path(__file__).with_name("document_questions.yaml")


@dataclass(frozen=True)
class Asked:
    """One question and the passages that answered it; `place` is that of the right one, from 1, or None."""

    ask: str
    found: Sequence[Passage]
    place: int | None


def asked(knowledge: Knowledge, group: str) -> list[Asked]:
    """All questions of a group, answered from the copies that the knowledge has."""
    return list(_asked(knowledge, yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))[group]))


def _asked(knowledge: Knowledge, questions: Sequence[dict[str, str]]) -> Iterator[Asked]:
    for question in questions:
        about = asks_for_a_document(knowledge, question["ask"])
        found = passages(knowledge, about) if about else []
        places = [place for place, passage in enumerate(found, 1) if _is_right(passage, question)]
        yield Asked(question["ask"], found, places[0] if places else None)


def _is_right(passage: Passage, question: dict[str, str]) -> bool:
    in_place = passage.document == question["document"] and passage.section.startswith(question["section"])
    return in_place and question["holds"].lower() in passage.text.lower()
