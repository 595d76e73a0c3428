"""The follow-up of a referral, the first page, and the help."""

from datetime import timedelta

from bot.partnership.escalation import Kind
from bot.wording.help import help_message
from bot.wording.home import home
from bot.wording.referral import answered, chase_message, chase_text, decision_rule, noted, outcome_question
from knowledge.knowledge import Knowledge
from tests.wording.stories import (
    NOON,
    RULES,
    Story,
    actions,
    every_item,
    fact,
    name,
    raised,
    referral,
    stopped,
)


def test_the_receipt_says_on_which_day_signpost_asks() -> None:
    shown = noted(referral(), RULES)
    assert shown.lines[0] == "Signpost asks you for the outcome on Tuesday 24 November."
    assert "sends nothing to the front door" in shown.lines[1]
    assert fact(shown, "Referred on") == "Friday 20 November"


def test_the_question_for_the_outcome_offers_yes_not_yet_and_escalation() -> None:
    shown = outcome_question(referral(), RULES)
    assert [(one.action, one.value) for one in shown.buttons] == [
        ("referral.answered", "r1"),
        ("referral.not_yet", "r1"),
        ("escalate.open", "referral:r1"),
    ]
    assert fact(shown, "Front door") == "Thurrock MASH"
    assert "999" in shown.urgent[0]


def test_the_rule_for_a_decision_names_its_document_and_edition() -> None:
    assert decision_rule(RULES) == (
        "The front door tells the referrer its decision within 1 working day (source: Surrey CS procedures quoting "
        "Working Together (contacts and referrals), edition 2024-04)."
    )


def test_a_rule_that_is_not_confirmed_is_marked() -> None:
    rules = RULES.model_copy(update={"referral": RULES.referral.model_copy(update={"verified": False})})
    assert RULES.unverified in chase_text(referral(), rules)


def test_the_chase_text_can_be_read_out_as_it_is() -> None:
    assert chase_text(referral(), RULES) == (
        "I referred a child to Thurrock MASH on Friday 20 November 2026. My own reference is K7. "
        f"{decision_rule(RULES)} Please tell me the decision and the reasons, what happens next, "
        "and the name of the person who decided."
    )


def test_without_an_own_reference_none_is_spoken_of() -> None:
    assert "reference" not in chase_text(referral(""), RULES)
    assert fact(outcome_question(referral(""), RULES), "Your reference") is None


def test_after_not_yet_come_the_chase_text_and_the_escalation_form() -> None:
    shown = chase_message(referral(), RULES)
    assert chase_text(referral(), RULES) in shown.lines[0]
    assert actions(shown) == ["escalate.open"]


def test_after_an_answer_nothing_more_is_asked_but_escalating_stays_possible() -> None:
    shown = answered(referral(), RULES)
    assert shown.title == "Thank you. Signpost asks no more about this referral"
    assert actions(shown) == ["escalate.open"]


def test_the_first_page_says_how_to_ask_and_offers_both_forms() -> None:
    first, heading = home((), (), NOON, RULES, name)
    assert actions(first) == ["guide.open", "escalate.open", "referral.open"]
    assert "999" in first.urgent[0]
    assert heading.text == "Your escalations\n\nNone at the moment."


def test_the_first_page_shows_the_numbers_that_it_is_given_and_the_office_hours_when_closed() -> None:
    first = home((), (), NOON + timedelta(hours=8), RULES, name, ("Ring 999.", "Thurrock MASH: 01632 960000"))[0]
    assert first.text.startswith("Ring 999.\n\nThurrock MASH: 01632 960000")
    assert "waits until Tuesday 24 November, 09:00." in first.small[0]


def test_own_escalations_come_in_full_while_open_and_in_short_when_closed() -> None:
    items = [Story().resolved().item, Story(raised(Kind.CONCERN)).item]
    opened, closed = home(items, (), NOON, RULES, name)[2:]
    assert fact(opened, "The concern (your words)") == "The step down."
    assert actions(opened) == ["note", "withdraw"]
    assert [(one.label, one.value) for one in closed.facts] == [("State", "Closed, resolved")]
    assert actions(closed) == ["note"]


def test_the_business_team_sees_all_that_are_open_with_the_teams_buttons() -> None:
    items = [every_item()["danger"], every_item()["busy"]]
    _, heading, danger, busy = home(items, (), NOON, RULES, name, team=True)
    assert heading.title == "Open escalations"
    assert danger.urgent[0].startswith("Danger now: ")
    assert actions(danger) == ["acknowledge", "assign", "note", "move_stage", "resolve"]
    assert fact(busy, "Owner") == "June Okafor (Business team)"


def test_only_referrals_that_wait_are_asked_about() -> None:
    shown = home((), (referral(), stopped(referral("K8"))), NOON, RULES, name)
    assert [fact(one, "Your reference") for one in shown[2:]] == ["K7"]


def test_the_help_puts_999_first_and_names_the_commands(knowledge: Knowledge) -> None:
    shown = help_message(knowledge)
    assert shown.text.startswith(knowledge.settings.danger_line.say)
    assert [one.label for one in shown.facts] == ["/refer", "/refer guide", "/escalate"]
    assert any("Never write names" in line for line in shown.lines)
    assert knowledge.settings.duty_line.say in shown.small
