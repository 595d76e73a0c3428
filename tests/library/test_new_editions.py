"""A new edition names exactly the pathways whose cited section is not the same, until someone confirms them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.library.confirming import confirm
from bot.library.faults import DocumentFileError
from knowledge.advise import Said, advise
from knowledge.answer import Answer, Section
from knowledge.documents.citations import sections_cited
from knowledge.documents.upgrades import not_found
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.library.example import CITED, DOCUMENT, FIRST, SECOND, THIRD, example, took
from tests.library.making import PROCEDURE, Part, changed

NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)
THREE = {"_2_1": "Ring the Exampleshire front door at once.", "_3": "The clock starts the day after.", "_Terms": ""}
TOUCHED = {"mash_referral", "lado", "early_help", "fgm"}


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """An empty folder for the copies."""
    return tmp_path / "copies"


@pytest.fixture
def known(knowledge: Knowledge, copies: Path) -> Knowledge:
    """The knowledge with the invented procedure, whose first edition is imported."""
    made = example(knowledge, copies)
    took(made, copies, FIRST)
    return made


def waiting(known: Knowledge) -> set[str]:
    return {one.pathway for one in known.library.shelf().waiting}


def answer(known: Knowledge, pathway: str, area: Area = Area.THURROCK, at: datetime = NOW) -> Answer:
    return advise(known, Said("a question", area, at, intent=pathway, ranking={pathway: 0.95}))


def banner(given: Answer) -> Section | None:
    return next((section for section in given.sections if section.key == "banner"), None)


def test_three_changed_sections_name_exactly_the_pathways_that_cite_them(known: Knowledge, copies: Path) -> None:
    taken = took(known, copies, SECOND, changed(**THREE))
    assert taken.impact is not None
    assert set(taken.impact.pathways) == TOUCHED == waiting(known)
    assert {change.section: change.kind for change in taken.impact.sections} == {
        "2.1 Babies who do not move": "changed",
        "3 Disagreement": "changed",
        "Terms of reference": "vanished",
    }


def test_old_and_new_words_and_the_sentence_that_cites_them_are_told(known: Knowledge, copies: Path) -> None:
    taken = took(known, copies, SECOND, changed(**THREE))
    assert taken.impact is not None
    [(sentence, change)] = taken.impact.pathways["lado"]
    assert sentence.say == "What lado takes from the example."
    assert change.before == PROCEDURE[2].paragraphs
    assert change.after == ("Ring the Exampleshire front door at once.",)


def test_a_first_edition_and_one_with_the_same_words_touch_nothing(known: Knowledge, copies: Path) -> None:
    assert waiting(known) == set()
    same = tuple(
        Part(p.heading, tuple(w.replace("'", "’").replace("  ", " ") for w in p.paragraphs), 3) for p in PROCEDURE
    )
    taken = took(known, copies, SECOND, same)
    assert taken.impact is not None and taken.impact.pathways == {} and taken.impact.sections == ()
    assert waiting(known) == set()


def test_a_section_that_got_another_number_has_moved(known: Knowledge, copies: Path) -> None:
    moved = tuple(Part(p.heading.replace("2.2 Older", "2.3 Older"), p.paragraphs, p.page) for p in PROCEDURE)
    taken = took(known, copies, SECOND, moved)
    assert taken.impact is not None and set(taken.impact.pathways) == {"neglect_gcp2", "mash_referral"}
    [(_, change)] = taken.impact.pathways["neglect_gcp2"]
    assert (change.kind, change.now) == ("moved", "2.3 Older children")


def test_what_is_new_below_a_cited_section_touches_who_cites_the_whole(known: Knowledge, copies: Path) -> None:
    grown = (*PROCEDURE[:4], Part("2.3 Siblings", ("Ask who else lives in the house.",), 3), *PROCEDURE[4:])
    taken = took(known, copies, SECOND, grown)
    assert taken.impact is not None and set(taken.impact.pathways) == {"mash_referral"}


def test_a_citation_that_the_first_copy_does_not_bear_out_is_told_and_carries_no_banner(
    known: Knowledge, copies: Path
) -> None:
    cites = {key: pathway.sentences() for key, pathway in known.pathways.items()}
    assert not_found(cites, known.library.shelf().newest[DOCUMENT]) == {"section 9": ("domestic_abuse",)}
    took(known, copies, SECOND, changed(**THREE))
    assert banner(answer(known, "domestic_abuse")) is None and banner(answer(known, "missing_child")) is None


def test_the_answer_carries_a_banner_below_the_danger_line_until_someone_confirms(
    known: Knowledge, copies: Path
) -> None:
    assert banner(answer(known, "lado")) is None
    took(known, copies, SECOND, changed(**THREE))
    given = answer(known, "lado")
    found = banner(given)
    assert found is not None and [section.key for section in given.sections][:3] == ["danger", "banner", "lead"]
    assert "2026-09-01" in found.lines[0].text and "section 2.1" in found.lines[0].text
    assert given.sources[(found.lines[0].source or 0) - 1].document == "Exampleshire procedure"
    confirm(copies, known.library.shelf(), known.pathways, "lado", "Ada Example", None, NOW)
    assert banner(answer(known, "lado")) is None
    assert waiting(known) == TOUCHED - {"lado"}
    assert known.library.shelf().confirmations[0].by == "Ada Example"


def test_a_banner_stands_only_where_the_sentence_of_this_area_cites_it(known: Knowledge, copies: Path) -> None:
    took(known, copies, SECOND, changed(**THREE))
    assert banner(answer(known, "fgm", Area.THURROCK)) is None
    assert banner(answer(known, "fgm", Area.ESSEX)) is not None


def test_what_waits_goes_on_waiting_after_a_third_edition_and_a_later_change_waits_anew(
    known: Knowledge, copies: Path
) -> None:
    took(known, copies, SECOND, changed(**THREE))
    confirm(copies, known.library.shelf(), known.pathways, "lado", "Ada Example", DOCUMENT, NOW)
    took(known, copies, THIRD, changed(**{**THREE, "_2_2": "Photograph each mark."}))
    assert waiting(known) == (TOUCHED | {"neglect_gcp2"}) - {"lado"}
    last = {**THREE, "_2_2": "Photograph each mark.", "_2_1": "Ring and write."}
    took(known, copies, THIRD.replace(day=2), changed(**last))
    assert "lado" in waiting(known)


@pytest.mark.parametrize(
    ("pathway", "by", "document", "says"),
    [
        ("no_such", "Ada", None, "No pathway is called 'no_such'"),
        ("lado", " ", None, "Say who confirms it"),
        ("unborn_baby", "Ada", None, "Nothing waits for unborn_baby"),
        ("lado", "Ada", "another-document", "Nothing waits for lado because of another-document"),
    ],
)
def test_a_confirmation_of_nothing_is_refused(
    known: Knowledge, copies: Path, pathway: str, by: str, document: str | None, says: str
) -> None:
    took(known, copies, SECOND, changed(**THREE))
    with pytest.raises(DocumentFileError, match=says):
        confirm(copies, known.library.shelf(), known.pathways, pathway, by, document, NOW)
    assert known.library.shelf().confirmations == ()


def test_past_its_review_date_an_answer_says_so_with_the_date(known: Knowledge) -> None:
    entry = known.documents[DOCUMENT].model_copy(update={"review_by": SECOND})
    known.documents[DOCUMENT] = entry
    found = banner(answer(known, "lado"))
    assert found is not None and "due for review by 2026-09-01" in found.lines[0].text
    assert banner(answer(known, "lado", at=datetime(2026, 9, 1, 12, tzinfo=UTC))) is None
    assert (
        banner(answer(known, "lado", at=datetime(2026, 9, 1, 23, 30, tzinfo=UTC))) is not None
    )  # the next day in London


@pytest.mark.parametrize(
    ("citation", "names"),
    [
        ("2.1", ["2.1 Babies who do not move"]),
        ("section 2.1 Babies", ["2.1 Babies who do not move"]),
        ("2", ["2 Bruising", "2.1 Babies who do not move", "2.2 Older children"]),
        ("2.1-2.2", ["2.1 Babies who do not move", "2.2 Older children"]),
        ("bruising", ["2 Bruising", "2.1 Babies who do not move", "2.2 Older children"]),
        ("Part A, chapter 2.2", ["2.2 Older children"]),
        ("2.2; Terms of Reference", ["2.2 Older children", "Terms of reference"]),
        ("21", []),
        ("Finding 2", []),
        ("Children Act 1989 s46", []),
    ],
)
def test_a_citation_means_the_sections_that_it_names_and_those_below_them(
    known: Knowledge, citation: str, names: list[str]
) -> None:
    edition = known.library.shelf().newest[DOCUMENT]
    assert [edition.sections[at].name for at in sections_cited(edition, citation)] == names


def test_every_pathway_of_the_example_is_known(knowledge: Knowledge) -> None:
    assert set(CITED) <= set(knowledge.pathways)
