"""What the person who raised an escalation hears, step by step."""

from datetime import datetime, timedelta

from bot.partnership.escalation import Kind
from bot.wording.told import told
from bot.wording.urgent import urgent_lines
from knowledge.hours import LONDON
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.wording.stories import ASHA, JUNE, NOON, OMAR, REF, RULES, Story, actions, fact, name, raised

LATER = NOON + timedelta(hours=2)


def test_the_receipt_gives_the_number_what_happens_next_who_acts_and_the_limit() -> None:
    shown = told(Story().item, "raise", ASHA.id, LATER, RULES, name)
    assert shown.title == f"{REF}: your disagreement is recorded"
    assert shown.lines[0] == f"Your reference number is {REF}. Give it when you speak about this."
    assert "acknowledges it, and you are told who and when" in shown.lines[1]
    assert shown.lines[2:] == RULES.always
    stage = fact(shown, "Stage") or ""
    assert stage.startswith("1 of 4, Practitioner to practitioner. Who acts: the two workers")
    assert "What to do: State the concern" in stage
    assert fact(shown, "Limit of this stage") == f"Tuesday 24 November, 17:00 ({RULES.unverified})"
    assert actions(shown) == ["note", "withdraw"]


def test_a_receipt_after_hours_says_when_the_business_team_reads_it() -> None:
    closed = datetime(2026, 8, 28, 17, 1, tzinfo=LONDON)
    shown = told(Story(at=closed).item, "raise", ASHA.id, closed, RULES, name)
    assert shown.lines[2].startswith("The business team is not a duty line.")
    assert shown.lines[2].endswith("waits until Tuesday 1 September, 09:00.")
    assert fact(shown, "Limit of this stage") == f"Tuesday 1 September, 17:00 ({RULES.unverified})"


def test_a_receipt_for_danger_shows_999_and_the_front_door_first(knowledge: Knowledge) -> None:
    urgent = urgent_lines(knowledge, Area.THURROCK, LATER)
    shown = told(Story(raised(danger=True)).item, "raise", ASHA.id, LATER, RULES, name, urgent)
    assert shown.urgent == urgent
    assert shown.text.startswith(knowledge.settings.danger_line.say)
    assert set(RULES.always) < set(shown.lines)


def test_danger_without_contacts_at_hand_still_shows_999_first_and_once() -> None:
    shown = told(Story(raised(danger=True)).item, "raise", ASHA.id, LATER, RULES, name)
    assert "ring 999" in shown.urgent[0]
    assert shown.text.count(shown.urgent[0]) == 1


def test_the_receipt_of_a_concern_speaks_of_no_stage() -> None:
    shown = told(Story(raised(Kind.CONCERN)).item, "raise", ASHA.id, LATER, RULES, name)
    assert shown.title == f"{REF}: your concern is recorded"
    assert [one.label for one in shown.facts] == ["Limit for an answer"]


def test_the_requester_hears_who_acknowledged_it_and_when() -> None:
    shown = told(Story().acknowledged().item, "acknowledge", OMAR.id, LATER, RULES, name)
    assert shown.lines == ("Omar Reid (Business team) acknowledged it on Monday 23 November, 13:00.",)
    assert actions(shown) == ["note"]


def test_the_requester_hears_who_is_responsible() -> None:
    shown = told(Story().assigned().item, "assign", OMAR.id, LATER, RULES, name)
    assert shown.lines == ("June Okafor (Business team) is responsible for it from now on.",)


def test_the_requester_reads_a_new_note_under_its_writers_name() -> None:
    item = Story().note("I ring them today.").note("Thank you.", ASHA).item
    shown = told(item, "note", OMAR.id, LATER, RULES, name)
    assert [(one.label, one.value) for one in shown.facts] == [
        ("Note by Omar Reid (Business team), Monday 23 November, 13:00", "I ring them today.")
    ]


def test_somebody_the_partnership_does_not_know_still_makes_a_sentence() -> None:
    shown = told(Story().acknowledged().item, "acknowledge", "slack:U9", LATER, RULES, name)
    assert shown.lines[0].startswith("A practitioner who is not in the people file acknowledged it")


def test_a_new_stage_comes_with_who_acts_there_the_new_limit_and_the_reason() -> None:
    shown = told(Story().moved(2).item, "move_stage", OMAR.id, LATER, RULES, name)
    assert shown.title == f"{REF}: now at stage 2"
    assert (fact(shown, "Stage") or "").startswith(
        "2 of 4, Line manager or safeguarding lead to counterpart. Who acts: "
    )
    assert "What to do: Review the decision together" in (fact(shown, "Stage") or "")
    assert fact(shown, "Limit of this stage") == f"Wednesday 25 November, 17:00 ({RULES.unverified})"
    assert fact(shown, "Reason (words of Omar Reid (Business team))") == "No answer at this stage."


def test_a_resolved_one_gives_outcome_and_reason_and_the_way_back() -> None:
    shown = told(Story(raised(danger=True)).resolved().item, "resolve", OMAR.id, LATER, RULES, name)
    assert fact(shown, "Outcome") == "Agreement reached"
    assert fact(shown, "Reason") == "Both signed the plan."
    assert shown.lines[1] == "Do you see it differently? Add a note, and the business team can reopen it."
    assert shown.urgent == ()


def test_a_reopened_one_gives_the_reason_and_the_new_limit() -> None:
    shown = told(Story().resolved().reopened().item, "reopen", OMAR.id, LATER, RULES, name)
    assert fact(shown, "Reason") == "The plan was not kept."
    assert fact(shown, "Limit of this stage") == f"Tuesday 24 November, 17:00 ({RULES.unverified})"


def test_a_duplicate_names_the_escalation_that_goes_on() -> None:
    shown = told(Story().duplicate().item, "link_duplicate", OMAR.id, LATER, RULES, name)
    assert shown.lines[0] == "Omar Reid (Business team) closed it: E-2026-0007 is about the same and goes on."


def test_a_duplicate_that_was_reopened_meanwhile_names_no_false_number() -> None:
    shown = told(Story().duplicate().reopened().item, "link_duplicate", OMAR.id, LATER, RULES, name)
    assert "closed it: another escalation is about the same" in shown.lines[0]


def test_a_step_of_a_later_version_is_not_kept_quiet() -> None:
    shown = told(Story().item, "sealed", JUNE.id, LATER, RULES, name)
    assert shown.lines == ("June Okafor (Business team) changed it. Ask the business team.",)
