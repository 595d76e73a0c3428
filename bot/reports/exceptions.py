"""The exception report: what is overdue, in the two columns that the committee knows."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from bot.partnership.plan import Action, Plan
from bot.reports.blocks import Block, Heading, Paper, Table, Text
from bot.reports.markdown import markdown
from bot.reports.saying import counted, day_words
from bot.reports.word import write_word

type Name = Callable[[str], str]  # a person's id as people know it

_COLORLESS = "not rated"


def exceptions_markdown(
    found: Sequence[Action], plans: Sequence[Plan], on: date, made_on: date, name: Name | None = None
) -> str:
    """The report as Markdown. With `name` it ends with the leads, the dates and the colours."""
    return markdown(exceptions_paper(found, plans, on, made_on, name))


def exceptions_docx(
    found: Sequence[Action], plans: Sequence[Plan], on: date, made_on: date, path: Path, name: Name | None = None
) -> None:
    """The same as a Word document at `path`. Raises OSError."""
    write_word(exceptions_paper(found, plans, on, made_on, name), path)


def exceptions_paper(
    found: Sequence[Action], plans: Sequence[Plan], on: date, made_on: date, name: Name | None = None
) -> Paper:
    """The report before it is written. `on` is the day at which what is overdue was looked at."""
    lines = (f"{counted(len(found), 'action')} overdue on {day_words(on)}.", f"Made on {day_words(made_on)}.")
    blocks = [
        *exception_blocks(found, plans, 1),
        *(appendix(found, plans, name) if name and found else ()),
    ]
    return Paper("Exception report", lines, tuple(blocks), made_on)


def exception_blocks(found: Sequence[Action], plans: Sequence[Plan], level: int) -> list[Block]:
    """For each plan with something overdue a heading and the table."""
    blocks: list[Block] = []
    for plan, actions in _by_plan(found, plans):
        rows = tuple((number, one.comment) for number, one in zip(numbers(actions), actions, strict=True))
        caption = f"Overdue in {plan}: {counted(len(actions), 'action')}"
        blocks += [Heading(plan, level), Table(caption, ("Action", "Comment"), rows, (1, 5))]
    return blocks or [Text("Nothing is overdue.")]


def appendix(found: Sequence[Action], plans: Sequence[Plan], name: Name) -> list[Block]:
    """Who leads what is overdue, since when, and how it is going."""
    blocks: list[Block] = [Heading("Appendix: leads, dates and colours")]
    for plan, actions in _by_plan(found, plans):
        rows = tuple(
            (number, one.title, _lead(one, name), _due(one), one.rag.value if one.rag else _COLORLESS)
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


def _lead(one: Action, name: Name) -> str:
    if one.not_mine:
        return "none"
    return name(one.lead) if one.lead else one.lead_words or one.agency or "none"


def _due(one: Action) -> str:
    return day_words(one.due) if one.due else one.due_words or "no date"
