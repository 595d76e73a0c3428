"""Which route is named first, and which beside it: by the chance of being right, the more protective one of equals."""

from knowledge.choice.choose import beside, best_first, chance, sharpened
from knowledge.choice.decide import Reading, decide
from knowledge.flags import raised_flags
from knowledge.knowledge import Knowledge


def test_between_two_routes_that_both_lead_to_the_front_door_the_front_door_comes_first(knowledge: Knowledge) -> None:
    shares = {"fabricated_illness": 0.3, "domestic_abuse": 0.3, "mash_referral": 0.2, "training_advice": 0.2}
    assert best_first(knowledge, shares)[0] == "mash_referral"


def test_a_route_that_is_sure_keeps_the_first_place(knowledge: Knowledge) -> None:
    assert best_first(knowledge, sharpened({"lado": 0.7, "mash_referral": 0.2, "early_help": 0.1}, 1.5))[0] == "lado"


def test_the_chance_of_a_route_counts_what_is_right_as_well(knowledge: Knowledge) -> None:
    shares = {"bruising_non_mobile": 1.0}
    assert chance(knowledge, shares, "bruising_non_mobile") == 1.0
    assert 0.5 < chance(knowledge, shares, "mash_referral") < 1.0
    assert chance(knowledge, shares, "training_advice") == 0.0


def test_the_routes_beside_cover_what_the_first_one_would_miss(knowledge: Knowledge) -> None:
    """Neglect is mostly covered by the front door already, training is not: training is worth naming."""
    shares = {"mash_referral": 0.4, "fabricated_illness": 0.25, "training_advice": 0.2, "delivery_plan": 0.15}
    assert beside(knowledge, shares, ("mash_referral",), 1) == ["training_advice"]


def test_a_red_flag_takes_the_first_place_whatever_the_shares(knowledge: Knowledge) -> None:
    raised = raised_flags(knowledge, "she has taken an overdose of paracetamol, where do I send the form")
    decision = decide(knowledge, Reading({"training_advice": 0.9}, urgency=0.9), raised)
    assert decision.primary == "emergency_999" and decision.urgent


def test_out_of_scope_has_a_threshold_of_its_own_and_never_takes_an_urgent_message(knowledge: Knowledge) -> None:
    ranking = {"out_of_scope": 0.5, "lado": 0.3}
    assert decide(knowledge, Reading(ranking, urgency=0.1), []).primary == "out_of_scope"
    assert decide(knowledge, Reading(ranking, urgency=0.95), []).primary != "out_of_scope"


def test_a_reply_to_a_question_settles_the_route(knowledge: Knowledge) -> None:
    settled = Reading({"mash_referral": 0.9, "lado": 0.1}, settled="lado")
    assert decide(knowledge, settled, []).primary == "lado"


def test_something_else_stands_beside_a_route_that_can_wait_when_the_message_may_be_none_of_ours(
    knowledge: Knowledge,
) -> None:
    ranking = {"training_advice": 0.5, "out_of_scope": 0.3, "universal_services": 0.1, "adult_safeguarding": 0.1}
    assert "out_of_scope" in decide(knowledge, Reading(ranking, urgency=0.01), []).also
    assert "out_of_scope" not in decide(knowledge, Reading({**ranking, "out_of_scope": 0.05}, urgency=0.01), []).also


def test_something_else_never_stands_beside_an_answer_that_cannot_wait(knowledge: Knowledge) -> None:
    ranking = {"mash_referral": 0.5, "out_of_scope": 0.3, "training_advice": 0.1, "adult_safeguarding": 0.1}
    decision = decide(knowledge, Reading(ranking, urgency=0.9), [])
    assert decision.urgent and "out_of_scope" not in decision.also


def test_a_short_message_goes_on_with_the_topic_unless_it_tells_of_danger(knowledge: Knowledge) -> None:
    ranking = {"emergency_999": 0.4, "domestic_abuse": 0.3, "early_help": 0.05}
    assert decide(knowledge, Reading(ranking, urgency=0.01), [], topic="early_help", words=9).primary == "early_help"
    assert decide(knowledge, Reading(ranking, urgency=0.9), [], topic="early_help", words=9).primary == "emergency_999"


def test_a_message_that_nobody_can_place_is_not_thereby_none_of_ours(knowledge: Knowledge) -> None:
    ranking = {"out_of_scope": 0.12, "online_abuse": 0.11, "lado": 0.11, "missing_child": 0.11, "fgm": 0.11}
    assert decide(knowledge, Reading(ranking, urgency=0.1), []).primary != "out_of_scope"
