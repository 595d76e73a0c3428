"""Questions that found no good answer: in groups, and what somebody decides about a group."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from sqlalchemy import Connection

from bot.partnership.people import Person, Role
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.partnership.settled import Decision, Settled
from bot.store import people, questions, settled_questions
from bot.store.question_counts import midnight
from bot.upkeep.grouping import Group, grouped
from bot.upkeep.unanswered import unanswered
from bot.upkeep.words import said_in
from knowledge.load import load

_SHORTEST = 4  # letters of an id that are enough to name a group
_MAY = {Role.BUSINESS_TEAM, Role.CHAIR}


def open_groups(tx: Connection, rules: Rules, now: datetime) -> list[Group]:
    """All groups about which nobody decided, of the questions that are still kept; the largest first."""
    since = now - timedelta(days=rules.kept_days.questions)
    decided = settled_questions.since(tx, since)
    gone = {id for one in decided for id in one.questions}
    # An answer that was written anew should work from then on: the next such question must be seen.
    no_look = {id for one in decided if one.decision is not Decision.WRITTEN for id in one.questions}
    found = unanswered(questions.between(tx, since, now))
    if not found:
        return []
    still = [one for one in found if one.id not in gone]
    return grouped(still, [one for one in found if one.id in no_look], what_is_known())


def groups_between(tx: Connection, rules: Rules, now: datetime, first: date, last: date) -> list[Group]:
    """The open groups with a question of these days (London), both included."""
    since, until = midnight(first), midnight(last + timedelta(days=1))
    return [one for one in open_groups(tx, rules, now) if one.touches(since, until)]


def group_named(tx: Connection, rules: Rules, now: datetime, words: str) -> Group:
    """The open group with a question whose id begins so. Raises Refused when there is none or more than one."""
    said = words.strip().lower()
    found = [one for one in open_groups(tx, rules, now) if any(q.id.startswith(said) for q in one.questions)]
    if len(found) == 1 and len(said) >= _SHORTEST:
        return found[0]
    raise Refused(f"No open group is called {words!r}. The ids stand in: signpost knowledge questions")


def settle(tx: Connection, rules: Rules, now: datetime, group: str, decision: Decision, by: str, why: str) -> Group:
    """Keep what was decided about the group, so that it does not come back. `why` names nobody. Raises Refused."""
    found, person = group_named(tx, rules, now, group), decider(tx, by)
    ids = tuple(one.id for one in found.questions)
    settled_questions.add(tx, Settled(found.id, decision, f"person:{person.id}", why.strip(), now, ids))
    return found


def decider(tx: Connection, words: str) -> Person:
    """Who decides, by id, e-mail address or name: the business team or a chair. Raises Refused for everybody else."""
    said = " ".join(words.casefold().split())
    found = [
        one
        for one in people.everyone(tx)
        if one.active and said in {one.id.casefold(), one.name.casefold(), (one.email or "").casefold()} - {""}
    ]
    if len(found) != 1:
        raise Refused(f"{words!r} names nobody in the people file. Give an id, e-mail or name: signpost people list")
    if found[0].role not in _MAY:
        raise Refused("Only the business team or a chair decides what the answers say.")
    return found[0]


@lru_cache(maxsize=1)
def what_is_known() -> tuple[str, ...]:
    """What the knowledge says, read once: it changes with a restart."""
    return tuple(said_in(load()))
