"""The five published documents are asked about in practitioners' words: the right passage is among the first three."""

import pytest
import yaml

from knowledge.advise import Said, advise
from knowledge.documents.quoting import asks_for_a_document
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.knowledge.asked_documents import GROUPS, QUESTIONS, SEEDS, asked, imported
from tests.knowledge.test_advice import WORKING_DAY

HERE = pytest.mark.skipif(not SEEDS.exists(), reason="the five published documents are not here")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The knowledge with the five documents."""
    return imported(tmp_path_factory.mktemp("documents"))


@HERE
@pytest.mark.parametrize("group", GROUPS)
def test_of_thirty_questions_twentyseven_have_the_right_passage_among_the_first_three(
    published: Knowledge, group: str
) -> None:
    done = asked(published, group)
    assert len(done) == 30
    assert [one.ask for one in done if one.place is None][3:] == []


@HERE
def test_every_passage_stands_word_for_word_in_its_document(published: Knowledge) -> None:
    copies = published.library.shelf().newest
    for group in GROUPS:
        for one in asked(published, group):
            for passage in one.found:
                sections = copies[passage.document].sections
                assert any(passage.text in " ".join(p.text for p in section.paragraphs) for section in sections)


@HERE
def test_an_answer_has_three_quotations_with_their_sources_below_999_and_the_route(published: Knowledge) -> None:
    question = "what does the Thurrock annual report say about looked after children"
    answer = advise(published, Said(question, Area.THURROCK, WORKING_DAY, ranking={"mash_referral": 0.9}))
    assert [section.key for section in answer.sections][:3] == ["danger", "lead", "passages"]
    quoted = answer.sections[2].lines
    assert len(quoted) == 3
    for line in quoted:
        source = answer.sources[(line.source or 0) - 1]
        assert source.document == "Thurrock LSCB Annual Report 2016/17" and source.edition == "2017-04-01"
        assert source.section and source.section in line.text and "“" in line.text


def test_all_stored_questions_are_known_as_questions_about_a_document(knowledge: Knowledge) -> None:
    read = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    assert sorted(read) == sorted(GROUPS)
    for question in (one for group in GROUPS for one in read[group]):
        found = asks_for_a_document(knowledge, question["ask"])
        assert found is not None and question["document"] in found.documents, question["ask"]


def test_the_stored_questions_are_all_different(knowledge: Knowledge) -> None:
    read = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    asks = [one["ask"] for group in GROUPS for one in read[group]]
    assert len(set(asks)) == len(asks) == 90
