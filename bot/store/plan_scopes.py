"""Whose actions a list is about, as statements that are built once for each kind of reader."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, bindparam, or_

from bot.store.tables import actions

IS_LED = actions.c.not_mine.is_(False)  # its lead has not said that somebody else leads it
BY_LEAD = actions.c.lead.in_(bindparam("leads", expanding=True)) & IS_LED
_BY_GROUP = actions.c.grp.in_(bindparam("groups", expanding=True))


@dataclass(frozen=True)
class Scope:
    """Whose actions are looked at: of these leads and these groups together, or all."""

    leads: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    everything: bool = False

    @property
    def kind(self) -> str:
        """Which statement is meant."""
        if self.everything:
            return "all"
        if self.leads and self.groups:
            return "both"
        return "groups" if self.groups else "leads"

    @property
    def parts(self) -> list["Scope"]:
        """The leads and the groups apart, for statements whose index SQLite finds only then."""
        if self.kind != "both":
            return [self]
        return [Scope(leads=self.leads), Scope(groups=self.groups)]

    @property
    def values(self) -> dict[str, Any]:
        """What that statement needs."""
        given = {"leads": sorted(self.leads), "groups": sorted(self.groups)}
        needed = {"all": (), "both": ("leads", "groups"), "groups": ("groups",), "leads": ("leads",)}
        return {name: given[name] for name in needed[self.kind]}


def scoped(chosen: Select[Any]) -> dict[str, Select[Any]]:
    """The statement for each kind of scope."""
    return {
        "all": chosen,
        "leads": chosen.where(BY_LEAD),
        "groups": chosen.where(_BY_GROUP),
        "both": chosen.where(or_(BY_LEAD, _BY_GROUP)),
    }
