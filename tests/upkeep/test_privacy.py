"""What of people's words a list may show."""

from dataclasses import replace

import pytest

from bot.upkeep.grouping import Group
from bot.upkeep.privacy import is_doubtful, shown
from tests.upkeep.samples import question

KNOWN = {"lado", "southend", "child"}


def same(text: str) -> str:
    return text


def todays(text: str) -> str:
    """A masker that has learnt a name since the words were stored."""
    return text.replace("Quill", "<NAME>")


@pytest.mark.parametrize(
    ("words", "doubtful"),
    [
        ("which lado do I ring for a child in Southend", False),
        ("Which LADO do I ring? The coach is new.", False),
        ("<NAME> hit a child, I ring the LADO", False),
        ("is it Zebedee who hit the child", True),
        ("his number is 4417 208 311", True),
        ("he is 14, she is 16", False),
    ],
)
def test_a_long_number_or_an_unknown_word_with_a_capital_letter_is_doubtful(words: str, doubtful: bool) -> None:
    assert is_doubtful(words, words, KNOWN) is doubtful


def test_what_the_masker_finds_today_is_masked_and_makes_the_words_doubtful() -> None:
    few = Group((question("the coach quill", by="slack:U1"), question("coach Quill again", by="slack:U1")))
    assert shown(few, todays, KNOWN, 3) is None
    assert is_doubtful("ask Quill", "ask <NAME>", KNOWN)


def test_of_many_askers_the_masked_words_are_shown() -> None:
    many = Group(tuple(question(f"coach Quill {n}", by=f"slack:U{n}") for n in range(4)))
    assert shown(many, todays, KNOWN, 2) == ["coach <NAME> 0", "coach <NAME> 1"]


def test_what_the_asker_said_of_the_answer_is_looked_at_too() -> None:
    said = replace(question("which lado for a coach"), said="it is about quill")
    group = Group((replace(said, said="ask Quill"),))
    assert shown(Group((said,)), todays, KNOWN, 3, with_said=True) == [
        "which lado for a coach (of the answer: it is about quill)"
    ]
    assert shown(group, todays, KNOWN, 3, with_said=True) is None
    assert shown(group, todays, KNOWN, 3) == ["which lado for a coach"]


def test_few_askers_without_anything_doubtful_are_shown() -> None:
    assert shown(Group((question("which lado for a coach"),)), same, KNOWN, 3) == ["which lado for a coach"]
