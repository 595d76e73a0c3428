"""What an answer says, and that it is never silent, never without a source, never soft on danger."""

from datetime import UTC, datetime

import pytest

from knowledge.advise import Said, advise, asked_back
from knowledge.answer import Answer, AnswerError
from knowledge.knowledge import Knowledge
from knowledge.model import Area

WORKING_DAY = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)  # a Wednesday
FRIDAY_EVENING = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
CHRISTMAS_DAY = datetime(2026, 12, 25, 11, 0, tzinfo=UTC)


def ask(knowledge: Knowledge, text: str, leaning: str | None = None, **more: object) -> Answer:
    ranking = {"early_help": 0.1, "mash_referral": 0.05, leaning: 0.8} if leaning else {}
    said = {"area": Area.THURROCK, "at": WORKING_DAY, "intent": leaning, "ranking": ranking, "urgency": 0.04, **more}
    return advise(knowledge, Said(text, **said))  # type: ignore[arg-type]  # a test's shorthand for the fields of Said


@pytest.mark.parametrize("area", list(Area))
def test_every_pathway_answers_with_danger_line_contacts_steps_and_sources(knowledge: Knowledge, area: Area) -> None:
    for pathway in knowledge.pathways:
        answer = ask(knowledge, "a question", pathway, area=area)
        assert answer.primary == pathway
        assert "999" in answer.text.splitlines()[0]
        assert answer.contacts and answer.sources and answer.timescale and answer.consent
        front_door = knowledge.contacts[knowledge.settings.front_door[area]].phone
        duty_team = knowledge.contacts[knowledge.settings.duty_team[area]].phone
        assert front_door and duty_team and front_door in answer.text and duty_team in answer.text


def test_every_line_that_states_something_carries_the_number_of_a_source(knowledge: Knowledge) -> None:
    unsourced = {"contacts", "question"}  # contacts carry their own date; options are the asker's words
    for pathway in knowledge.pathways:
        answer = ask(knowledge, "a question", pathway)
        lines = [line for s in answer.sections if s.key not in unsourced for line in s.lines]
        assert [line.text for line in lines if not line.source] == []
        assert max(line.source or 0 for line in lines) <= len(answer.sources)


def test_what_no_local_source_confirms_is_marked(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "what counts as private fostering", "private_fostering")
    assert any(line.confirm for section in answer.sections for line in section.lines)
    assert knowledge.settings.confirm_mark in answer.text


def test_a_stale_number_is_never_shown_without_its_warning(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "who do I ring", "mash_referral")
    stale = [contact for contact in answer.contacts if contact.stale]
    assert stale
    for contact in stale:
        assert contact.caution and contact.caution in answer.text


@pytest.mark.parametrize(
    ("at", "first"), [(WORKING_DAY, "MASH"), (FRIDAY_EVENING, "emergency duty"), (CHRISTMAS_DAY, "emergency duty")]
)
def test_who_is_there_now_comes_first(knowledge: Knowledge, at: datetime, first: str) -> None:
    answer = ask(knowledge, "neglect worry", "neglect_gcp2", at=at)
    assert first in answer.contacts[0].name


def test_a_place_in_the_message_decides_whose_front_door(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "they live in Basildon now", "neglect_gcp2")
    assert any(contact.phone == "0345 603 7627" for contact in answer.contacts)


def test_danger_leads_whatever_the_classifier_thinks(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "she is unconscious on the floor of the hall", "training_advice")
    assert answer.primary == "emergency_999" and answer.urgent
    assert "training_advice" in answer.also


def test_a_flag_is_put_aside_only_where_the_language_part_is_all_but_sure(knowledge: Knowledge) -> None:
    words = "she is unconscious on the floor of the hall"
    surely = ask(knowledge, words, "training_advice", urgency=0.001)
    assert surely.primary == "training_advice" and "999" in surely.text.splitlines()[0]
    alone = ask(knowledge, words, None, urgency=0.0)
    assert alone.primary == "emergency_999", "without the language part every flag counts"


def test_a_doubted_flag_keeps_the_answer_urgent_but_leaves_the_route_to_what_was_read(knowledge: Knowledge) -> None:
    words = "near miss: a boy had collapsed and was not breathing, does it meet the criteria"
    doubted = ask(knowledge, words, "practice_review", urgency=0.02)
    assert doubted.primary == "practice_review" and "emergency_999" in doubted.also and doubted.urgent
    assert ask(knowledge, words, "practice_review", urgency=0.3).primary == "emergency_999"


def test_without_a_classifier_there_is_still_the_front_door(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "something feels wrong with this family")
    assert answer.kind == "fallback" and answer.primary == "mash_referral"
    assert answer.question is None or answer.question.options


def test_when_unsure_two_other_routes_are_offered_and_the_next_time_the_duty_line(knowledge: Knowledge) -> None:
    ranking = {"lado": 0.2, "mash_referral": 0.18, "early_help": 0.1}
    answer = ask(knowledge, "hmm", None, ranking=ranking)
    assert answer.kind == "clarify" and answer.question and len(answer.question.options) == 3
    back = asked_back(knowledge, answer)
    assert back and set(back.leads.values()) == {"lado", "mash_referral", "early_help"}
    again = ask(knowledge, "not sure", None, ranking=ranking, unsure_before=True)
    assert again.kind == "handoff" and again.question is None


def test_a_reply_that_was_offered_decides_the_route(knowledge: Knowledge) -> None:
    offered = {"No, the child is safe": "lado"}
    answer = ask(knowledge, "no, the child is safe", "mash_referral", offered=offered)
    assert answer.primary == "lado"


def test_and_out_of_hours_keeps_the_topic_and_shows_contacts_first(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "and out of hours?", "followup_out_of_hours", topic="lado")
    assert answer.primary == "lado"
    assert [section.key for section in answer.sections][:3] == ["danger", "lead", "contacts"]


def test_its_sunday_after_a_referral_is_the_out_of_hours_route(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "its sunday", "followup_out_of_hours", topic="mash_referral")
    assert answer.primary == "mash_out_of_hours"


def test_a_fact_added_later_is_read_together_with_the_message_before(knowledge: Knowledge) -> None:
    before = "there is a bruise on his cheek"
    answer = ask(knowledge, "he's 4 months old", "inform", before=before, topic="mash_referral")
    assert answer.primary == "bruising_non_mobile" and answer.urgent


def test_a_fact_that_is_harmless_by_itself_never_puts_a_flag_of_both_messages_aside(knowledge: Knowledge) -> None:
    before = "there is a bruise on his cheek"
    answer = ask(knowledge, "he's 4 months old", "inform", before=before, topic="mash_referral", urgency=0.001)
    assert answer.primary == "bruising_non_mobile" and answer.urgent


def test_what_is_marac_is_answered_from_the_glossary(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "what is MARAC?", "explain_term", ranking={"explain_term": 0.9})
    assert "Multi-Agency Risk Assessment Conference" in answer.text
    assert answer.sources


def test_an_old_name_is_answered_with_the_name_of_today(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "what does EWMHS stand for", "explain_term", ranking={"explain_term": 0.9})
    assert "SET CAMHS" in answer.text


def test_small_talk_is_polite_and_still_says_999(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "hello", "greet", ranking={"greet": 0.95})
    assert answer.kind == "smalltalk" and answer.primary == "out_of_scope" and "999" in answer.text


def test_an_answer_survives_the_wire_and_a_strange_one_is_refused(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "who do I ring", "lado")
    assert Answer.from_dict(answer.to_dict()).to_json() == answer.to_json()
    odd: list[object] = [[], {"kind": "advice"}, {**answer.to_dict(), "surprise": 1}]
    for wrong in odd:
        with pytest.raises(AnswerError):
            Answer.from_dict(wrong)
