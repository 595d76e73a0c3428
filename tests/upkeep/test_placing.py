"""New sentences and words are put into a pathway's file, and nothing else in it changes."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.upkeep.placing import PlacingError, with_asks, with_note
from knowledge.load import DATA
from knowledge.model import Area, Sentence

FILES = sorted((DATA / "pathways").glob("*.yaml"))
NOTE = Sentence(
    say='Say: it "now", #1.',
    source="a-page",
    section="2.1",
    page=7,
    areas=(Area.ESSEX,),
    asks=("a, b", "17", "how soon"),
)


def read(text: str) -> Any:  # noqa: ANN401
    return yaml.safe_load(text)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_note_is_the_last_of_the_notes_and_all_else_stays(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    before, after = read(text), read(with_note(text, NOTE))
    assert after["notes"] == [*before.get("notes", []), NOTE.model_dump(mode="json")]
    assert {**after, "notes": 0} == {**before, "notes": 0}
    assert set(text.splitlines()) <= set(with_note(text, NOTE).splitlines())


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_words_are_added_to_the_sentence_that_says_this(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    before = read(text)
    for part in ("applies", "steps", "notes"):
        for place, sentence in enumerate(before.get(part, [])):
            after = read(with_asks(text, sentence["say"], ["a, b", "17"]))
            changed = {one: [s for s in after[one] if s["say"] == sentence["say"]] for one in (part,)}
            assert any(s.get("asks", [])[-2:] == ["a, b", "17"] for found in changed.values() for s in found) or (
                after != before
            )
            assert len(after[part]) == len(before[part]) > place


def test_a_pathway_without_notes_gets_them_before_its_question() -> None:
    text = "id: one\nsteps:\n  - {say: A., source: b}\n# asked back\nquestion:\n  text: Now?\nrelated: [two]\n"
    found = with_note(text, Sentence(say="New.", source="b"))
    assert list(read(found)) == ["id", "steps", "notes", "question", "related"]
    assert "# asked back" in found


def test_comments_and_the_way_it_is_written_stay() -> None:
    text = "id: one\nnotes:  # replies\n  - say: A.  # why\n    source: b\n# end\n"
    assert with_note(text, Sentence(say="New.", source="b")) == (
        "id: one\nnotes:  # replies\n  - say: A.  # why\n    source: b\n  - say: New.\n    source: b\n# end\n"
    )
    assert with_asks(text, "A.", ["how"]) == (
        "id: one\nnotes:  # replies\n  - say: A.  # why\n    source: b\n    asks: [how]\n# end\n"
    )


def test_a_file_without_a_line_end_at_its_end_is_no_trouble() -> None:
    assert read(with_note("id: one\nnotes:\n  - {say: A., source: b}", Sentence(say="N.", source="b")))["notes"][1]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("id: one\nnotes: [{say: A., source: b}]\n", "one below the other first"),
        ("- one\n", "no list of fields"),
    ],
)
def test_a_file_that_only_a_person_can_change_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(PlacingError, match=sentence):
        with_note(text, Sentence(say="New.", source="b"))


def test_a_sentence_that_is_no_longer_there_is_named() -> None:
    with pytest.raises(PlacingError, match=r"No sentence of this pathway says 'B\.' any more"):
        with_asks("id: one\nsteps:\n  - {say: A., source: b}\n", "B.", ["how"])
