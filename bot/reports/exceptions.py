"""The exception report: what is overdue, in the two columns that the committee knows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

from bot.partnership.period import ExceptionReport
from bot.partnership.plan import Action, Plan
from bot.reports.blocks import Block, Heading, Paper, Table, Text
from bot.reports.markdown import markdown
from bot.reports.saying import counted, day_words, listed
from bot.reports.word import write_word

_NO_COLOUR, _NO_COMMENT = "not rated", "No comment."
_PARTS_WITH_AGENCY = 3  # slashes in PLAN/NUMBER/AGENCY/N


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
        *_looked_at(report),
        f"Made on {day_words(report.made_on)}.",
    )
    edition = f"overdue on {day_words(report.on)}, made on {day_words(report.made_on)}"
    blocks = exception_blocks(report.found, report.plans, 1)
    if with_leads and report.found:
        blocks += appendix(report)
    return Paper("Exception report", lines, tuple(blocks), report.made_on, edition)


def exception_blocks(found: Sequence[Action], plans: Sequence[Plan], level: int) -> list[Block]:
    """For each plan with something overdue a heading and the table."""
    blocks: list[Block] = []
    for plan, actions in _by_plan(found, plans):
        comments = (one.comment or one.constraints or _NO_COMMENT for one in actions)
        rows = tuple(zip(numbers(actions), comments, strict=True))
        caption = f"Overdue in {plan}: {counted(len(actions), 'action')}"
        blocks += [Heading(plan, level), Table(caption, ("Action", "Comment"), rows, (1.2, 5))]
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
        blocks.append(Table(f"{plan}: leads, dates and colours", columns, rows, (2.6, 5, 3, 2.8, 2)))
    return blocks


def numbers(actions: Sequence[Action]) -> list[str]:
    """The number of each action; with the agency where its plan gives that number to several."""
    often = Counter(one.number for one in actions)
    named = [_named(one, alone=often[one.number] == 1) for one in actions]
    same = Counter(named)
    return [f"{name}{_within(one, alone=same[name] == 1)}" for name, one in zip(named, actions, strict=True)]


def _named(one: Action, *, alone: bool) -> str:
    shared = not alone or one.id.count("/") == _PARTS_WITH_AGENCY
    return f"{one.number}, {one.agency}" if shared and one.agency else one.number


def _within(one: Action, *, alone: bool) -> str:
    """Which of its agency's actions under that number it is, such as ` (2)`: the last part of the id."""
    place = one.id.rpartition("/")[2]
    told = one.id.count("/") == _PARTS_WITH_AGENCY and not (alone and place == "1")
    return f" ({place})" if told else ""


def _looked_at(report: ExceptionReport) -> list[str]:
    """Which plans the report is about, with how many of each are overdue."""
    count = Counter(one.plan for one in report.found)
    said = [f"{_title(one)} ({count[one.id] or 'none'})" for one in report.plans]
    return [f"{'Plan' if len(said) == 1 else 'Plans'}: {listed(said)}."] if said else []


def _by_plan(found: Sequence[Action], plans: Sequence[Plan]) -> list[tuple[str, list[Action]]]:
    titles = {plan.id: _title(plan) for plan in plans}
    return [(titles.get(plan, plan), list(group)) for plan, group in groupby(found, key=lambda one: one.plan)]


def _title(plan: Plan) -> str:
    return f"{plan.title or plan.id}{f', {plan.year}' if plan.year else ''}"


def _lead(one: Action, leads: Mapping[str, str]) -> str:
    if one.not_mine:
        return "none"
    return leads.get(one.lead or "") or one.lead_words or one.agency or "none"


def _due(one: Action) -> str:
    return day_words(one.due) if one.due else one.due_words or "no date"
