"""Who looks after the matrix and the meetings, and how agencies, people and groups are named there."""

from datetime import date, datetime

from sqlalchemy import Connection

from bot.partnership.people import Actor, Person
from bot.partnership.permissions import require_business_team
from bot.partnership.plan_rules import Group, PlanRules
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.store import matrix, people
from bot.workflows.log_names import CONSOLE
from knowledge.hours import LONDON


def keeper(tx: Connection, who: str) -> Actor:
    """The business team, or whoever gives commands to the program itself. Raises Refused for everybody else."""
    actor = people.actor(tx, who)
    if not keeps(actor):
        require_business_team(actor)
    return actor


def keeps(actor: Actor) -> bool:
    """Whether the actor looks after the matrix and the meetings."""
    return actor.is_business_team or actor.key.partition(":")[0] == CONSOLE


def known_agency(tx: Connection, rules: Rules, words: str) -> str:
    """The agency as the people file, the rules or the matrix spells it. Raises Refused for one that nobody knows."""
    known = [*(one.agency for one in people.everyone(tx)), *rules.agencies, *matrix.agencies(tx)]
    said = " ".join(words.split()).casefold()
    if found := next((one for one in known if one.casefold() == said), None):
        return found
    raise Refused(f"No agency is called {words!r}. Known are: {', '.join(sorted(set(known), key=str.casefold))}.")


def known_group(rules: PlanRules, words: str) -> Group:
    """The group of that id or name. Raises Refused with the groups that there are."""
    if found := rules.group(words):
        return found
    raise Refused(f"No group is called {words!r}. Known are: {', '.join(one.id for one in rules.groups)}.")


def known_person(tx: Connection, id: str) -> Person:
    """The person with that id. Raises Refused for one that is not in the people file."""
    if found := people.by_address(tx, f"person:{id}"):
        return found
    raise Refused(f"Nobody in the people file has the id {id!r}. See: signpost people list")


def local_day(now: datetime) -> date:
    """The day in London."""
    return now.astimezone(LONDON).date()
