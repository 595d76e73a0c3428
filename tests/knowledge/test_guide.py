"""The guided route: every path ends in a whole answer, and doubt is never the way to less protection."""

from datetime import UTC, datetime

import pytest

from knowledge.answer import Answer
from knowledge.guides.faults import MOST_QUESTIONS
from knowledge.guides.shape import UNSURE
from knowledge.guides.steps import CHANGED, LostPath, concerns, guided_answer, walk
from knowledge.knowledge import Knowledge
from knowledge.model import Area

from .paths import ends, everywhere

MONDAY_10 = datetime(2026, 11, 23, 10, tzinfo=UTC)
SUNDAY_23 = datetime(2026, 11, 22, 23, tzinfo=UTC)
SOFT = {"early_help", "universal_services", "training_advice"}
NOT_GUIDED = {"delivery_plan", "training_advice", "out_of_scope"}  # nobody who worries about a child needs these


def answers(knowledge: Knowledge, area: Area, at: datetime) -> list[Answer]:
    return [guided_answer(knowledge, end, area, at) for end in ends(knowledge)]


@pytest.mark.parametrize("area", list(Area))
@pytest.mark.parametrize("at", [MONDAY_10, SUNDAY_23])
def test_every_path_ends_in_an_answer_with_999_steps_contacts_and_sources(
    knowledge: Knowledge, area: Area, at: datetime
) -> None:
    door = knowledge.contacts[knowledge.settings.front_door[area]].phone or ""
    duty = knowledge.contacts[knowledge.settings.duty_team[area]].phone or ""
    for answer in answers(knowledge, area, at):
        assert "999" in answer.text.splitlines()[0]
        assert answer.kind == "advice" and answer.question is None
        assert {"steps", "contacts", "asked", "why", "duty"} <= {section.key for section in answer.sections}
        assert door in answer.text and duty in answer.text
        assert Answer.from_json(answer.to_json()) == answer


def test_every_line_of_a_guided_answer_has_a_source(knowledge: Knowledge) -> None:
    for answer in answers(knowledge, Area.THURROCK, MONDAY_10):
        lines = [line for section in answer.sections if section.key != "contacts" for line in section.lines]
        assert [line.text for line in lines if not line.source] == []
        assert max(line.source or 0 for line in lines) <= len(answer.sources)


def test_every_route_that_a_worried_person_could_need_is_reached(knowledge: Knowledge) -> None:
    shown = [*answers(knowledge, Area.ESSEX, MONDAY_10), *answers(knowledge, Area.ESSEX, SUNDAY_23)]
    assert set(knowledge.pathways) - {answer.primary for answer in shown} == NOT_GUIDED


def test_the_first_question_of_each_concern_is_about_danger_and_a_yes_is_urgent(knowledge: Knowledge) -> None:
    for concern in knowledge.guides:
        first = walk(knowledge, concern)
        assert first.question and first.question.danger
        told = guided_answer(knowledge, walk(knowledge, first.after("yes")), Area.THURROCK, MONDAY_10)
        assert (told.primary, told.urgent) == ("emergency_999", True)


def test_a_doubt_about_danger_ends_urgent_and_never_soft(knowledge: Knowledge) -> None:
    asked = [place for place in everywhere(knowledge) if place.question and place.question.danger]
    assert len(asked) == len(knowledge.guides)
    for place in asked:
        for end in ends(knowledge, place.after(UNSURE)):
            answer = guided_answer(knowledge, end, Area.SOUTHEND, MONDAY_10)
            assert answer.urgent and answer.primary not in SOFT, end.path
            assert answer.contacts[0].phone == "999", end.path


def test_unsure_is_at_least_as_protective_as_the_least_protective_other_answer(knowledge: Knowledge) -> None:
    order = knowledge.protective_order

    def least(path: str) -> int:
        return max(order[end.way.pathway or ""] for end in ends(knowledge, path))

    for place in everywhere(knowledge):
        if place.question:
            others = [least(place.after(one.id)) for one in place.question.answers]
            assert least(place.after(UNSURE)) <= max(others), place.path


def test_nobody_is_asked_more_than_five_questions_and_some_concern_needs_two(knowledge: Knowledge) -> None:
    counts = [len(end.given) for end in ends(knowledge)]
    assert max(counts) <= MOST_QUESTIONS and min(counts) == 1


def test_the_answer_lists_what_was_asked_and_answered(knowledge: Knowledge) -> None:
    end = walk(knowledge, "baby_mark:danger.no,mobile.unsure")
    answer = guided_answer(knowledge, end, Area.THURROCK, MONDAY_10)
    asked = next(section for section in answer.sections if section.key == "asked")
    assert [line.text for line in asked.lines] == [
        "What worries you most? A bruise, mark or burn on a baby or toddler.",
        "Is the baby drowsy, pale, fitting, bleeding, breathing badly or hurt on the head, or in danger now? No.",
        "Does the baby crawl, cruise or walk yet? Unsure.",
    ]
    assert all(line.text in answer.why for line in asked.lines)
    assert (answer.primary, answer.urgent) == ("bruising_non_mobile", True)


def test_while_the_front_door_is_closed_the_duty_team_leads(knowledge: Knowledge) -> None:
    end = walk(knowledge, "help:danger.unsure")
    assert guided_answer(knowledge, end, Area.ESSEX, MONDAY_10).primary == "mash_referral"
    closed = guided_answer(knowledge, end, Area.ESSEX, SUNDAY_23)
    assert closed.primary == "mash_out_of_hours" and "mash_referral" not in closed.also
    assert "duty" in closed.contacts[1].name


def test_a_place_survives_as_text_and_leads_back_step_by_step(knowledge: Knowledge) -> None:
    for place in everywhere(knowledge):
        assert walk(knowledge, place.path) == place
        assert len(walk(knowledge, place.back).given) == len(place.given) - 1 if place.given else place.back == ""
        assert len(place.path) < 100


@pytest.mark.parametrize(
    "path",
    [
        "",
        "nothing",
        "help:danger.perhaps",
        "help:danger",
        "help:harm.no",
        "help:danger.yes,harm.no",
        "help:danger.no,danger.no",
        "help:,",
        "help:danger.no;harm.no",
    ],
)
def test_an_unknown_path_starts_again_with_a_sentence(knowledge: Knowledge, path: str) -> None:
    with pytest.raises(LostPath, match="changed since you began") as lost:
        walk(knowledge, path)
    assert str(lost.value) == CHANGED and "999" in CHANGED


def test_an_answer_that_the_question_does_not_have_leads_nowhere(knowledge: Knowledge) -> None:
    with pytest.raises(LostPath):
        walk(knowledge, "help").after("perhaps")
    with pytest.raises(LostPath):
        walk(knowledge, "help:danger.yes").after("yes")


def test_the_worst_concerns_stand_first(knowledge: Knowledge) -> None:
    order = [guide.id for guide in concerns(knowledge)]
    assert order.index("injury") < order.index("neglect") < order.index("help") < order.index("sharing")
