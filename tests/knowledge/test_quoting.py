"""Which messages ask about a document, and what is said when no copy answers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from knowledge.advise import Said, advise
from knowledge.answer import Answer, Section
from knowledge.documents.passages import Edition, Paragraph, SectionCopy
from knowledge.documents.quoting import asks_for_a_document
from knowledge.documents.search import Index
from knowledge.documents.windows import sentences
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.knowledge.test_advice import WORKING_DAY
from tests.library.example import FIRST, example, took


def ask(knowledge: Knowledge, text: str, leaning: str = "mash_referral", **more: object) -> Answer:
    said = {"area": Area.THURROCK, "at": WORKING_DAY, "intent": leaning, "ranking": {leaning: 0.9}, **more}
    return advise(knowledge, Said(text, **said))  # type: ignore[arg-type]  # a test's shorthand


def part(answer: Answer, key: str) -> Section | None:
    return next((section for section in answer.sections if section.key == key), None)


@pytest.fixture
def known(knowledge: Knowledge, tmp_path: Path) -> Iterator[Knowledge]:
    """The knowledge with the invented procedure imported."""
    made = example(knowledge, tmp_path / "copies")
    took(made, tmp_path / "copies", FIRST)
    yield made


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("What does the threshold document say about bruising in babies?", "bruising in babies"),
        ("what do the SET procedures say about private fostering", "private fostering"),
        ("where in the threshold document is neglect", "neglect"),
        ("Where in the annual report does it say how many children are missing?", "how many children are missing"),
        ("quote the bit on strategy meetings from the procedures", "strategy meetings"),
        ("which page of the protocol covers bruising", "bruising"),
        ("which section says that consent is not needed", "that consent is not needed"),
        ("according to the policy who rings the LADO", "who rings the lado"),
        ("is there anything in the guidance about hoax calls", "hoax calls"),
        ("does the report mention county lines", "county lines"),
        (
            "What’s said in the procedures — no idea. What does the procedure say about home education?",
            "home education",
        ),
    ],
)
def test_a_question_about_a_document_is_known_with_its_topic(knowledge: Knowledge, text: str, topic: str) -> None:
    found = asks_for_a_document(knowledge, text)
    assert found is not None and topic in found.topic


def test_a_very_long_message_is_read_at_once_and_its_last_question_counts(knowledge: Knowledge) -> None:
    told = "he came in with a mark and would not say where from. " * 400
    found = asks_for_a_document(knowledge, f"{told}What does the procedure say about bruising?")
    assert found is not None and found.topic == "bruising"


@pytest.mark.parametrize(
    "text",
    [
        "8-year-old has a belt mark on his leg, says dad did it. Who do I ring?",
        "she said what dad did to her and I wrote a report",
        "mum says the school reported her",
        "what do I say to the parents",
        "who do I report this to",
        "how do I make a report about my neighbour",
        "where do I send the referral form",
        "a child told me what happens at home",
        "I have to write minutes of a strategy meeting tomorrow",
        "police asked for a document about his injuries",
    ],
)
def test_other_messages_ask_about_no_document(knowledge: Knowledge, text: str) -> None:
    assert asks_for_a_document(knowledge, text) is None
    assert part(ask(knowledge, text), "passages") is None


def test_without_copies_one_sentence_says_so_and_whom_to_ask_above_the_ordinary_answer(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "what does the threshold document say about bruising")
    found = part(answer, "passages")
    assert found is not None and [line.text for line in found.lines] == [knowledge.document_questions.no_copies.say]
    assert "business team" in found.lines[0].text
    assert part(answer, "steps") and answer.contacts


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("what does the annual report say about babies", "no_copy"),
        ("what does the example procedure say about zeppelins", "nothing_found"),
    ],
)
def test_what_no_copy_answers_is_said_in_one_sentence(known: Knowledge, text: str, says: str) -> None:
    found = part(ask(known, text), "passages")
    assert found is not None and [line.text for line in found.lines] == [getattr(known.document_questions, says).say]


def test_danger_is_never_delayed_by_a_question_about_a_document(known: Knowledge) -> None:
    text = "he has a knife and will kill her now, what does the example procedure say about bruises?"
    answer = ask(known, text, urgency=0.9)
    assert [section.key for section in answer.sections][:3] == ["danger", "lead", "passages"]
    assert answer.urgent and answer.sections[0].lines[0].text == known.settings.danger_now.say
    assert answer.primary == "emergency_999"


def test_a_quotation_is_word_for_word_with_document_section_page_and_edition(known: Knowledge) -> None:
    answer = ask(known, "what does the example procedure say about babies that don't move?")
    found = part(answer, "passages")
    assert found is not None
    assert found.lines[0].text == (
        "Exampleshire procedure, 2.1 Babies who do not move, page 2: “Ring the Exampleshire front door within the hour "
        "and ask for a paediatrician. Do not wait for the parents to explain the mark before you ring.”"
    )
    source = answer.sources[(found.lines[0].source or 0) - 1]
    assert (source.edition, source.section, source.page) == ("2026-04-01", "2.1 Babies who do not move", 2)


@pytest.mark.parametrize("leaning", ["greet", "thanks", "explain_term"])
def test_a_question_about_a_document_is_never_taken_for_talk(known: Knowledge, leaning: str) -> None:
    answer = ask(known, "what does the example procedure say about disagreement", leaning)
    assert part(answer, "passages") is not None and answer.kind != "smalltalk"


def test_a_question_that_a_copy_answers_is_not_out_of_scope(known: Knowledge, knowledge: Knowledge) -> None:
    text = "what does the example procedure say about the town hall"
    outside = {"ranking": {"out_of_scope": 0.9, "early_help": 0.05}}
    assert ask(knowledge, text, "out_of_scope", **outside).primary == "out_of_scope"
    answer = ask(known, text, "out_of_scope", **outside)
    assert (
        answer.primary == "mash_referral"
        and "town hall" in (part(answer, "passages") or Section("", "", ())).lines[0].text
    )


def test_the_words_of_a_copy_survive_the_way_through_json(known: Knowledge) -> None:
    answer = ask(known, "what does the example procedure say about disagreement")
    assert Answer.from_json(answer.to_json()) == answer


def copy_of(*sections: tuple[str, str]) -> Edition:
    return Edition(
        document="a-document",
        edition=date(2026, 1, 1),
        imported_on=date(2026, 1, 2),
        fingerprint="0",
        sections=tuple(SectionCopy(heading=name, paragraphs=(Paragraph(text=words),)) for name, words in sections),
    )


HOURS, KNIVES = ("Hours", "The hub is open from nine to five."), ("Weapons", "A pupil who carries a blade is searched.")
CONFERENCE = ("Meetings", "The MARAC hears high risk cases of violence at home.")


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("when is the hub open", "Hours"),
        ("carrying knives", "Weapons"),  # another word for it
        ("multi-agency risk assessment conference", "Meetings"),  # the words of an abbreviation
        ("opening hours", "Hours"),  # the heading counts
        ("pupills who carry", "Weapons"),  # misspelt
        ("searching", "Weapons"),  # the same stem
    ],
)
def test_a_passage_is_found_by_what_the_words_mean(question: str, section: str) -> None:
    same = (("knife", "knives", "blade"), ("MARAC", "Multi-Agency Risk Assessment Conference"))
    found = Index([copy_of(HOURS, KNIVES, CONFERENCE)], same).search(question)
    assert found and found[0].section == section


def test_no_two_passages_share_a_sentence() -> None:
    long = " ".join(
        f"Sentence {number} is about the hub and about who may ring it at what time." for number in range(40)
    )
    found = Index([copy_of(("Hub", long))]).search("who may ring the hub")
    said = [sentence for passage in found for sentence in sentences(passage.text)]
    assert len(found) == 2 and len(said) == len(set(said))  # at most two of one section


def test_a_question_without_a_word_that_counts_finds_nothing() -> None:
    assert Index([copy_of(HOURS)]).search("what about it then") == []
    assert Index([]).search("the hub") == []
