"""A knowledge in which some pathways cite the invented procedure, and a shelf with its editions."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.library.taking import Taken, take
from knowledge.documents.library import library_of
from knowledge.knowledge import Knowledge
from knowledge.model import Area, Document, Sentence, Standing
from tests.library.making import PROCEDURE, Part, text

DOCUMENT = "example-procedure"
FIRST, SECOND, THIRD = date(2026, 4, 1), date(2026, 9, 1), date(2026, 10, 1)
TODAY = date(2026, 11, 23)
CITED = {  # pathway -> the section of the invented procedure that one of its sentences cites
    "unborn_baby": "1 Purpose",
    "mash_referral": "2",
    "lado": "section 2.1",
    "neglect_gcp2": "2.2 Older children",
    "early_help": "Disagreement",
    "fgm": "terms of reference",
    "missing_child": None,
    "domestic_abuse": "section 9",
}
ONLY_IN_ESSEX = "fgm"


def example(knowledge: Knowledge, folder: Path) -> Knowledge:
    """The knowledge that ships with the invented document, cited as `CITED` says, and the copies in the folder."""
    entry = Document(
        title="Exampleshire procedure",
        edition="2026",
        standing=Standing.LOCAL,
        checked_on=TODAY,
        called=("example procedure",),
    )
    pathways = dict(knowledge.pathways)
    for key, section in CITED.items():
        areas = (Area.ESSEX,) if key == ONLY_IN_ESSEX else ()
        said = Sentence(say=f"What {key} takes from the example.", source=DOCUMENT, section=section, areas=areas)
        pathways[key] = pathways[key].model_copy(update={"notes": (*pathways[key].notes, said)})
    return replace(
        knowledge,
        documents={**knowledge.documents, DOCUMENT: entry},
        pathways=pathways,
        library=library_of(folder, pathways, knowledge.glossary, knowledge.document_questions.same),
    )


def took(knowledge: Knowledge, folder: Path, edition: date, parts: tuple[Part, ...] = PROCEDURE) -> Taken:
    """Import an edition of the invented procedure."""
    folder.mkdir(exist_ok=True)
    file = text(folder.parent / f"{edition}.txt", parts)
    return take(file, DOCUMENT, edition, TODAY, folder, knowledge.documents, knowledge.library.shelf())
