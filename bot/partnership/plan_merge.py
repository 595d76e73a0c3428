"""A plan file that is read again: what the file changed is taken over, what people did since is kept."""

from dataclasses import dataclass, replace
from typing import Any

from bot.partnership.people import Person
from bot.partnership.plan import Action, Progress
from bot.partnership.plan_rules import PlanRules

_SAID = (
    *("number", "title", "aim", "question", "group", "agency", "response", "lead_words", "due", "due_words", "meeting"),
    *("rag", "rag_words", "comment", "constraints", "evidence", "outcome", "progress", "order"),
)


@dataclass(frozen=True)
class Merged:
    """The action after the file, and the names of what the file changed in it."""

    action: Action
    changed: tuple[str, ...]


def said(action: Action) -> dict[str, Any]:
    """What a file says of the action, as plain values that can be kept beside it and compared with the next file."""
    values = {name: getattr(action, name) for name in _SAID}
    return values | {"due": action.due.isoformat() if action.due else None}


def prepared(action: Action, leads: dict[str, str], groups: dict[str, str]) -> Action:
    """The file's action with the group's id and the lead's id where the words name one that is known."""
    group = groups.get(plain(action.group), action.group)
    lead = action.lead or leads.get(plain(action.lead_words))
    return action if (group, lead) == (action.group, action.lead) else replace(action, group=group, lead=lead)


def known_groups(rules: PlanRules) -> dict[str, str]:
    """The id of each group by its id and its names."""
    return {plain(words): group.id for group in rules.groups for words in (group.id, group.name, *group.also)}


def known_leads(people: list[Person]) -> dict[str, str]:
    """The id of each person by name, e-mail address and id; without what means two people."""
    found: dict[str, set[str]] = {}
    for one in people:
        for words in {one.id, one.name, one.email or ""} - {""}:
            found.setdefault(plain(words), set()).add(one.id)
    return {words: next(iter(ids)) for words, ids in found.items() if len(ids) == 1}


def merged(current: Action, before: dict[str, Any], given: Action) -> Merged:
    """The action as it stands with what the file has changed since it was read last (`before`)."""
    now = said(given)
    changed = [name for name in _SAID if now[name] != before.get(name)]
    values = {name: getattr(given, name) for name in changed}
    if current.progress is Progress.DROPPED and "progress" not in changed:  # it is in the file again
        changed.append("progress")
        values["progress"] = given.progress
    if _names_another_lead(current, given, changed):
        changed.append("lead")
        values |= {"lead": given.lead, "not_mine": False}
    if values.get("due") is not None and values["due"] == current.asked_due:  # granted by the file
        values |= {"asked_due": None, "asked_reason": "", "asked_by": ""}
    return Merged(replace(current, **values) if values else current, tuple(changed))


def plain(words: str) -> str:
    """The words for comparing names."""
    return " ".join(words.casefold().split())


def _names_another_lead(current: Action, given: Action, changed: list[str]) -> bool:
    """A lead whom the business team found stays until the file names somebody else who is known."""
    if given.lead is None or given.lead == current.lead:
        return False
    return "lead_words" in changed or current.lead is None
