"""Messages for the language model."""

from pathlib import Path

import pytest
import yaml

from bot.upkeep.messages import bare, messages_of, near, neutral, with_messages

EXAMPLES = Path(__file__).parents[2] / "nlu" / "data" / "examples"


def test_a_message_has_plain_words_in_place_of_what_was_masked_and_is_one_line() -> None:
    assert neutral("<NAME> of <SCHOOL>\n rang  from <PHONE>") == "someone of the school rang from a phone number"


@pytest.mark.parametrize(
    ("text", "place"),
    [("Whats the LADO number??", 0), ("what's the lado's number", 0), ("number of the early help hub", None)],
)
def test_nearly_the_same_message_is_found(text: str, place: int | None) -> None:
    assert near(text, [bare("whats the lado number")]) == place


def test_a_new_file_is_in_the_format_of_the_house() -> None:
    text = with_messages("", "lado", ["he locked her in"], ["whats the lado number"])
    read = yaml.safe_load(text)
    assert [block["intent"] for block in read["nlu"]] == ["lado", "lado"]
    assert read["nlu"][0]["metadata"] == {"urgent": True}
    assert [block["examples"] for block in read["nlu"]] == ["- he locked her in\n", "- whats the lado number\n"]


def test_more_messages_go_into_their_block_and_nothing_else_changes() -> None:
    before = with_messages("", "lado", ["one"], ["two"])
    after = with_messages(before, "lado", ["three"], ["four"])
    assert messages_of(after) == ["one", "three", "two", "four"]
    assert with_messages(with_messages("", "lado", [], ["two"]), "lado", ["one"], []) == before


@pytest.mark.parametrize(
    "path", sorted(EXAMPLES.rglob("*.yml"))[::9], ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_a_file_of_the_house_comes_back_as_it_was(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert with_messages(text, path.stem, [], []) == text
