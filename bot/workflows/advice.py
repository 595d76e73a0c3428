"""Switching free-text advice off and on: who, why and when are kept, and the business team is told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.advice import OffSpell, Switched, is_on, off_spells, switched
from bot.partnership.drill import Drilled
from bot.partnership.notices import TEAM, Notice
from bot.partnership.people import CLOCK
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.store import advice, drills, outbox, people
from bot.workflows.keeping import keeper
from bot.workflows.log_names import CONSOLE
from bot.workflows.people import names

KIND = "advice"
_SHOWN = 10


@dataclass(frozen=True)
class State:
    """How advice stands: the last switching if there was one, those before it and the drills, newest first."""

    last: Switched | None
    before: tuple[Switched, ...]
    drills: tuple[Drilled, ...]
    name: Callable[[str], str]

    @property
    def is_on(self) -> bool:
        """Whether it is on."""
        return is_on(self.last)


def may_switch(tx: Connection, rules: Rules, now: datetime, who: str, turn_on: bool) -> Switched | None:
    """The last switching, for somebody who may switch. Raises Refused for others, and when nothing would change."""
    keeper(tx, who)
    last = advice.last(tx)
    switched(last, Switched(turn_on, who, "asked for", now))
    return last


def switch(tx: Connection, rules: Rules, now: datetime, who: str, turn_on: bool, why: str, by: str = "") -> Switched:
    """Switch it; the business team and whoever did it are told. `by` is whom a command names. Raises Refused."""
    actor = keeper(tx, who)
    named = _named(tx, by) if actor.key.startswith(f"{CONSOLE}:") else actor.id
    return turn(tx, now, Switched(turn_on, named, why, now), told=who)


def turn(tx: Connection, now: datetime, wanted: Switched, told: str = "") -> Switched:
    """Keep the switching and tell of it. Raises Refused when it cannot be."""
    done = switched(advice.last(tx), wanted)
    number = advice.add(tx, done)
    data = {"what": "switched", "is_on": "yes" if done.is_on else "", "who": done.who, "why": done.why}
    data |= {"at": done.at.isoformat(), "kind": done.kind}
    readers = [TEAM, *([told] if told and not told.startswith(f"{CONSOLE}:") else [])]
    notices = [Notice(f"{KIND}:{number}:{to}", KIND, to, f"{KIND}:{number}", urgent=True, data=data) for to in readers]
    outbox.add(tx, notices, now)
    return done


def by_the_drill(tx: Connection, now: datetime, why: str) -> Switched | None:
    """The drill switches advice off; None when it is off already. It never switches on."""
    if not is_on(advice.last(tx)):
        return None
    return turn(tx, now, Switched(False, CLOCK.key, why, now, "drill"))


def offer(tx: Connection, rules: Rules, now: datetime, who: str, turn_on: bool, place: str, key: str) -> None:
    """Show whoever wrote the words for it a button that opens the form, or say why not. Never silence."""
    try:
        may_switch(tx, rules, now, who, turn_on)
        data = {"what": "offer", "is_on": "yes" if turn_on else ""}
    except Refused as why:
        data = {"what": "refused", "why": str(why)}
    outbox.add(tx, [Notice(f"{KIND}:{key}", KIND, place, KIND, urgent=True, data=data)], now)


def state(tx: Connection, rules: Rules, now: datetime, who: str) -> State:
    """How it stands, for whoever may switch. Raises Refused for others."""
    keeper(tx, who)
    changes = advice.everything(tx)[::-1]
    return State(changes[0] if changes else None, tuple(changes[1:_SHOWN]), drills.latest(tx, _SHOWN), names(tx))


def between(tx: Connection, since: datetime, until: datetime) -> tuple[OffSpell, ...]:
    """When advice was off in that time."""
    return off_spells(advice.everything(tx), since, until)


def _named(tx: Connection, by: str) -> str:
    """Whoever a command names: the person of the people file with that id, e-mail address or name, else the words."""
    said = " ".join(by.split())
    if not said:
        raise Refused("Say with --by who switches it.")
    found = [one for one in people.everyone(tx) if said.casefold() in _ways_to_say(one.id, one.name, one.email)]
    return f"person:{found[0].id}" if len(found) == 1 else f"{CONSOLE}:{said}"


def _ways_to_say(*names: str | None) -> set[str]:
    return {name.casefold() for name in names if name}
