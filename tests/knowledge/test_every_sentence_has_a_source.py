"""Five hundred answers made up at random: each line stands in an entry of the knowledge and names its source."""

from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from knowledge.answer import Answer, AnswerError, Line, Section
from knowledge.documents.passages import Edition, Paragraph, SectionCopy
from knowledge.knowledge import Knowledge
from knowledge.lines import QUOTES
from knowledge.load import load
from knowledge.text import plain_text
from tests.knowledge.random_answers import answers
from tests.knowledge.tracing import Trace

SEED, COUNT = 20261123, 500


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The knowledge with two copies of a document that the pathways cite, of which the newer one changed a section."""
    folder = tmp_path_factory.mktemp("copies")
    cited = sorted(
        (sentence.source, sentence.section)
        for pathway in load().pathways.values()
        for sentence in pathway.sentences()
        if sentence.section
    )
    document, _ = Counter(source for source, _ in cited).most_common(1)[0]
    names = list(dict.fromkeys(section for source, section in cited if source == document and section))
    for year, ending in ((2024, "the same day."), (2025, "within the hour.")):
        sections = tuple(
            SectionCopy(heading=name, page=page, paragraphs=(Paragraph(text=f"Bruising: tell the team {ending}"),))
            for page, name in enumerate(names, 1)
        )
        edition = Edition(
            document=document,
            edition=date(year, 1, 1),
            imported_on=date(2026, 1, 1),
            fingerprint="f",
            sections=sections,
        )
        (folder / f"{year}.json").write_text(edition.model_dump_json(), encoding="utf-8")
    return load(documents=folder)


@pytest.fixture(scope="module")
def given(stocked: Knowledge) -> list[tuple[Answer, str]]:
    return list(answers(Random(SEED), stocked, COUNT))  # noqa: S311 - the same answers every time


def test_every_line_stands_in_the_knowledge_and_names_its_source(
    stocked: Knowledge, given: list[tuple[Answer, str]]
) -> None:
    trace = Trace(stocked)
    assert [lost for answer, asked in given for lost in trace.untraced(answer, asked)] == []


def test_the_text_says_what_the_lines_say_and_nothing_else(stocked: Knowledge, given: list[tuple[Answer, str]]) -> None:
    mark = stocked.settings.confirm_mark
    for answer, _ in given:
        assert answer.text == plain_text(answer.title, answer.sections, answer.sources, mark)
        titles = {pathway.title for pathway in stocked.pathways.values()} | {"Signpost"}
        assert answer.title in titles


def test_the_five_hundred_are_of_every_sort(stocked: Knowledge, given: list[tuple[Answer, str]]) -> None:
    assert {answer.kind for answer, _ in given} == {"advice", "clarify", "fallback", "handoff", "smalltalk"}
    assert len({answer.primary for answer, _ in given}) >= len(stocked.pathways) - 2
    shown = {section.key for answer, _ in given for section in answer.sections}
    assert {"banner", "passages", "reply", "more", "asked", "why", "tools", "also", "question", "refused"} <= shown


@pytest.mark.parametrize("key", ["danger", "lead", "steps", "consent", "tools", "passages", "why", "duty"])
@pytest.mark.parametrize("source", [None, 0, 999])
def test_an_answer_that_states_something_without_a_source_cannot_be_built(
    given: list[tuple[Answer, str]], key: str, source: int | None
) -> None:
    answer = next(answer for answer, _ in given if answer.kind == "advice")
    wrong = Section(key, "Heading", (Line("There is no need to tell anybody.", source),))
    with pytest.raises(AnswerError, match=key):
        replace(answer, sections=(*answer.sections, wrong))


def test_an_answer_without_a_source_is_refused_on_the_wire(given: list[tuple[Answer, str]]) -> None:
    answer = next(answer for answer, _ in given if answer.kind == "advice")
    spoiled = answer.to_dict()
    spoiled["sources"] = []
    with pytest.raises(AnswerError):
        Answer.from_dict(spoiled)


def test_words_of_the_asker_contacts_and_replies_may_stand_without_one(given: list[tuple[Answer, str]]) -> None:
    answer = next(answer for answer, _ in given if answer.kind == "advice")
    free = (
        Section("why", "Why", (Line(f"{QUOTES}\u201cbruise\u201d."),)),
        Section("contacts", "Who", (Line("Team: 01632 960001"),)),
        Section("question", "Now or past?", (Line("Now"),)),
    )
    assert replace(answer, sections=free).sections == free
