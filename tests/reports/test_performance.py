"""The report of a period: what it shows, what it hides, and what never gets into it."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.partnership.few import Hidden
from bot.partnership.period import PerformanceReport
from bot.reports.performance import performance_docx, performance_markdown
from knowledge.knowledge import Knowledge
from tests.reports.reading import markdown_rows, words_of
from tests.reports.samples import MADE_ON, SUMMER, TYPED, split
from tests.workflows.whole_case import EVERYONE

FEW, WITHHELD = Hidden.FEW, Hidden.WITHHELD


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


def test_training_and_events_are_listed_with_what_came_of_them(summer: PerformanceReport) -> None:
    columns = ("Date", "Kind", "Title", "Attended", "Outcome and impact")
    outcome = "Leads know when to use the neglect tool.\nA second day is planned."
    assert markdown_rows(performance_markdown(summer), columns) == [
        ("24 June 2026", "Training", "Safeguarding leads", "25", outcome),
        ("14 August 2026", "Event", "Community day", "fewer than 5", "none noted"),
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


def test_hostile_titles_change_nothing_but_themselves(summer: PerformanceReport, tmp_path: Path) -> None:
    title = "# <b>| $x$ \x00 [a](http://example.org) 漢字"
    plan = replace(summer.plans[0], plan=replace(summer.plans[0].plan, title=title))
    report = replace(summer, plans=(plan,))
    performance_docx(report, tmp_path / "report.docx")
    shown = title.replace("\x00", "\ufffd")
    assert f"Progress: {shown}, 2026/27" in words_of(tmp_path / "report.docx")
    assert "\\# " not in performance_markdown(report)
    assert "\\<b\\>\\|" in performance_markdown(report)
