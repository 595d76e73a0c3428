"""The report's part on the delivery plan: how each plan is going, and what is overdue."""

from collections.abc import Sequence
from functools import partial

from bot.partnership.period import PerformanceReport, PlanReport
from bot.partnership.plan_standing import AimStanding, Standing, together
from bot.reports.blocks import Block, Bullets, Heading, Picture, Table, Text
from bot.reports.exceptions import exception_blocks
from bot.reports.progress import WORDS, bar_words, progress_words
from bot.reports.saying import counted, day_words

_NO_AIM = "No aim named"
_IN_ALT = 14  # aims named in the alternative text; the table below names all


def plan_blocks(report: PerformanceReport) -> list[Block]:
    """The whole part."""
    blocks: list[Block] = [Heading("Delivery plan")]
    if not report.plans:
        return [*blocks, Text("No plan has been imported.")]
    blocks.append(Text(f"The plans as they stood on {day_words(report.made_on)}, when this report was made."))
    for one in report.plans:
        blocks += _progress(one)
    blocks += _meanings(report)
    blocks.append(Heading("Exceptions", 2))
    blocks.append(Text(f"What was overdue on {day_words(report.overdue_on)} and was still open when this was made."))
    found = [action for one in report.plans for action in one.exceptions]
    return [*blocks, *exception_blocks(found, [one.plan for one in report.plans], 3)]


def _progress(one: PlanReport) -> list[Block]:
    plan = one.plan
    heading = Heading(f"Progress: {plan.title or plan.id}{f', {plan.year}' if plan.year else ''}", 2)
    said = progress_words(together("", one.aims))
    gone = f" {counted(one.dropped, 'action')} dropped, or no longer in the plan file." if one.dropped else ""
    if not one.aims:
        return [heading, Text(said + gone)]
    each = "; ".join(f"{aim.aim or _NO_AIM}: {bar_words(aim)}" for aim in one.aims[:_IN_ALT])
    alt = f"Bars for each aim of {plan.title}. {said} {each}. The table below has the same numbers."
    rows = [(aim.aim or _NO_AIM, aim) for aim in one.aims]
    if len(one.aims) > 1:
        rows.append(("All", together("", one.aims)))
    columns = ("Aim", *(WORDS[standing].capitalize() for standing in Standing), "Overdue")
    table = Table(
        caption=f"{plan.title or plan.id}: number of actions by aim",
        columns=columns,
        rows=tuple((name, *(str(aim.count(s)) for s in Standing), str(aim.overdue)) for name, aim in rows),
        widths=(5.4, 2.2, 1.5, 1.6, 1.3, 1.9, 1.9),
        numbers=frozenset(range(1, len(columns))),
    )
    return [heading, Text(said + gone), Picture(partial(_drawn, one.aims), alt), table]


def _drawn(aims: Sequence[AimStanding]) -> bytes:
    from bot.reports.charts import progress_png  # matplotlib takes a second to load, and Markdown needs none of it

    return progress_png(aims, _NO_AIM)


def _meanings(report: PerformanceReport) -> list[Block]:
    """What the colours mean, and who says so."""
    if not report.rag_means:
        return []
    means = tuple(
        f"{name.capitalize()}{f': {meaning}' if meaning.lower() != name else ''}."
        for name, meaning in report.rag_means.items()
    )
    return [
        Text("Green does not mean completed. What the colours mean:"),
        Bullets(means),
        Text(f"Source: {report.rag_source}."),
    ]
