"""The weekly digest: who gets one. What is in it is read when it is sent (bot/workflows/digest_parts.py)."""

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import Connection

from bot.partnership.digest_time import changes_between, digest_week
from bot.partnership.notices import TEAM, Notice
from bot.partnership.people import cover
from bot.partnership.plan_permissions import chaired
from bot.partnership.plan_rules import PlanRules
from bot.partnership.refusal import Refused
from bot.store import notice_keys, outbox, people, plan_lists
from bot.workflows.digest_parts import TEAM_READER, Reader, digest_for, horizon
from bot.workflows.reminding import who_is_there
from knowledge.hours import LONDON

__all__ = ["TEAM_READER", "Reader", "digest_for", "digests_due", "reader_named", "send_digests"]


def digests_due(tx: Connection, rules: PlanRules, now: datetime) -> int:
    """Add the week's digests when their time has come, once; how many were new."""
    if not rules.hours.is_open(now) or notice_keys.is_known(tx, f"digest:{TEAM}:{digest_week(now, rules)}"):
        return 0
    return send_digests(tx, rules, now)


def send_digests(tx: Connection, rules: PlanRules, now: datetime) -> int:
    """Add the week's digests for everybody who has none yet, however often it is called; how many were new."""
    week = digest_week(now, rules)
    return outbox.add(tx, [_notice(reader, week) for reader in readers(tx, rules, now)], now)


def readers(tx: Connection, rules: PlanRules, now: datetime) -> Iterator[Reader]:
    """The business team, the groups' channels, and each chair and lead with something, or whoever stands in for them.

    Somebody who chairs a group and leads actions gets one digest with both.
    """
    today, week = now.astimezone(LONDON).date(), digest_week(now, rules)
    leads, groups = plan_lists.interested(tx, horizon(now, rules), changes_between(week, rules)[0])
    everyone = people.everyone(tx)
    chairs = [cover(everyone, one, today) for one in everyone if chaired(one, rules) & groups]
    chairing = {one.id for one in chairs if one}
    yield Reader(TEAM_READER, "business team", TEAM)
    for group in rules.groups:
        if group.address and group.id in groups:
            yield Reader(group.id, "group", group.address)
    for id in sorted(chairing | set(who_is_there(tx, leads, today).values())):
        yield Reader(id, "chair" if id in chairing else "lead", f"person:{id}")


def reader_named(tx: Connection, rules: PlanRules, now: datetime, words: str) -> tuple[Reader, bool]:
    """The reader of that name, and whether the week's digest goes there, which is then the reader whom `readers` gives.

    The words are a person's id, e-mail address or name, a group, or "business team". Raises Refused.
    """
    named = _named(tx, rules, now, words)
    found = next((one for one in readers(tx, rules, now) if one.id == named.id and one.kind == named.kind), None)
    return found or named, found is not None


def _named(tx: Connection, rules: PlanRules, now: datetime, words: str) -> Reader:
    said = " ".join(words.casefold().split())
    if said in {TEAM_READER, TEAM}:
        return Reader(TEAM_READER, "business team", TEAM)
    if group := rules.group(words):
        return Reader(group.id, "group", group.address)
    everyone = people.everyone(tx)
    found = [one for one in everyone if said in {one.id.casefold(), one.name.casefold(), (one.email or "").casefold()}]
    if len(found) != 1:
        raise Refused("Give a person's id, e-mail address or full name, a group's name, or: business team.")
    today = now.astimezone(LONDON).date()
    chairs = [there for one in everyone if chaired(one, rules) and (there := cover(everyone, one, today))]
    return Reader(found[0].id, "chair" if found[0] in chairs else "lead", f"person:{found[0].id}")


def _notice(reader: Reader, week: date) -> Notice:
    """One for each reader and week: its key makes sending again safe."""
    name = f"group:{reader.id}" if reader.role == "group" else reader.to
    data = {"reader": reader.id, "role": reader.role}
    return Notice(f"digest:{name}:{week}", "digest", reader.to, week.isoformat(), data=data)
