"""Asks the questions of document_questions.yaml and says which got the right passage."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from bot.library.taking import take
from knowledge.documents.passages import Passage
from knowledge.documents.quoting import asks_for_a_document, passages
from knowledge.knowledge import Knowledge
from knowledge.load import load

QUESTIONS = Path(__file__).with_name("document_questions.yaml")
GROUPS = ("first", "second", "third")
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
FILES = {  # file -> document and edition
    "southend-lscb-annual-report-2017-19": ("southend-lscb-annual-report-2017-19", date(2019, 4, 1)),
    "thurrock-lscb-annual-report-2016-17": ("thurrock-lscb-annual-report-2016-17", date(2017, 4, 1)),
    "thurrock-lscp-implementation-plan-2019": ("thurrock-lscp-implementation-plan", date(2019, 1, 9)),
    "thurrock-lscp-performance-report-2019": (
        "thurrock-lscp-performance-report-may-august-2019",
        date(2019, 10, 8),
    ),
    "thurrock-scrutiny-committee-2015-07": ("thurrock-council-o-s-committee-2015-07-14", date(2015, 7, 14)),
}


@dataclass(frozen=True)
class Asked:
    """One question and the passages that answered it; `place` is that of the right one, from 1, or None."""

    ask: str
    found: Sequence[Passage]
    place: int | None


def imported(folder: Path) -> Knowledge:
    """The knowledge with the five published documents, imported into the folder."""
    knowledge = load(documents=folder)
    for name, (document, edition) in FILES.items():
        file, shelf = SEEDS / f"{name}.txt", knowledge.library.shelf()
        take(file, document, edition, date(2026, 11, 23), folder, knowledge.documents, shelf)
    return knowledge


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
