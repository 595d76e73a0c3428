"""Which report of a period somebody gets: its edges, one plan of several, nothing at all, and who may have it."""

from datetime import date
from pathlib import Path

import pytest

from bot.partnership.period import PerformanceReport, Period
from bot.partnership.refusal import Refused
from bot.reports.performance import performance_docx, performance_markdown
from bot.store import people
from bot.store.database import Store
from bot.workflows.reports import exception_report, performance
from knowledge.knowledge import Knowledge
from tests.reports.reading import words_of
from tests.reports.samples import (
    CONSOLE,
    MADE_AT,
    MADE_ON,
    RULES,
    SUMMER,
    ask,
    escalate,
    report_of,
    split,
    whole_summer,
)
from tests.workflows.whole_case import EVERYONE


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
