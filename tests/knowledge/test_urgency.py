"""Whether the person must act now: the words, the nature of the likely routes and the red flags together."""

import pytest

from knowledge.choice.urgency import is_urgent, probability
from knowledge.flags import raised_flags
from knowledge.knowledge import Knowledge


def test_the_same_words_are_likelier_urgent_where_the_route_is_urgent_by_nature(knowledge: Knowledge) -> None:
    baby, training = {"bruising_non_mobile": 1.0}, {"training_advice": 1.0}
    assert probability(knowledge, baby, 0.4) > 0.4 > probability(knowledge, training, 0.4)


def test_the_surer_the_language_part_the_likelier(knowledge: Knowledge) -> None:
    found = [probability(knowledge, {"lado": 1.0}, urgency) for urgency in (0.0, 0.1, 0.5, 0.9, 1.0)]
    assert found == sorted(found) and len(set(found)) == len(found)


def test_a_question_of_policy_about_an_urgent_route_is_not_urgent(knowledge: Knowledge) -> None:
    assert not is_urgent(knowledge, "mash_referral", {"mash_referral": 1.0}, [], 0.02)


def test_the_emergency_route_is_always_urgent(knowledge: Knowledge) -> None:
    assert is_urgent(knowledge, "emergency_999", {"training_advice": 1.0}, [], 0.0)


@pytest.mark.parametrize("route", ["training_advice", "lado", "out_of_scope"])
def test_a_red_flag_makes_every_route_urgent(knowledge: Knowledge, route: str) -> None:
    raised = raised_flags(knowledge, "he is unconscious in the playground")
    assert raised and is_urgent(knowledge, route, {"lado": 1.0}, raised, 0.05)
