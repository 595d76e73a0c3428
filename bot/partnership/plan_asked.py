"""What somebody wants to see of the plan, read from a question by plain rules; and the list that answers it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from bot.partnership.plan import Action
from bot.partnership.plan_rules import Group, PlanRules

_MOST_NUMBERS = 8
_WITH_UNIT = r"(?!\d|[.:]\d| ?(?:%|am\b|pm\b|per ?cent|weeks?\b|wks?\b|years?\b|yrs?\b|months?\b|days?\b|hours?\b|k\b))"
_DOTTED = rf"(?<![\d.,:/£])\d{{1,3}}(?:\.\d{{1,3}}){{1,2}}[a-z]?\b{_WITH_UNIT}"
_CALLED = r"\bactions? (?:points? )?(?:no\.? ?|num?be?rs? )?"
_NUMBER = re.compile(_DOTTED)
_NUMBER_AFTER_ACTION = re.compile(rf"{_CALLED}(\d{{1,3}}(?:\.\d{{1,3}})*[a-z]?)\b{_WITH_UNIT}")
_MINE = re.compile(
    r"\b(?:i|we) (?:still )?owe\b|\bdo (?:i|we) (?:lead|own|have)\b|\b(?:assigned|given) to (?:me|us)\b"
    r"|\b(?:my|our) (?:(?:own|open|overdue|outstanding|late|next) )?(?:actions?|ones)\b"
    r"|\b(?:overdue|outstanding|due|left|open|sit|sits) (?:with|on|for|from) (?:me|us)\b"
)
_OVERDUE = re.compile(r"\b(?:overdue|over due|late|behind)\b")
_WITHIN = re.compile(r"\b(?:due|finish\w*|deadlines?)\b.*\b(?:this|the) (week|month)\b")
_OF_ACTIONS = re.compile(
    r"\b(?:actions?|overdue|over due|outstanding|late|behind|due|owes?|holds?|red|amber|status|leads?|open|left|list)\b"
    r"|^(?:and|what about|same)\b"
)
# What speaks of the plan in whatever way the rest of the question was understood.
_PLAIN = re.compile(
    rf"\bdelivery plan\b|\b(?:open|overdue|outstanding) actions?\b|\bactions? (?:are |is )?overdue\b|{_CALLED}{_DOTTED}"
    rf"|\b(?:who (?:leads?|owns|has)|leads? (?:for|of|on)|status (?:of|for)|owner of) (?:action )?{_DOTTED}"
    r"|\bwhat do (?:i|we) (?:still )?owe\b(?! (?:him|her|them|you|it|my|our|the)\b)"
    r"|^(?:(?:what are|which are|list|show|show me|give me|see) )?(?:all )?(?:my|our) (?:own )?actions?\W*$"
    r"|^(?:what|which|anything)(?:'s|s| is| are)? (?:\w+ ){0,2}overdue\W*$"
    r"|^(?:what|which|anything)(?:'s|s| is| are)? (?:\w+ ){0,2}due (?:by the end of )?this (?:week|month)\W*$"
)


@dataclass(frozen=True)
class AskedPlan:
    """What is asked for: own actions, those of groups, those with a number; all or what is overdue or due soon."""

    mine: bool = False
    groups: tuple[str, ...] = ()  # their ids
    numbers: tuple[str, ...] = ()
    overdue: bool = False
    within: str = ""  # "week" or "month": due in this one

    @property
    def data(self) -> dict[str, str]:
        """The same as texts, without any word of the question."""
        found = {"groups": ",".join(self.groups), "numbers": ",".join(self.numbers), "within": self.within}
        ticked = {"mine": "yes" if self.mine else "", "overdue": "yes" if self.overdue else ""}
        return {name: value for name, value in (found | ticked).items() if value}

    @classmethod
    def of(cls, data: Mapping[str, str]) -> Self:
        """What was kept by `data`."""
        groups, numbers = (tuple(one for one in data.get(name, "").split(",") if one) for name in ("groups", "numbers"))
        return cls("mine" in data, groups, numbers, "overdue" in data, data.get("within", ""))


@dataclass(frozen=True)
class PlanList:
    """The actions that were asked for and may be seen, the earliest date first. `own` are those the asker leads."""

    asked: AskedPlan
    actions: tuple[Action, ...]
    own: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PlanCounts:
    """How many actions of all plans are overdue, open (those included) and done."""

    overdue: int
    open: int
    done: int


def read_question(words: str, of_the_plan: bool, rules: PlanRules) -> AskedPlan | None:
    """What the question wants to see; None when it asks for no actions.

    `of_the_plan` says that it was understood as one about the plan. If not, only words that cannot mean anything else
    count: a number such as 16.5 in a worry is no action.
    """
    said = " ".join(words.casefold().replace("’", "'").split())
    groups = tuple(one.id for one in rules.groups if _names(one, said))
    overdue = bool(_OVERDUE.search(said))
    if not of_the_plan and not _PLAIN.search(said) and not _of_a_group(said, groups):
        return None
    within = _WITHIN.search(said)
    asked = AskedPlan(
        mine=bool(_MINE.search(said)),
        groups=groups if _OF_ACTIONS.search(said) else (),
        numbers=_numbers(said),
        overdue=overdue,
        within=within[1] if within else "",
    )
    return asked if asked != AskedPlan() else None


def _numbers(said: str) -> tuple[str, ...]:
    found = [(one.start(1), one[1]) for one in _NUMBER_AFTER_ACTION.finditer(said)]
    found += [(one.start(), one[0]) for one in _NUMBER.finditer(said)]
    return tuple(dict.fromkeys(number for _, number in sorted(found)))[:_MOST_NUMBERS]


def _of_a_group(said: str, groups: tuple[str, ...]) -> bool:
    """Whether the question names a group together with its actions or what is overdue."""
    return bool(groups) and re.search(r"\bactions\b|\boverdue (?:for|in|at|with|from|by|on)\b", said) is not None


def _names(group: Group, said: str) -> bool:
    """Whether the question names the group; its id alone may be an everyday word."""
    short = group.name.removesuffix(" group").removesuffix(" Group")
    names = (group.name, *group.also, *((short,) if short.count(" ") > 1 else ()))
    return any(f" {_plain(name)} " in f" {_plain(said)} " for name in names)


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9.]+|\.(?!\d)", " ", words.casefold().replace("&", " and ")).split())
