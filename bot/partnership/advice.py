"""Whether free-text advice is on: who switched it, why and when. The last word holds; none is ever overwritten."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from bot.partnership.refusal import Refused

LONGEST_WHY = 300
_COMMAND = "console"  # the channel of whoever gives commands to the program itself
ASKED_FOR = {"stop-advice": False, "start-advice": True}  # what somebody writes to be shown the form


@dataclass(frozen=True)
class Switched:
    """Advice was switched on or off. `kind` says whether a person did it or the daily drill.

    `who` is an actor's id; of a command that named nobody of the people file it is `console:` with the name given.
    """

    is_on: bool
    who: str
    why: str
    at: datetime
    kind: Literal["person", "drill"] = "person"

    def by(self, name: Callable[[str], str]) -> str:
        """Who did it, as people read it; `name` knows the people."""
        if self.kind == "drill":
            return "the daily drill"
        channel, _, given = self.who.partition(":")
        return given if channel == _COMMAND else name(self.who)


@dataclass(frozen=True)
class OffSpell:
    """A stretch in which advice was off; `until` is None while it still is, then `back` is None too."""

    off: Switched
    back: Switched | None = None

    @property
    def until(self) -> datetime | None:
        """When it ended."""
        return self.back.at if self.back else None

    def without_reason(self, instead: str) -> "OffSpell":
        """The same without why a person did it; a drill's reason is ours."""
        return replace(self, off=replace(self.off, why=instead)) if self.off.kind == "person" else self


def is_on(last: Switched | None) -> bool:
    """Whether advice is on; it is when nobody has ever switched it."""
    return last is None or last.is_on


def switched(last: Switched | None, turned: Switched) -> Switched:
    """The new state. Raises Refused without a reason, with one too long, and when nothing would change."""
    why = " ".join(turned.why.split())
    if not why:
        raise Refused("Say in a sentence why: everybody who reads the history must understand it.")
    if len(why) > LONGEST_WHY:
        raise Refused(f"Shorten the reason to {LONGEST_WHY} letters.")
    if is_on(last) == turned.is_on:
        raise Refused(f"Automatic advice is already switched {'on' if turned.is_on else 'off'}. Nothing was changed.")
    return Switched(turned.is_on, turned.who, why, turned.at, turned.kind)


def off_spells(changes: Sequence[Switched], since: datetime, until: datetime) -> tuple[OffSpell, ...]:
    """The stretches of being off that touch the time from `since` to `until`; `changes` in order of time."""
    found: list[OffSpell] = []
    for one in changes:
        if one.at >= until:
            break
        if not one.is_on and (not found or found[-1].back is not None):
            found.append(OffSpell(one))
        elif one.is_on and found and found[-1].back is None:
            found[-1] = OffSpell(found[-1].off, one)
    return tuple(one for one in found if one.until is None or one.until >= since)
