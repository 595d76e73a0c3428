"""What somebody wants to see of the plan, read from the words of a question."""

import pytest

from bot.partnership.plan_asked import AskedPlan, read_question
from bot.partnership.plan_rules import load_plan_rules

RULES = load_plan_rules()
MINE, OVERDUE = AskedPlan(mine=True), AskedPlan(overdue=True)


def mace(overdue: bool = False) -> AskedPlan:
    return AskedPlan(groups=("mace",), overdue=overdue)


def numbers(*given: str) -> AskedPlan:
    return AskedPlan(numbers=given)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("what do I owe?", MINE),
        ("What do we still owe", MINE),
        ("my actions", MINE),
        ("show me my actions please", None),  # a form that Rasa must understand first
        ("what is overdue for MACE?", mace(overdue=True)),
        ("Which actions does the Multi Agency Child Exploitation group have?", mace()),
        ("overdue actions", OVERDUE),
        ("what's overdue?", OVERDUE),
        ("who leads 6.2?", numbers("6.2")),
        ("status of 6.2", numbers("6.2")),
        ("Action 6.2: can I have more time?", numbers("6.2")),
        ("actions 6.2, 6.10 and 1.4", numbers("6.2", "6.10", "1.4")),
        ("what is due this week?", AskedPlan(within="week")),
    ],
)
def test_plain_words_about_the_plan_are_read_however_the_rest_was_understood(words: str, asked: AskedPlan) -> None:
    assert read_question(words, False, RULES) == asked


@pytest.mark.parametrize(
    "worry",
    [
        "She is 16.5 weeks pregnant and 15.2 years old",
        "A boy of 6.2 told me that his dad hits him, what action do I take?",
        "Her health check is overdue and nobody answers",
        "The family has a child protection plan, review is late",
        "mum says I owe her an answer, what do I owe her?",
        "he used mace on his brother",
        "who leads a strategy meeting",
        "the baby is due this week and she has no midwife",
        "no action 2.5 weeks after the referral",
        "I am ashamed of my actions, I shouted at a pupil",
        "their actions put the child at risk",
    ],
)
def test_an_ordinary_worry_asks_for_no_list(worry: str) -> None:
    assert read_question(worry, False, RULES) is None


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("who owns 1.4", numbers("1.4")),
        ("is action 1.1 the same as 1.10, my spreadsheet thinks so", numbers("1.1", "1.10")),
        ("action 1a", numbers("1a")),
        ("5.1 5.2 5.3 status for tmrw 9am", numbers("5.1", "5.2", "5.3")),
        ("which are late for the Learning and Practice Review Group", AskedPlan(groups=("lpr",), overdue=True)),
        ("anything outstanding for the multi-agency audit group", AskedPlan(groups=("mag",))),
        ("and for MACE?", mace()),
        ("anything due from us by the end of this month", AskedPlan(mine=True, within="month")),
        ("can we have 4.6 pushed back a month", numbers("4.6")),
        ("which of my actions are overdue", AskedPlan(mine=True, overdue=True)),
        ("What about the Leads Forum and its overdue ones", OVERDUE),
        ("what about the Safeguarding Leads Forum", AskedPlan(groups=("leads",))),
    ],
)
def test_a_question_understood_as_one_about_the_plan_is_read_more_freely(words: str, asked: AskedPlan) -> None:
    assert read_question(words, True, RULES) == asked


@pytest.mark.parametrize(
    "words",
    [
        "what does amber mean",
        "how long before a meeting do papers go out",
        "strategic aim 3 has nothing about disabled children",
        "who leads on neglect",
        "where does MACE meet",
        "the meeting is at 9.30am on 12.11.2026, 50.5% came",
        "priorities for 22-24",
    ],
)
def test_a_question_about_how_the_plan_works_asks_for_no_list(words: str) -> None:
    assert read_question(words, True, RULES) is None


def test_what_is_kept_of_a_question_holds_none_of_its_words_and_reads_back_the_same() -> None:
    asked = AskedPlan(True, ("mace", "mag"), ("6.2", "1.10"), True, "week")
    kept = {"groups": "mace,mag", "numbers": "6.2,1.10", "within": "week", "mine": "yes", "overdue": "yes"}
    assert asked.data == kept
    assert AskedPlan.of(asked.data) == asked
    assert AskedPlan.of({"who": "slack:U1"}) == AskedPlan()
