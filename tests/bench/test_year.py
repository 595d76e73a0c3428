"""The simulated year in small: a few weeks of few people, and a channel that loses letters is found out."""

from datetime import date
from pathlib import Path

from bench.simulate_year import faults
from bench.year_run import Year, live
from bench.year_witness import Witness
from bench.year_world import Size
from bot.workflows.sending import Letter, Receipt

_SMALL = Size(people=40, leads=20, actions=200, meetings=8)
_UNTIL = date(2026, 4, 22)  # with Easter


class Losing(Witness):
    """A channel that says of every reminder that it was sent, and loses it."""

    async def send(self, letter: Letter) -> Receipt:
        """Take it, unless it is a reminder."""
        return Receipt(letter.address, "1.1") if letter.notice.kind == "reminder" else await super().send(letter)


class Doubling(Witness):
    """A channel that brings every reminder twice."""

    async def send(self, letter: Letter) -> Receipt:
        """Take it, and take it again."""
        if letter.notice.kind == "reminder":
            self._take(letter)
        return await super().send(letter)


async def weeks(folder: Path, channel: type[Witness] = Witness) -> Year:
    return await live(f"sqlite:///{folder}/year.db", 4, _SMALL, _UNTIL, channel)


async def test_weeks_with_crashes_and_bank_holidays_pass_without_a_fault(tmp_path: Path) -> None:
    year = await weeks(tmp_path)
    assert faults(year, seconds=1.0) == []
    assert year.oracle.kinds["reminder"] > 10


async def test_reminders_that_are_lost_are_found_out(tmp_path: Path) -> None:
    found = faults(await weeks(tmp_path, Losing), seconds=1.0)
    assert any("was due and nobody was told" in fault for fault in found)


async def test_reminders_that_come_twice_on_one_date_are_found_out(tmp_path: Path) -> None:
    found = faults(await weeks(tmp_path, Doubling), seconds=1.0)
    assert any("was told 2 times on" in fault for fault in found)
