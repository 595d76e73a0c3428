"""The report of a period, as a committee gets it."""

from pathlib import Path

from bot.partnership.few import Count
from bot.partnership.period import PerformanceReport
from bot.partnership.plan_standing import together
from bot.reports.asked_part import asked_blocks, held_blocks, population_blocks
from bot.reports.blocks import Block, Bullets, Heading, Paper
from bot.reports.markdown import markdown
from bot.reports.meetings_part import meeting_blocks
from bot.reports.plan_part import plan_blocks
from bot.reports.progress import progress_words
from bot.reports.saying import count_words, day_words
from bot.reports.word import write_word

_SMALL = (
    "Numbers of people, and of what they asked or raised, are shown from {least}; below that it says “fewer than "
    "{least}” or “none”. Where a total would give such a number away, another one is not shown either."
)
_WHOLE = "Numbers of actions, meetings and events are shown whole: they stand in the plan and in the minutes."
_QUESTIONS = (
    "Questions are those asked in a chat; the web page keeps none. Each counts under the topic of its answer. "
    "Greetings are left out."
)


def performance_markdown(report: PerformanceReport) -> str:
    """The report as Markdown."""
    return markdown(performance_paper(report))


def performance_docx(report: PerformanceReport, path: Path) -> None:
    """The report as a Word document at `path`. Raises OSError."""
    write_word(performance_paper(report), path)


def performance_paper(report: PerformanceReport) -> Paper:
    """The report before it is written."""
    period = report.period
    lines = (
        f"Period: {day_words(period.first)} to {day_words(period.last)}",
        f"Made on {day_words(report.made_on)} by Signpost from its own records",
        f"Knowledge version: {report.knowledge_version}",
    )
    blocks = (
        *_summary(report),
        *plan_blocks(report),
        *asked_blocks(report),
        Heading("Follow-up of referrals"),
        *population_blocks("follow-up", report.referrals, report.least),
        *held_blocks(report),
        *meeting_blocks(report),
        *_made(report),
    )
    edition = f"{day_words(period.first)} to {day_words(period.last)}, made on {day_words(report.made_on)}"
    return Paper("Performance report", lines, blocks, report.made_on, edition)


def _summary(report: PerformanceReport) -> list[Block]:
    asked, least = report.questions, report.least
    said = [
        *(f"{one.plan.title or one.plan.id}: {progress_words(together('', one.aims))}" for one in report.plans),
        f"Questions asked: {count_words(asked.total, least)}.",
        f"Answers in which Signpost was not sure: {_of(asked.unsure, asked.of, least)}.",
        f"Unanswered questions passed to the business team: {_of(asked.told_team, asked.of, least)}.",
        f"Escalations raised: {count_words(report.escalations.total, least)}.",
        f"Training and events held: {len(report.happenings) or 'none'}.",
        f"Meetings held: {sum(len(one.held) for one in report.meetings) or 'none'}.",
    ]
    return [Heading("In short"), Bullets(tuple(said))]


def _of(part: Count, whole: Count, least: int) -> str:
    return f"{count_words(part, least)} of {count_words(whole, least)}" if whole != 0 else count_words(part, least)


def _made(report: PerformanceReport) -> list[Block]:
    said = (
        _SMALL.format(least=report.least),
        _WHOLE,
        _QUESTIONS,
        "Escalations and referrals are those of the period. Escalations are told as they stood at its end.",
        "No question, no name and no reference is in this report. Comments and outcomes are as people wrote them.",
        "Two reports whose periods overlap can give small numbers away. Publish periods that follow one another.",
    )
    return [Heading("How the numbers are made"), Bullets(said)]
