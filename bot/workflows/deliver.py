"""The outbox worker: claims a notice, writes it as things stand, sends it by the first way that works, settles it."""

import asyncio
import contextlib
import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.partnership.notices import TEAM, Notice
from bot.store import cards, outbox
from bot.store.outbox import Parcel
from bot.workflows.desk import Desk
from bot.workflows.letters import Way, letter_for, ways_to
from bot.workflows.plan_letters import is_moot
from bot.workflows.quiet import waits_for_hours
from bot.workflows.sending import Later, Letter, Receipt, Sender, Unreachable
from bot.workflows.turns import give_turn_back, takes_turn, was_given_up, was_sent

log = logging.getLogger(__name__)

_PACE_SECONDS = 1.0  # Slack's limit for one channel; kept for all
_SEND_SECONDS = 10.0
_LEASE_SECONDS = 30.0
_TRIES = 6  # on one way, before the next is tried
_LONGEST_WAIT = 600.0
_LOOK_AGAIN = 5.0  # another replica may have added something


class Courier:
    """Sends what waits. `worker` names this replica: after a restart it takes back what it had in its hands."""

    def __init__(
        self,
        desk: Desk,
        senders: Mapping[str, Sender],
        team: Mapping[str, str],
        worker: str,
        send_seconds: float = _SEND_SECONDS,
    ) -> None:
        self._desk = desk
        self._send_seconds = send_seconds
        self._senders = senders
        self._team = team  # channel -> the business team's address there
        self._worker = worker

    async def run(self) -> None:
        """Send for ever, one notice at a time: when this process is killed, at most that one is sent again."""
        await self._desk.store.run(outbox.release, self._worker)
        while True:
            self._desk.to_send.clear()
            try:
                if await self.step():
                    continue
            except Exception as fault:  # the outermost loop: one bad notice or a lost database must not end all sending
                log.error("sending failed: %s", type(fault).__name__)
            await self._wait()

    async def step(self) -> bool:
        """Send the next notice that is due; whether there was one."""
        now = self._desk.clock()
        parcel = await self._desk.store.run(outbox.claim, self._worker, now, _PACE_SECONDS, _LEASE_SECONDS)
        if parcel is None:
            return False
        try:
            ready = await self._desk.store.run(self._prepare, parcel, now)
        except Exception as fault:  # a fault of ours: one notice that cannot be written must not hold up its lane
            await self._ours(parcel, fault)
            return True
        if ready is not None:
            await self._send(parcel, *ready)
        return True

    async def _send(self, parcel: Parcel, way: Way, letter: Letter) -> None:
        try:
            async with asyncio.timeout(self._send_seconds):
                receipt = await self._senders[way.channel].send(letter)
        except Later as fault:
            await self._desk.store.run(self._refused, parcel, letter, fault)
        except TimeoutError:  # it may have arrived: a repeat is better than a loss
            await self._desk.store.run(self._later, parcel, 1.0, "timed out", False)
        except Unreachable as fault:
            await self._desk.store.run(self._closed, parcel, letter, f"{way.channel}: {fault}")
        except Exception as fault:  # a fault of ours in one notice
            await self._ours(parcel, fault)
        else:
            await self._desk.store.run(self._settle, parcel, way, letter, receipt)

    async def _ours(self, parcel: Parcel, fault: Exception) -> None:
        """It is kept, tried again, and shown by `signpost outbox`."""
        log.error("notice %s of kind %s: %s", parcel.id, parcel.notice.kind, type(fault).__name__)
        await self._desk.store.run(self._later, parcel, 5.0, type(fault).__name__, False)

    def _prepare(self, tx: Connection, parcel: Parcel, now: datetime) -> tuple[Way, Letter] | None:
        """The way and the letter as things stand; None when it was put off, dropped or given up."""
        if waits_for_hours(tx, parcel.id, parcel.notice, now) or not takes_turn(tx, parcel.id, parcel.notice, now):
            return None
        ways = [way for way in ways_to(tx, parcel.notice, self._team) if way.channel in self._senders]
        if parcel.route >= len(ways):
            give_turn_back(tx, parcel.notice, now)
            self._give_up(tx, parcel, "no way to this person or place is known")
            return None
        letter = letter_for(tx, parcel.notice, ways[parcel.route], self._desk, now)
        if is_moot(parcel.notice, letter.actions, letter.digest):
            give_turn_back(tx, parcel.notice, now)
            outbox.drop(tx, parcel.id, now, "nothing is left to say")
            return None
        return ways[parcel.route], letter

    def _settle(self, tx: Connection, parcel: Parcel, way: Way, letter: Letter, receipt: Receipt) -> None:
        sent = {"channel": way.channel, "conversation": receipt.conversation, "message": receipt.message}
        outbox.settle(tx, parcel.id, self._desk.clock(), sent)
        was_sent(tx, letter)
        if parcel.notice.kind == "card" and receipt.message:
            cards.remember(tx, parcel.notice.subject, way.channel, receipt.conversation, receipt.message)

    def _refused(self, tx: Connection, parcel: Parcel, letter: Letter, fault: Later) -> None:
        if not fault.may_have_arrived:
            give_turn_back(tx, parcel.notice, letter.now)
        self._later(tx, parcel, fault.seconds, str(fault), fault.whole_lane)

    def _later(self, tx: Connection, parcel: Parcel, seconds: float, why: str, whole_lane: bool) -> None:
        now = self._desk.clock()
        wait = min(max(seconds, 2.0 ** min(parcel.attempts, 10) / 2), _LONGEST_WAIT)
        if whole_lane:
            outbox.hold_lane(tx, parcel.notice.to, now + timedelta(seconds=seconds))
            wait = seconds
        elif parcel.attempts + 1 >= _TRIES and self._has_another_way(tx, parcel):
            outbox.next_route(tx, parcel.id, now, why)
            return
        outbox.later(tx, parcel.id, now + timedelta(seconds=wait), why)

    def _closed(self, tx: Connection, parcel: Parcel, letter: Letter, why: str) -> None:
        """This way is closed: the next one, or none is left."""
        give_turn_back(tx, parcel.notice, letter.now)
        if self._has_another_way(tx, parcel):
            outbox.next_route(tx, parcel.id, self._desk.clock(), why)
        else:
            self._give_up(tx, parcel, why)

    def _has_another_way(self, tx: Connection, parcel: Parcel) -> bool:
        ways = [way for way in ways_to(tx, parcel.notice, self._team) if way.channel in self._senders]
        return parcel.route + 1 < len(ways)

    def _give_up(self, tx: Connection, parcel: Parcel, why: str) -> None:
        """No way is left: the notice stays, marked as failed, and the business team is told."""
        now, notice = self._desk.clock(), parcel.notice
        outbox.give_up(tx, parcel.id, now, why)
        was_given_up(tx, notice, now)
        if notice.kind != "undelivered" and notice.to != TEAM:
            data = {"kind": notice.kind, "to": notice.to}
            outbox.add(tx, [Notice(f"undelivered:{parcel.id}", "undelivered", TEAM, notice.subject, data=data)], now)

    async def _wait(self) -> None:
        """Until something new was added, something may go, or it is time to look again."""
        at = await self._desk.store.run(outbox.wake_at)
        seconds = _LOOK_AGAIN if at is None else (at - self._desk.clock()).total_seconds()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._desk.to_send.wait(), min(max(seconds, 0.02), _LOOK_AGAIN))
