"""The report of a period: what it shows, what it hides, and what never gets into it."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.partnership.few import Hidden
from bot.partnership.period import PerformanceReport, Period
from bot.partnership.refusal import Refused
from bot.reports.performance import performance_docx, performance_markdown
from bot.store import people
from bot.store.database import Store
from bot.workflows.reports import exception_report, performance
from knowledge.knowledge import Knowledge
from tests.reports.reading import Rows, markdown_rows, words_of
from tests.reports.samples import (
    CONSOLE,
    MADE_AT,
    MADE_ON,
    RULES,
    SUMMER,
    TYPED,
    ask,
    escalate,
    whole_summer,
)
from tests.workflows.whole_case import EVERYONE

FEW, WITHHELD = Hidden.FEW, Hidden.WITHHELD
TOPICS = ("Topic", "Level", "Asked", "Not sure", "Said not right", "Passed to the team", "Training on it")


def report_of(store: Store, knowledge: Knowledge, period: Period = SUMMER, who: str = CONSOLE) -> PerformanceReport:
    with store.begin() as tx:
        return performance(tx, RULES, MADE_AT, who, period, knowledge)


@pytest.fixture
def summer(store: Store, knowledge: Knowledge) -> PerformanceReport:
    """The report of the invented summer."""
    with store.begin() as tx:
        people.replace_all(tx, EVERYONE)
        whole_summer(tx)
    return report_of(store, knowledge)


@pytest.fixture
def empty(sqlite_store: Store, knowledge: Knowledge) -> PerformanceReport:
    """The report of a period in which nothing happened."""
    return report_of(sqlite_store, knowledge)


def split(report: PerformanceReport, name: str) -> dict[str, object]:
    """One way in which the escalations are taken apart."""
    found = next(one for one in report.escalations.splits if one.name.startswith(name))
    assert found.parts is not None
    return dict(found.parts)


def topics(report: PerformanceReport) -> Rows:
    return markdown_rows(performance_markdown(report), TOPICS)


def test_only_questions_of_the_period_count_and_greetings_do_not(summer: PerformanceReport) -> None:
    assert summer.questions.total == 9 + 14 + 11 + 9 + 12 + 8 + 13 + 2 + 3


def test_each_topic_says_how_often_it_was_asked_unsure_not_right_and_passed_on(summer: PerformanceReport) -> None:
    rows = {row[0]: row[1:] for row in topics(summer)}
    assert rows["Referral to the front door (children's social care)"] == ("4", "34", *["none"] * 4)
    assert rows["Early help for a child or family"] == ("2", "21", "8", "none", "8", "none")
    assert rows["Neglect and the Graded Care Profile 2 (GCP2)"] == ("3", "21", "9", "12", "none", "24 June")


def test_topics_with_few_questions_come_last_by_name_and_show_no_number(summer: PerformanceReport) -> None:
    for row in topics(summer)[-2:]:
        assert row[2:6] == ("fewer than 5", "not shown", "not shown", "not shown")


def test_the_parts_are_told_of_the_topics_that_are_shown(summer: PerformanceReport) -> None:
    one = summer.questions
    assert (one.of, one.unsure, one.not_right, one.told_team) == (76, 17, 12, 8)
    assert "Of 76 questions in the topics whose number is shown:" in performance_markdown(summer)


def test_escalations_are_counted_by_agency_and_stage_and_small_numbers_are_hidden(summer: PerformanceReport) -> None:
    assert summer.escalations.total == 18
    raised = {"Police": FEW, "Health (hospital or community)": FEW, "School or college": 13}
    assert split(summer, "Agency that raised it") == raised
    assert split(summer, "Agency it was about") == {"Children's social care": WITHHELD, "Housing": FEW}
    stages = split(summer, "Stage reached")
    assert list(stages.values()) == [WITHHELD, 8, FEW]
    assert "placeholder, not a SET figure" in performance_markdown(summer)


def test_months_stand_beside_each_other_with_training_and_events(summer: PerformanceReport) -> None:
    columns = ("Month", "Questions", "Escalations raised", "Training and events held")
    assert markdown_rows(performance_markdown(summer), columns) == [
        ("May 2026", "12", "7", "none"),
        ("June 2026", "23", "6", "24 June: Safeguarding leads"),
        ("July 2026", "22", "fewer than 5", "none"),
        ("August 2026", "24", "fewer than 5", "14 August: Community day"),
    ]


def test_where_signpost_was_least_sure_is_said_with_whether_there_was_training(summer: PerformanceReport) -> None:
    text = performance_markdown(summer)
    assert "Neglect and the Graded Care Profile 2 (GCP2): not sure in 9 of 21." in text
    assert "Early help for a child or family: not sure in 8 of 21; no training on it in this period." in text


def test_training_and_events_are_listed_with_what_came_of_them(summer: PerformanceReport) -> None:
    columns = ("Date", "Kind", "Title", "Attended", "Outcome and impact")
    outcome = "Leads know when to use the neglect tool.\nA second day is planned."
    assert markdown_rows(performance_markdown(summer), columns) == [
        ("24 June 2026", "Training", "Safeguarding leads", "25", outcome),
        ("14 August 2026", "Event", "Community day", "fewer than 5", ""),
    ]


def test_meetings_of_the_period_are_told_with_their_seats_and_no_member(summer: PerformanceReport) -> None:
    (board,) = summer.meetings
    assert (board.group, board.held) == ("Management Executive Board", (date(2026, 5, 14), date(2026, 7, 16)))
    assert board.seats.total == 24
    assert dict(board.seats.splits[0].parts or ())["Member came"] == 18


def test_follow_ups_of_referrals_are_told_by_outcome_and_front_door(summer: PerformanceReport) -> None:
    outcome, door = summer.referrals.splits
    assert dict(outcome.parts or ())["Outcome known"] == 12
    assert dict(door.parts or ()) == {"Thurrock MASH": 18}


def test_what_is_overdue_is_looked_at_on_the_last_day_of_the_period(summer: PerformanceReport) -> None:
    (plan,) = summer.plans
    assert summer.overdue_on == SUMMER.last and summer.made_on == MADE_ON
    assert [one.number for one in plan.exceptions] == ["1.1", "1.10", "2.1"]
    assert plan.dropped == 1


def test_no_typed_word_no_name_and_no_address_is_in_the_report(summer: PerformanceReport, tmp_path: Path) -> None:
    performance_docx(summer, tmp_path / "report.docx")
    for words in (words_of(tmp_path / "report.docx"), performance_markdown(summer)):
        assert TYPED not in words and "slack:" not in words and "E-2026" not in words
        for person in EVERYONE:
            assert person.name.lstrip("=") not in words


def test_the_first_page_says_period_and_knowledge_version(summer: PerformanceReport, knowledge: Knowledge) -> None:
    text = performance_markdown(summer)
    assert "Period: 1 May 2026 to 31 August 2026" in text
    assert f"Knowledge version: {knowledge.version}" in text


def test_word_and_markdown_say_the_same(summer: PerformanceReport, tmp_path: Path) -> None:
    performance_docx(summer, tmp_path / "report.docx")
    words = words_of(tmp_path / "report.docx")
    for line in performance_markdown(summer).split("\n"):
        said = re.sub(r"^(#+|-|Picture:) ", "", line)
        if said and not said.startswith("|"):
            assert said.replace("\\", "") in words.replace("\n", " "), line


def test_an_escalation_is_told_as_it_stood_at_the_end_of_the_period(store: Store, knowledge: Knowledge) -> None:
    with store.begin() as tx:
        escalate(tx, "Police", "Housing", date(2026, 5, 12), 6)
        escalate(tx, "Police", "Housing", date(2026, 6, 1), 7)
    may = report_of(store, knowledge, Period(date(2026, 5, 1), date(2026, 5, 31)))
    assert may.escalations.total == 6
    assert split(may, "How it stood") == {"Open, not acknowledged": 6}


def test_a_day_belongs_to_the_period_by_the_clock_of_london(store: Store, knowledge: Knowledge) -> None:
    with store.begin() as tx:
        ask(tx, "fgm", date(2026, 6, 1), 5)
    june = Period(date(2026, 6, 1), date(2026, 6, 1))
    assert report_of(store, knowledge, june).questions.total == 5
    assert report_of(store, knowledge, Period(date(2026, 5, 1), date(2026, 5, 31))).questions.total == 0


def test_a_period_in_which_nothing_happened_says_so(empty: PerformanceReport, tmp_path: Path) -> None:
    text = performance_markdown(empty)
    for wanted in (
        "No plan has been imported.",
        "No question was asked in this period.",
        "There was no escalation in this period.",
        "There was no follow-up in this period.",
        "No training or event was noted for this period.",
        "No meeting was noted for this period.",
    ):
        assert wanted in text
    performance_docx(empty, tmp_path / "report.docx")
    assert "Nothing is overdue." not in words_of(tmp_path / "report.docx")


def test_too_few_questions_are_not_taken_apart(store: Store, knowledge: Knowledge) -> None:
    with store.begin() as tx:
        ask(tx, "fgm", date(2026, 6, 1), 3, kind="clarify")
    one = report_of(store, knowledge)
    assert (one.questions.total, one.questions.topics, one.questions.unsure) == (FEW, None, FEW)
    assert "Questions in this period: fewer than 5." in performance_markdown(one)
    assert one.months[1].questions is None


def test_many_topics_with_few_questions_each_are_not_listed(store: Store, knowledge: Knowledge) -> None:
    with store.begin() as tx:
        for topic in ("fgm", "lado", "prevent_channel"):
            ask(tx, topic, date(2026, 6, 1), 3)
    one = report_of(store, knowledge)
    assert (one.questions.total, one.questions.topics, one.questions.of) == (9, None, 9)


def test_answers_without_the_language_model_are_a_topic_of_their_own(store: Store, knowledge: Knowledge) -> None:
    with store.begin() as tx:
        ask(tx, "mash_referral", date(2026, 6, 1), 6, kind="fallback")
        ask(tx, "mash_referral", date(2026, 6, 2), 7)
    found = {one.name: one.asked for one in report_of(store, knowledge).questions.topics or ()}
    assert found["Answered from the rules alone: the language model was away"] == 6


def test_a_topic_that_the_knowledge_no_longer_has_keeps_its_id(store: Store, knowledge: Knowledge) -> None:
    with store.begin() as tx:
        ask(tx, "gone_pathway", date(2026, 6, 1), 6)
    (one,) = report_of(store, knowledge).questions.topics or ()
    assert (one.name, one.level, one.asked) == ("gone_pathway", None, 6)


def test_only_the_business_team_and_whoever_runs_the_program_get_a_report(store: Store, knowledge: Knowledge) -> None:
    with store.begin() as tx:
        people.replace_all(tx, EVERYONE)
    assert report_of(store, knowledge, who="slack:U1").made_on == MADE_ON
    for stranger in ("slack:U4", "slack:U9", "person:nobody"):
        with pytest.raises(Refused, match="Only the partnership's business team"):
            report_of(store, knowledge, who=stranger)
        with store.begin() as tx, pytest.raises(Refused, match="Only the partnership's business team"):
            exception_report(tx, RULES, MADE_AT, stranger, MADE_ON)


def test_one_plan_can_be_chosen_and_an_unknown_one_is_named(store: Store, knowledge: Knowledge) -> None:
    with store.begin() as tx:
        whole_summer(tx)
        one = performance(tx, RULES, MADE_AT, CONSOLE, SUMMER, knowledge, "delivery-2026")
        assert [plan.plan.id for plan in one.plans] == ["delivery-2026"]
        with pytest.raises(Refused, match=r"There is no plan 'other'. Known are: delivery-2026."):
            performance(tx, RULES, MADE_AT, CONSOLE, SUMMER, knowledge, "other")


def test_hostile_titles_change_nothing_but_themselves(summer: PerformanceReport, tmp_path: Path) -> None:
    title = "# <b>| $x$ \x00 [a](http://example.org) 漢字"
    plan = replace(summer.plans[0], plan=replace(summer.plans[0].plan, title=title))
    report = replace(summer, plans=(plan,))
    performance_docx(report, tmp_path / "report.docx")
    shown = title.replace("\x00", "\ufffd")
    assert f"Progress: {shown}, 2026/27" in words_of(tmp_path / "report.docx")
    assert "\\# " not in performance_markdown(report)
    assert "\\<b\\>\\|" in performance_markdown(report)
