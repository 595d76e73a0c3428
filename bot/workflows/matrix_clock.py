"""What the clock does with the matrix: reminders, and the letter at an agency's second and each further failure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection

from bot.partnership import letters_due
from bot.partnership.matrix import MatrixNews, failures, letter_due
from bot.partnership.matrix_reminders import SEPARATOR, next_look, reminders
from bot.partnership.notices import Notice
from bot.partnership.people import Person
from bot.partnership.plan_rules import PlanRules, load_plan_rules
from bot.store import matrix, outbox, people
from bot.workflows.keeping import local_day


def look(tx: Connection, rules: PlanRules, now: datetime) -> int:
    """Add what is due at `now`, on working days in office hours; how many notices were new.

    It reads the items whose day has come, and all items only of their agencies.
    """
    if not rules.hours.is_open(now) or not (due := matrix.due_to_look(tx, local_day(now))):
        return 0
    today, everyone = local_day(now), people.everyone(tx)
    notices = reminders(due, today, rules.matrix, everyone)
    for item in due:
        looked = replace(item, looked_on=today)
        matrix.save(tx, replace(looked, remind_on=next_look(looked, rules.matrix)))
    for agency in sorted({item.agency for item in due}):
        notices += _letter(tx, agency, today, rules, everyone)
    return outbox.add(tx, notices, now)


def news_of(tx: Connection, notice: Notice, now: datetime) -> MatrixNews | None:
    """What a notice of the matrix speaks of, as it stands now; None for a notice of another kind."""
    if notice.kind != "matrix":
        return None
    rules, today = load_plan_rules(), local_day(now)
    ids = notice.data.get("items", notice.subject).split(SEPARATOR)
    items = [item for id in ids if (item := matrix.load(tx, id))]
    news = MatrixNews(tuple(items), {one.id: one.name for one in rules.groups})
    if not items or notice.data["deed"] not in {"letter", "inform"}:
        return news
    found = failures(matrix.listed(tx, items[0].agency), today, rules.matrix)
    enough = len(found) >= rules.matrix.failures
    return replace(news, letter=letters_due.draft(found, today, rules, people.everyone(tx)) if enough else None)


def _letter(tx: Connection, agency: str, today: date, rules: PlanRules, everyone: list[Person]) -> Iterator[Notice]:
    """The notices of a letter that is due; its failures are marked, so that each leads to one letter."""
    found = letter_due(matrix.of_agency(tx, agency), today, rules.matrix)
    if not found:
        return
    yield from letters_due.letter_notices(found, today, rules, everyone)
    for item in found:
        if item.letter_on is None:
            matrix.save(tx, replace(item, letter_on=today))
