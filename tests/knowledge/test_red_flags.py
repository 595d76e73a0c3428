"""Red flags on invented messages: calm wording, denial, the past, and harmless look-alikes.

`red_flag_cases.yaml` was written without sight of the rules. Rules on words alone cannot catch every way to hint at
danger; the share that they must catch is held here so that it can only rise, and the rest is the classifier's work.
"""

from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from knowledge.flags import raised_flags
from knowledge.knowledge import Knowledge

CAUGHT_AT_LEAST = 0.75
FALSE_AT_MOST = 0.08


class Case(TypedDict):
    text: str
    act: str
    kind: str
    twist: str


CASES: list[Case] = yaml.safe_load((Path(__file__).parent / "red_flag_cases.yaml").read_text(encoding="utf-8"))


def raised(knowledge: Knowledge, text: str) -> list[str]:
    return [r.flag.id for r in raised_flags(knowledge, text)]


def test_most_dangers_are_caught_by_the_rules_alone(knowledge: Knowledge) -> None:
    dangers = [case for case in CASES if case["act"] != "none"]
    caught = [case for case in dangers if raised(knowledge, case["text"])]
    assert len(caught) / len(dangers) >= CAUGHT_AT_LEAST


def test_few_harmless_denied_or_past_messages_raise_a_flag(knowledge: Knowledge) -> None:
    harmless = [case for case in CASES if case["act"] == "none"]
    wrongly = [case["text"] for case in harmless if raised(knowledge, case["text"])]
    assert len(wrongly) / len(harmless) <= FALSE_AT_MOST


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("6 week old with a small bruise on the thigh, mum is lovely", "bruise_on_baby"),
        ("9 year old cannot walk or move himself, new bruising on his arm after respite", "bruise_on_non_mobile_child"),
        ("he is threatening people with a knife outside the youth club", "weapon_attack"),
        ("he has his hands round her throat, it is happening now", "strangulation_now"),
        ("she says he's got his hands round mum's throat, kids in the room", "strangulation_now"),
        ("They fly to Pakistan tonight to marry her off after her sixteenth birthday, she is begging", "forced_travel"),
        ("She flies to Gambia tomorrow to be cut, it is a present for her tenth birthday", "fgm_imminent"),
        ("she has taken a whole packet of paracetamol and seems fine", "overdose"),
        ("he says he will kill her, he's outside now", "threat_to_kill_now"),
        ("4 year old is home alone right now", "young_child_alone_now"),
        ("he collapsed in the playground and is not breathing properly", "collapse"),
        ("dad snatched her from the playground and drove off", "abduction"),
        ("they are flying to Somalia on Friday and she says she is going to be cut", "fgm_imminent"),
        ("she's 15, flight to Pakistan tomorrow, she is being forced to marry", "forced_travel"),
    ],
)
def test_each_danger_of_the_list_is_raised(knowledge: Knowledge, text: str, flag: str) -> None:
    assert flag in raised(knowledge, text)


@pytest.mark.parametrize(
    "text",
    [
        "no bruises seen on the 6 week old today",
        "she denies taking any tablets",
        "my dad strangled my mum, that was ten years ago",
        "he took an overdose in 2015 and is well now",
        "he is not unconscious, just asleep",
        "she is not missing, she is at her nan's",
        "30 weeks pregnant with a bruised shin from the stairs",
        "toddler of 2 years with grazed knees from the playground",
    ],
)
def test_denial_and_the_past_do_not_say_ring_999_now(knowledge: Knowledge, text: str) -> None:
    assert [r.flag.id for r in raised_flags(knowledge, text) if r.flag.act == "999" and r.flag.leads] == []


def test_danger_now_is_not_hushed_by_something_old_in_the_same_message(knowledge: Knowledge) -> None:
    text = "He had a fit ten years ago. Today he has collapsed in class and is unresponsive."
    assert "collapse" in raised(knowledge, text)
