"""What the business team, the owner and the requester hear of changes and of limits."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.partnership.escalation import Escalation, Kind
from bot.partnership.notices import TEAM, TEAM_MAIL
from bot.wording.limits import ready_sentence
from bot.wording.message import Message
from bot.wording.told import (
    assigned,
    changed,
    limit_near,
    limit_passed,
    question_for_team,
    unacknowledged,
    undelivered,
)
from tests.wording.stories import (
    ASHA,
    NOON,
    OMAR,
    REF,
    RULES,
    Story,
    actions,
    due_of,
    fact,
    name,
    question,
    raised,
)

LATER = NOON + timedelta(hours=2)


def passed(item: Escalation, to: str = TEAM) -> Message:
    return limit_passed(item, due_of(item), RULES, name, to)


def test_the_thread_hears_a_note_under_its_writers_name() -> None:
    shown = changed(Story().note("Is there news?", ASHA).item, "note", ASHA.id, LATER, RULES, name)
    assert shown.title == f"{REF}: Asha Bell (School or college) added a note"
    assert fact(shown, "Note by Asha Bell") == "Is there news?"


def test_the_thread_hears_why_it_was_withdrawn() -> None:
    shown = changed(Story().withdrawn().item, "withdraw", ASHA.id, LATER, RULES, name)
    assert shown.title.endswith("withdrew it")
    assert fact(shown, "Reason (words of Asha Bell (School or college))") == "They rang me back."


def test_the_thread_hears_a_new_stage_with_its_limit() -> None:
    shown = changed(Story().moved(2).item, "move_stage", OMAR.id, LATER, RULES, name)
    assert [one.label.split(" (")[0] for one in shown.facts] == ["Stage", "Limit of this stage", "Reason"]


def test_a_redaction_asked_for_offers_the_second_person_to_agree() -> None:
    shown = changed(Story().redaction_asked(1).item, "ask_redaction", OMAR.id, LATER, RULES, name)
    assert fact(shown, "Asked for") == "line 1, by Omar Reid (Business team)"
    assert [(one.action, one.value) for one in shown.buttons] == [("escalation.redact", f"{REF}:1")]


def test_the_owner_hears_what_it_is_and_gets_the_owners_buttons() -> None:
    shown = assigned(Story(raised(danger=True)).assigned().item, LATER, RULES, name)
    assert shown.urgent[0].startswith("Danger now: ")
    assert fact(shown, "Agencies") == "School or college, and Children's social care"
    assert actions(shown) == ["acknowledge", "note", "move_stage", "resolve"]


def test_an_unacknowledged_one_tells_since_when_it_waits() -> None:
    shown = unacknowledged(Story().item, LATER, RULES, name)
    assert shown.lines == ("It has waited since Monday 23 November, 12:00.",)
    assert actions(shown)[0] == "acknowledge"


def test_the_mail_about_an_unacknowledged_one_says_where_to_acknowledge_it() -> None:
    shown = unacknowledged(Story().item, LATER, RULES, name, TEAM_MAIL)
    assert shown.lines[1] == "Acknowledge it in the business team's channel, or ask a colleague to."
    assert RULES.unverified in shown.text


def test_one_that_was_acknowledged_meanwhile_calls_nobody_to_act() -> None:
    shown = unacknowledged(Story().acknowledged().item, LATER, RULES, name, TEAM_MAIL)
    assert shown.lines == ("It was dealt with before this message could be sent.",)
    assert shown.buttons == ()


def test_what_could_not_be_delivered_names_the_person_and_what_they_missed() -> None:
    shown = undelivered("limit_passed", name(ASHA.id), REF)
    assert shown.title == f"{REF}: a message could not be delivered"
    assert shown.lines[0].startswith("Asha Bell (School or college) did not get the message that a limit has passed.")
    assert undelivered("plain", "somebody").lines[0].startswith("Somebody did not get a message.")


def test_an_unanswered_question_reaches_the_team_masked_and_without_a_name() -> None:
    shown = question_for_team(question("wrong_route"), NOON)
    assert fact(shown, "Question") == "A [NAME] of 8 has a belt mark, who do I ring?"
    assert fact(shown, "What was wrong with the answer") == "Wrong route"
    assert fact(shown, "Asked on") == "Monday 23 November"
    assert "Asha" not in shown.text and ASHA.id not in shown.text


def test_the_warning_reaches_team_and_owner_with_their_own_buttons() -> None:
    item = Story().acknowledged().assigned().item
    team, owner = (limit_near(item, LATER, RULES, name, to) for to in (TEAM, "person:june"))
    assert actions(team) == ["assign", "note", "move_stage", "resolve"]
    assert actions(owner) == ["note", "move_stage", "resolve"]
    assert owner.small == (f"You get this because {REF} is assigned to you.",)
    assert fact(team, "Limit of this stage") == f"Tuesday 24 November, 17:00 ({RULES.unverified})"


def test_a_deputy_reads_for_whom_the_warning_is() -> None:
    shown = limit_near(Story().assigned().item, LATER, RULES, name, "person:omar")
    assert shown.small == ("You get this because you stand in for June Okafor (Business team).",)


def test_a_passed_limit_shows_the_team_the_next_stage() -> None:
    shown = passed(Story().item)
    assert fact(shown, "Limit of this stage") == f"Passed on Tuesday 24 November, 17:00 ({RULES.unverified})"
    following = fact(shown, "Next stage") or ""
    assert following.startswith(
        "2 of 4, Line manager or safeguarding lead to counterpart. Who acts: first-line managers"
    )
    assert following.endswith(f"({RULES.unverified})")


def test_the_requester_gets_a_sentence_to_send_to_the_next_stage() -> None:
    item = Story().item
    shown = passed(item, item.raised_by)
    assert fact(shown, "Next stage") is not None
    assert shown.lines[1] == (
        "Words that you can send or read out: We have not settled our disagreement at stage 1, so I ask for stage 2, "
        "Line manager or safeguarding lead to counterpart. My own case reference is K7. "
        f"The business team logs it as {REF}. Who acts for your agency?"
    )
    assert actions(shown) == ["note", "withdraw"]
    assert shown.small == (f"You get this because you raised {REF}.",)


def test_after_the_last_stage_the_sentence_asks_for_the_decision() -> None:
    item = Story(raised(case_reference="")).moved(4).item
    assert ready_sentence(item, RULES) == (
        f"Our disagreement {REF} is at the last stage and not settled. Who decides, and when?"
    )
    assert fact(passed(item), "Next stage") == "None: this is the last stage"


def test_a_concern_whose_limit_passed_has_a_sentence_but_no_stage() -> None:
    item = Story(raised(Kind.CONCERN)).item
    shown = passed(item, item.raised_by)
    assert f"I passed on a concern, {REF}, and it is still open." in shown.lines[1]
    assert [one.label for one in shown.facts] == ["Limit for an answer"]


def test_a_passed_limit_with_danger_shows_999_to_the_requester_first() -> None:
    item = Story(raised(danger=True)).item
    assert "999" in passed(item, item.raised_by).urgent[0]
    assert passed(item).urgent[0].startswith("Danger now: ")


@pytest.mark.parametrize("tell", [limit_near, limit_passed])
def test_a_limit_of_one_that_was_closed_meanwhile_asks_for_nothing(tell: Callable[..., Message]) -> None:
    shown = tell(Story().resolved().item, LATER, RULES, name, TEAM)
    assert shown.title == f"{REF}: closed"
    assert shown.buttons == ()


def test_a_limit_that_was_set_anew_meanwhile_is_not_said_to_have_passed() -> None:
    shown = limit_passed(Story().moved(2).item, LATER, RULES, name)
    assert shown.title == f"{REF}: the limit was set anew"
    assert "Passed" not in shown.text
