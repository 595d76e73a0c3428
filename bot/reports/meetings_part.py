"""The report's part on meetings: which were held, and how many seats were taken."""

from bot.partnership.period import GroupMeetings, PerformanceReport
from bot.reports.asked_part import population_blocks
from bot.reports.blocks import Block, Heading, Text
from bot.reports.saying import counted, day_words, listed


def meeting_blocks(report: PerformanceReport) -> list[Block]:
    """The whole part."""
    blocks: list[Block] = [Heading("Meetings and attendance")]
    if not report.meetings:
        return [*blocks, Text("No meeting was noted for this period.")]
    for one in report.meetings:
        blocks += _group(one, report.least)
    return blocks


def _group(one: GroupMeetings, least: int) -> list[Block]:
    days = listed([day_words(day) for day in one.held])
    blocks: list[Block] = [Heading(one.group, 2), Text(f"{counted(len(one.held), 'meeting')} held: {days}.")]
    if one.seats.total == 0:
        return [*blocks, Text("No attendance was noted.")]
    return [*blocks, *population_blocks("seat", one.seats, least)]
