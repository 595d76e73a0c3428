"""A draft is refused in one sentence until somebody has finished it."""

import pytest
import yaml

from bot.upkeep.draft import DraftError, Material, read_draft, require_name, written
from knowledge.knowledge import Knowledge
from knowledge.model import Sentence

LONG = 'he said "no" and locked the van\'s door with the two boys in it'
MATERIAL = Material(
    "1a2b-lado",
    "1a2b",
    ["q1"],
    ["coach", "lives"],
    [Sentence(say="Ring: it.", source="b")],
    ["whats the lado number", LONG],
)
GOOD = "group: 1a2b\npathway: lado\nnotes: [{say: Ring., source: a-page}]\n"


def test_a_new_draft_is_yaml_with_everything_to_fill_in(knowledge: Knowledge) -> None:
    text = written(knowledge.pathways["lado"], MATERIAL)
    read = yaml.safe_load(text)
    assert read["notes"][0]["source"] == "TODO" and read["notes"][0]["asks"] == ["coach", "lives"]
    assert read["asks"] == [{"say": "Ring: it.", "add": ["TODO", "coach", "lives"]}]
    assert [one["text"].startswith("TODO") for one in read["messages"]] == [False, True]
    assert read["messages"][1]["text"].endswith(LONG)
    assert "signpost knowledge approve 1a2b-lado" in text
    with pytest.raises(DraftError, match="still holds a TODO"):
        read_draft(text)


def test_a_finished_draft_is_read() -> None:
    draft = read_draft(GOOD + "messages: [{text: whats the number}]\n")
    assert (draft.pathway, draft.notes[0].say, draft.messages[0].urgent) == ("lado", "Ring.", False)
    assert draft.words() == ["Ring.", "whats the number"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("group: [", "not YAML, line"),
        ("", "has a fault: the draft"),
        ("just words", "has a fault: the draft"),
        ("group: a\npathway: lado\n", "changes nothing"),
        (GOOD.replace("source: a-page", "sauce: a-page"), "notes.0"),
        (GOOD.replace("lado", "La Do"), "pathway"),
        (GOOD + "asks: [{say: Ring., add: []}]\n", "asks.0.add"),
        (GOOD + "messages: [{text: ''}]\n", "messages.0.text"),
        (GOOD.replace("Ring.", "TODO ring"), "still holds a TODO"),
    ],
)
def test_a_bad_draft_is_refused_with_what_must_change(text: str, sentence: str) -> None:
    with pytest.raises(DraftError, match=sentence) as error:
        read_draft(text)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", ["", "../secrets", "a/b", ".hidden", "a b"])
def test_the_name_of_a_draft_is_no_path(name: str) -> None:
    with pytest.raises(DraftError, match="No draft is called"):
        require_name(name)
