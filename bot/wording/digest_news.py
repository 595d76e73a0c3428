"""What a digest tells beside its lists of actions: what changed, and what only the business team hears."""

from bot.partnership.digest import Change, Digest
from bot.partnership.settled import OpenQuestions
from bot.wording.advice_digest import advice_lines
from bot.wording.message import Message
from bot.wording.plan_words import action_title, shortened
from bot.wording.standing import Name

_CHANGES = 20
_WORDS, _TITLE = 160, 90
_DONE = {
    "done": "done",
    "comment": "new comment",
    "ask_new_date": "a new date was asked for",
    "approve_new_date": "new date agreed",
    "refuse_new_date": "the new date was not agreed",
    "snooze": "snoozed",
    "not_mine": "its lead says that it is not theirs",
    "assign_lead": "new lead",
    "import": "changed by the plan file",
    "drop": "no longer in the plan file",
}


def changes_part(changes: tuple[Change, ...]) -> list[Message]:
    """What changed since the digest before, a line each; empty without a change."""
    if not changes:
        return []
    lines = [
        f"{shortened(action_title(one.action), _TITLE)}: {_DONE.get(one.deed, one.deed)}{_quoted(one.words)}"
        for one in changes
    ]
    left = len(lines) - _CHANGES
    more = (f"{left} more.",) if left > 0 else ()
    return [Message(f"Changed since the last digest: {len(changes)}", lines=(*lines[:_CHANGES], *more))]


def teams_lines(week: Digest, name: Name) -> tuple[str, ...]:
    """What only the business team is told."""
    lines = []
    if week.silent:
        lines.append("Reminded and silent: " + ", ".join(name(f"person:{one}") for one in week.silent))
    if week.escalations:
        lines.append("Escalations that wait: " + ", ".join(week.escalations))
    if week.undelivered:
        lines.append(f"Not delivered: {week.undelivered}. The command signpost outbox shows why.")
    if week.unreachable:
        lines.append("Agencies without anybody who can be reached: " + ", ".join(week.unreachable))
    return (*lines, *_questions_lines(week.questions), *advice_lines(week.advice, name))


def _questions_lines(found: OpenQuestions) -> tuple[str, ...]:
    """How many questions found no good answer, the largest groups, and how to see them all; no typed words."""
    if not found.groups:
        return ()
    groups = "1 group" if found.groups == 1 else f"{found.groups} groups"
    how_many = f"Questions without a good answer in the week before: {found.questions} in {groups}."
    see_all = f"All of them: signpost knowledge questions --from {found.first} --to {found.last}"
    return (
        f"{how_many} {see_all}",
        *(f"{one.id}: {one.count}, answered with “{one.answered_with}”{_about(one.words)}" for one in found.largest),
    )


def _about(words: tuple[str, ...]) -> str:
    return f" ({', '.join(words)})" if words else ""


def _quoted(words: str) -> str:
    return f" (“{shortened(words, _WORDS)}”)" if words else ""
