"""Several concerns in one message: every route that applies, most protective first, and one list of steps."""

from datetime import UTC, datetime

from knowledge.advise import Said, advise
from knowledge.answer import Answer
from knowledge.choice.combine import acts, combined_steps
from knowledge.knowledge import Knowledge
from knowledge.model import Area

AT = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)
TWO = {"domestic_abuse": 0.5, "lado": 0.4}


def ask(knowledge: Knowledge, ranking: dict[str, float], concerns: dict[str, float]) -> Answer:
    said = Said("a message of two halves", Area.THURROCK, AT, intent="x", ranking=ranking, concerns=concerns)
    return advise(knowledge, said)


def section(answer: Answer, key: str) -> list[str]:
    return [line.text for s in answer.sections if s.key == key for line in s.lines]


def test_a_concern_told_in_a_clause_of_its_own_is_named_as_a_further_route_with_its_source(
    knowledge: Knowledge,
) -> None:
    answer = ask(knowledge, TWO, {"domestic_abuse": 0.9, "lado": 0.85})
    assert answer.primary == "domestic_abuse" and "lado" in answer.also
    (further,) = section(answer, "more")
    assert knowledge.pathways["lado"].lead.say in further
    assert all(line.source for s in answer.sections if s.key == "more" for line in s.lines)
    assert knowledge.pathways["lado"].title not in section(answer, "also")


def test_a_clause_that_is_not_clear_adds_no_route(knowledge: Knowledge) -> None:
    assert section(ask(knowledge, TWO, {"domestic_abuse": 0.9, "lado": 0.5}), "more") == []


def test_a_question_of_procedure_is_no_further_concern(knowledge: Knowledge) -> None:
    ranking = {"domestic_abuse": 0.5, "consent_info_sharing": 0.4}
    assert section(ask(knowledge, ranking, {"consent_info_sharing": 0.95}), "more") == []


def test_the_steps_are_one_list_in_which_nothing_is_asked_for_twice(knowledge: Knowledge) -> None:
    steps = section(ask(knowledge, TWO, {"lado": 0.9}), "steps")
    assert len(steps) == len(set(steps))
    first = [step.say for step in knowledge.pathways["domestic_abuse"].steps if step.holds_in(Area.THURROCK)]
    assert steps[: len(first)] == first
    assert any("LADO within one working day" in step for step in steps)
    assert sum("If a child is hurt or in danger now, ring 999" in step for step in steps) == 0


def test_what_a_further_route_adds_is_never_lost(knowledge: Knowledge) -> None:
    """For every pair of routes: a step left out asks for nothing that the list does not ask for already."""
    worries = [knowledge.pathways[p] for p in knowledge.settings.concern_routes]
    for first in worries:
        for second in worries:
            listed = combined_steps(knowledge, [first, second], Area.ESSEX)
            asked = {act for step in listed for act in acts(knowledge, step)}
            for step in second.steps:
                if step.holds_in(Area.ESSEX) and step not in listed:
                    said = step.say in {s.say for s in listed}
                    assert said or (acts(knowledge, step) and acts(knowledge, step) <= asked)


def test_the_contacts_of_both_routes_are_shown_once(knowledge: Knowledge) -> None:
    names = [contact.name for contact in ask(knowledge, TWO, {"lado": 0.9}).contacts]
    assert len(names) == len(set(names))
    for pathway in ("domestic_abuse", "lado"):
        for key in knowledge.pathways[pathway].contacts[Area.THURROCK].in_hours:
            assert knowledge.contacts[key].name in names
