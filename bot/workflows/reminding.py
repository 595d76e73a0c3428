"""Reminders: who is to be reminded today, one notice for each person and local date. It is written when it is sent.

An action stays due until a reminder of it was sent, so downtime is caught up on the next working day, and with one
message: nothing is counted as told before it went out.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection

from bot.partnership.digest_time import digest_week, is_before_digest
from bot.partnership.notices import TEAM, Notice
from bot.partnership.people import cover
from bot.partnership.plan import Action
from bot.partnership.plan_rules import PlanRules
from bot.partnership.reminders import furthest, next_look
from bot.store import actions, deputies, notice_keys, outbox, plan_lists, told_on
from bot.store.plan_scopes import Scope
from knowledge.hours import LONDON

FIND_LEADS = "find_leads"


def remind(tx: Connection, rules: PlanRules, now: datetime) -> int:
    """Add the reminders that are due now; how many were new. On the digest's day the digest takes their place."""
    if not rules.hours.is_open(now) or is_before_digest(now, rules):
        return 0
    today = now.astimezone(LONDON).date()
    leads = plan_lists.leads_to_look(tx, today)
    if not leads:
        return 0
    there = who_is_there(tx, leads, today)
    receivers = {f"person:{id}" for id in there.values() if id}
    notices = [
        Notice(f"reminder:{to.partition(':')[2]}:{today}", "reminder", to, today.isoformat())
        for to in sorted(receivers - _heard(tx, rules, receivers, now))
    ]
    alone = {lead for lead in leads if lead is None or not there.get(lead)}
    return outbox.add(tx, notices, now) + (_tell_team(tx, rules, alone, now) if alone else 0)


def mark_told(tx: Connection, rules: PlanRules, told: Iterable[Action], who: str, today: date) -> None:
    """`who`, a person's id or TEAM, was told of these: the clock looks again on the next day that is due."""
    days = [replace(one, reminded_on=today) for one in told]
    actions.looked(tx, [(one, next_look(one, rules)) for one in days], who)


def nobody_leads(tx: Connection, rules: PlanRules, today: date) -> list[Action]:
    """What is due soon or overdue and led by nobody who is there, the earliest date first."""
    found = [one for one in plan_lists.of_interest(tx, Scope(everything=True), furthest(today, rules)) if one.due]
    there = who_is_there(tx, {None if one.not_mine else one.lead for one in found}, today)
    return [one for one in found if one.not_mine or one.lead is None or not there.get(one.lead)]


def who_is_there(tx: Connection, leads: Iterable[str | None], today: date) -> dict[str, str]:
    """Each lead who is there on that day, or whose deputy is, with the id of that person."""
    wanted = {lead for lead in leads if lead}
    concerned = deputies.in_line(tx, wanted)
    return {one.id: there.id for one in concerned if one.id in wanted and (there := cover(concerned, one, today))}


def _heard(tx: Connection, rules: PlanRules, receivers: set[str], now: datetime) -> set[str]:
    """Those who were told something today already, or whose digest is still to come."""
    today, week = now.astimezone(LONDON).date(), digest_week(now, rules)
    digests = {f"digest:{to}:{week}": to for to in receivers}
    waiting = notice_keys.on_the_way(tx, digests)
    return told_on.taken(tx, receivers, today) | {digests[key] for key in waiting}


def _tell_team(tx: Connection, rules: PlanRules, alone: set[str | None], now: datetime) -> int:
    """Once a week the business team hears that nobody leads something, from the digest where there is one."""
    today, week = now.astimezone(LONDON).date(), digest_week(now, rules)
    due = [one for one in plan_lists.due_to_look(tx, today) if one.not_mine or one.lead is None or one.lead in alone]
    heard = plan_lists.told_of(tx, TEAM, week)
    told = [one for one in due if one.id in heard]
    mark_told(tx, rules, told, TEAM, today)
    digest = f"digest:{TEAM}:{week}"
    if len(told) == len(due) or notice_keys.on_the_way(tx, [digest]):
        return 0
    data = {"deed": FIND_LEADS}
    return outbox.add(tx, [Notice(f"find_leads:{week}", "plan_task", TEAM, today.isoformat(), data=data)], now)
