"""The decision note: what was asked, what applied, the route and its sources; never a word of the asker's."""

from datetime import UTC, datetime

import pytest

from knowledge.advise import Said, advise
from knowledge.guides.steps import guided_answer, walk
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from knowledge.note import decision_note
from knowledge.note_shape import Note, note_text

SUMMER = datetime(2026, 7, 17, 16, 55, tzinfo=UTC)  # 17:55 in London


def guided(knowledge: Knowledge, path: str) -> Note:
    return decision_note(guided_answer(knowledge, walk(knowledge, path), Area.ESSEX, SUMMER), SUMMER)


def test_the_note_of_a_guide_lists_each_question_with_its_answer_and_source(knowledge: Knowledge) -> None:
    text = note_text(guided(knowledge, "sharing:danger.no,harm.unsure"))
    assert "3. Is a child at risk of harm, as far as you can tell? Unsure. [" in text
    assert "Cook Lawyers summary of DfE Information sharing advice 2024, edition 2024-04, rule 3" in text


def test_the_note_names_route_level_urgency_london_time_contacts_and_version(knowledge: Knowledge) -> None:
    note = guided(knowledge, "baby_mark:danger.no,mobile.no")
    facts = dict(note.facts)
    assert facts["Made"] == "Friday 17 July 2026, 17:55 BST"
    assert facts["Route"] == knowledge.pathways["bruising_non_mobile"].title
    assert (facts["Threshold level"], facts["Urgent"]) == ("4", "Yes, act now")
    assert facts["Signpost knowledge version"] == knowledge.version
    assert "0345 606 1212" in note_text(note) and "out of hours now" in note_text(note)


def test_the_note_leaves_room_for_the_practitioner(knowledge: Knowledge) -> None:
    text = note_text(guided(knowledge, "help:danger.yes"))
    assert text.endswith("Your reasons:\nWho you spoke to, and when:\nWhat was agreed:\n")


def test_the_note_of_a_free_question_says_what_applied_and_no_word_of_the_question(knowledge: Knowledge) -> None:
    said = Said(
        "Kayleigh has a belt mark", Area.THURROCK, SUMMER, ranking={"mash_referral": 0.9}, evidence=("Kayleigh",)
    )
    text = note_text(decision_note(advise(knowledge, said), SUMMER))
    assert "in the practitioner's own words" in text and "What applied" in text
    assert "Kayleigh" not in text and "belt mark" not in text


def test_every_number_in_a_note_is_among_its_sources(knowledge: Knowledge) -> None:
    text = note_text(guided(knowledge, "honour:danger.no,kind.unsure"))
    above, _, below = text.partition("\nSources\n")
    assert {f"[{n}]" for n in range(1, 99) if f"[{n}]" in above} == {
        f"[{n}]" for n in range(1, 99) if f"[{n}]" in below
    }


def test_a_note_comes_back_from_a_page_as_it_went(knowledge: Knowledge) -> None:
    note = guided(knowledge, "online:danger.unsure")
    assert Note.from_json(note.to_json()) == note


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "3", '"note"', "{}", "null"),
        '{"facts": [], "parts": [], "to_add": 3}',
        '{"facts": [["a"]], "parts": [], "to_add": []}',
        '{"facts": [["a", 1]], "parts": [], "to_add": []}',
        '{"facts": [], "parts": [{"heading": "h", "lines": "abc", "numbered": false}], "to_add": []}',
        '{"facts": [], "parts": [{"heading": "h", "lines": [], "numbered": "x"}], "to_add": []}',
        '{"facts": [], "parts": [{"heading": null, "lines": [], "numbered": true}], "to_add": []}',
    ],
)
def test_what_is_no_note_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        Note.from_json(text)
