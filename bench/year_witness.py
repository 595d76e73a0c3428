"""The channel of the simulated year: takes every letter, lets the oracle check it, and fails now and then."""

from collections.abc import Callable
from datetime import datetime
from random import Random

from bench.year_calendar import LONDON, digest_monday
from bench.year_meetings import MeetingOracle
from bench.year_oracle import Oracle
from bot.workflows.sending import Later, Letter, Receipt, Unreachable

_ONE_A_DAY = {"reminder", "digest"}
_IN_HOURS = {"reminder", "digest", "plan_task", "plan_told", "meeting", "matrix"}


class Witness:
    """Stands for Slack and for the mail server."""

    channel = "slack"

    def __init__(
        self, oracle: Oracle, meetings: MeetingOracle, chance: Random, is_out: Callable[[datetime], bool]
    ) -> None:
        self._oracle = oracle
        self._meetings = meetings
        self._chance = chance
        self._is_out = is_out
        self.sent: Letter | None = None  # on its way, and not yet noted as sent

    async def send(self, letter: Letter) -> Receipt:
        """Take it, or fail as channels do. Raises Later, Unreachable or TimeoutError."""
        luck, today = self._chance.random(), letter.now.astimezone(LONDON).date()
        reader = letter.notice.to.removeprefix("person:")
        if self._is_out(letter.now) or luck < 0.01:
            self._oracle.refused.add((reader, today))
            raise Later(20.0, "rate limited")
        if luck < 0.02 and letter.address.startswith("U"):
            raise Unreachable("user_not_found")  # e-mail is tried at once
        if luck < 0.023:
            self._oracle.refused.add((reader, today))
            raise TimeoutError
        self._take(letter)
        if luck < 0.026:  # it arrived, but nobody heard the answer
            self._oracle.lost_track(letter)
            raise TimeoutError
        self.sent = letter
        return Receipt(letter.address, "1.1")

    def clock_looked(self, now: datetime) -> None:
        """The program has found out what is due."""
        self._oracle.the_clock_looked(now)

    def _take(self, letter: Letter) -> None:
        oracle, notice, today = self._oracle, letter.notice, letter.now.astimezone(LONDON).date()
        oracle.kinds[f"{notice.kind} {notice.data.get('role', '')}".strip()] += 1
        if notice.kind in _IN_HOURS and not oracle.is_day_and_hour(letter.now):
            oracle.faults.append(f"{notice.kind} to {notice.to} went out at {letter.now.astimezone(LONDON)}")
        if notice.kind in _ONE_A_DAY:
            oracle.per_day[notice.to, today] += 1
        match notice.kind:
            case "reminder":
                self._reminder(letter)
            case "digest":
                self._digest(letter)
            case "plan_task" if notice.data["deed"] == "find_leads":
                self._nobody_leads(letter)
            case "meeting":
                self._meetings.saw(letter)

    def _reminder(self, letter: Letter) -> None:
        today, reader = letter.now.astimezone(LONDON).date(), letter.notice.to.removeprefix("person:")
        self._compare(letter, {one.id for one in letter.actions}, self._oracle.owed(today, reader))

    def _digest(self, letter: Letter) -> None:
        oracle, digest, today = self._oracle, letter.digest, letter.now.astimezone(LONDON).date()
        assert digest is not None, "a digest without its words"
        found = {one.id for one in (*digest.overdue, *digest.due_soon)}
        wanted = oracle.shown(today, digest.reader, digest.role)
        for id in found ^ wanted:
            wrong = "leaves out" if id in wanted else "needlessly shows"
            oracle.faults.append(f"{today}: the digest for {digest.reader} {wrong} {id}")
        if digest.role == "business team":
            self._nobody_leads(letter)
        else:
            self._compare(letter, {one.id for one in letter.actions}, oracle.owed(today, digest.reader))

    def _nobody_leads(self, letter: Letter) -> None:
        today = letter.now.astimezone(LONDON).date()
        owed = self._oracle.owed(today, None)
        if missing := owed - {one.id for one in letter.actions}:
            self._oracle.faults.append(f"{today}: the team does not hear that nobody leads {sorted(missing)}")
        self._oracle.team_weeks.add(digest_monday(today))
        self._oracle.told({one.id for one in letter.actions}, today)
        for one in letter.actions:
            self._oracle.actions[one.id].team_told = today

    def _compare(self, letter: Letter, said: set[str], owed: set[str]) -> None:
        oracle, today = self._oracle, letter.now.astimezone(LONDON).date()
        for id in owed - said:
            oracle.faults.append(f"{today}: {letter.notice.to} is not told of {id}")
        for id in said - owed:
            if not oracle.actions[id].unsure:
                oracle.faults.append(f"{today}: {letter.notice.to} is needlessly told of {id}")
        oracle.told(said | owed, today)
