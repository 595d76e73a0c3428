"""What only the business team's digest tells: who is silent, what waits and what did not arrive."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from bot.partnership.digest import Digest
from bot.partnership.notices import TEAM
from bot.store import escalations, outbox, plan_lists
from bot.workflows.advice_digest import week_of_advice
from bot.workflows.reminding import who_is_there
from bot.workflows.upkeep_digest import open_questions

NO_AGENCY = "an agency that the plan does not name"
_WEEK = timedelta(days=7)


def with_the_teams(tx: Connection, today: date, digest: Digest) -> Digest:
    """The digest with what only the business team hears."""
    asked = plan_lists.reminded(tx, digest.week_of - _WEEK)
    silent = {who for who, answered in asked if not answered} - {who for who, answered in asked if answered} - {TEAM}
    pairs = plan_lists.agencies(tx)
    there = who_is_there(tx, {lead for lead, _ in pairs}, today)
    return replace(
        digest,
        silent=tuple(sorted(silent)),
        escalations=tuple(one.ref for one in escalations.open_ones(tx)),
        undelivered=outbox.counts(tx).get("failed", 0),
        unreachable=_unreachable(pairs, there),
        advice=week_of_advice(tx, digest.week_of),
        questions=open_questions(tx, digest.week_of),
    )


def _unreachable(pairs: Iterable[tuple[str | None, str]], there: dict[str, str]) -> tuple[str, ...]:
    return tuple(sorted({agency or NO_AGENCY for lead, agency in pairs if lead not in there}))
