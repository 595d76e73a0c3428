"""What the report of a period tells of questions, and what it hides of them."""

from datetime import date

from bot.partnership.few import Hidden
from bot.partnership.period import PerformanceReport
from bot.reports.performance import performance_markdown
from bot.store.database import Store
from knowledge.knowledge import Knowledge
from tests.reports.reading import Rows, markdown_rows
from tests.reports.samples import ask, report_of

FEW, WITHHELD = Hidden.FEW, Hidden.WITHHELD
TOPICS = ("Topic", "Level", "Asked", "Not sure", "Said not right", "Unanswered, passed on", "Training on it")


def topics(report: PerformanceReport) -> Rows:
    return markdown_rows(performance_markdown(report), TOPICS)


def test_only_questions_of_the_period_count_and_greetings_do_not(summer: PerformanceReport) -> None:
    assert summer.questions.total == 9 + 14 + 11 + 9 + 12 + 8 + 13 + 2 + 3


def test_each_topic_says_how_often_it_was_asked_unsure_not_right_and_passed_on(summer: PerformanceReport) -> None:
    rows = {row[0]: row[1:] for row in topics(summer)}
    assert rows["Referral to the front door (children's social care)"] == ("4", "34", *["none"] * 4)
    assert rows["Early help for a child or family"] == ("2", "21", "8", "none", "8", "none")
    assert rows["Neglect and the Graded Care Profile 2 (GCP2)"] == ("3", "21", "9", "12", "none", "24\u00a0June")


def test_topics_with_few_questions_come_last_by_name_and_show_no_number(summer: PerformanceReport) -> None:
    for row in topics(summer)[-2:]:
        assert row[2:6] == ("fewer than 5", "not shown", "not shown", "not shown")


def test_the_parts_are_told_of_the_topics_that_are_shown(summer: PerformanceReport) -> None:
    one = summer.questions
    assert (one.of, one.unsure, one.not_right, one.told_team) == (76, 17, 12, 8)
    assert "Of 76 questions in the topics whose number is shown:" in performance_markdown(summer)


def test_where_signpost_was_least_sure_is_said_with_whether_there_was_training(summer: PerformanceReport) -> None:
    text = performance_markdown(summer)
    assert "Neglect and the Graded Care Profile 2 (GCP2): not sure in 9 of 21." in text
    assert "Early help for a child or family: not sure in 8 of 21; no training on it in this period." in text


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
