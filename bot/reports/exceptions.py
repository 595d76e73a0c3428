"""The exception report: what is overdue, in the two columns that the committee knows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

from bot.partnership.period import ExceptionReport
from bot.partnership.plan import Action, Plan
from bot.reports.blocks import Block, Heading, Paper, Table, Text
from bot.reports.markdown import markdown
from bot.reports.saying import counted, day_words
from bot.reports.word import write_word

_NO_COLOUR = "not rated"


def exceptions_markdown(report: ExceptionReport, *, with_leads: bool = False) -> str:
    """The report as Markdown. `with_leads` adds the leads, the dates and the colours at the end."""
    return markdown(exceptions_paper(report, with_leads=with_leads))


def exceptions_docx(report: ExceptionReport, path: Path, *, with_leads: bool = False) -> None:
    """The same as a Word document at `path`. Raises OSError."""
    write_word(exceptions_paper(report, with_leads=with_leads), path)


def exceptions_paper(report: ExceptionReport, *, with_leads: bool = False) -> Paper:
    """The report before it is written."""
    lines = (
        f"{counted(len(report.found), 'action')} overdue on {day_words(report.on)}.",
        f"Made on {day_words(report.made_on)}.",
    )
    blocks = exception_blocks(report.found, report.plans, 1)
    if with_leads and report.found:
        blocks += appendix(report)
    return Paper("Exception report", lines, tuple(blocks), report.made_on)


def exception_blocks(found: Sequence[Action], plans: Sequence[Plan], level: int) -> list[Block]:
    """For each plan with something overdue a heading and the table."""
    blocks: list[Block] = []
    for plan, actions in _by_plan(found, plans):
        comments = (one.comment or one.constraints for one in actions)
        rows = tuple(zip(numbers(actions), comments, strict=True))
        caption = f"Overdue in {plan}: {counted(len(actions), 'action')}"
        blocks += [Heading(plan, level), Table(caption, ("Action", "Comment"), rows, (1, 5))]
    return blocks or [Text("Nothing is overdue.")]


def appendix(report: ExceptionReport) -> list[Block]:
    """Who leads what is overdue, since when, and how it is going."""
    blocks: list[Block] = [Heading("Appendix: leads, dates and colours")]
    for plan, actions in _by_plan(report.found, report.plans):
        rows = tuple(
            (number, one.title, _lead(one, report.leads), _due(one), one.rag.value if one.rag else _NO_COLOUR)
            for number, one in zip(numbers(actions), actions, strict=True)
        )
        columns = ("Action", "Title", "Lead", "Due", "RAG")
        blocks.append(Table(f"{plan}: leads, dates and colours", columns, rows, (2, 5, 3, 3, 2)))
    return blocks


def numbers(actions: Sequence[Action]) -> list[str]:
    """The number of each action; with the agency where several agencies have one of that number."""
    often = Counter(one.number for one in actions)
    return [f"{one.number}, {one.agency}" if often[one.number] > 1 and one.agency else one.number for one in actions]


def _by_plan(found: Sequence[Action], plans: Sequence[Plan]) -> list[tuple[str, list[Action]]]:
    titles = {plan.id: plan.title or plan.id for plan in plans}
    return [(titles.get(plan, plan), list(group)) for plan, group in groupby(found, key=lambda one: one.plan)]


def _lead(one: Action, leads: Mapping[str, str]) -> str:
    if one.not_mine:
        return "none"
    return leads.get(one.lead or "") or one.lead_words or one.agency or "none"


def _due(one: Action) -> str:
    return day_words(one.due) if one.due else one.due_words or "no date"
