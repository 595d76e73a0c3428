"""The weekly digest: who gets one, and what is in it as things stand when it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from bot.partnership.digest import Digest
from bot.partnership.notices import Notice
from bot.partnership.plan_rules import PlanRules

TEAM_READER = "business team"


@dataclass(frozen=True)
class Reader:
    """Who gets a digest. `id` is a person's or a group's id, or TEAM_READER; `role` as in Digest."""

    id: str
    role: str  # "lead", "chair", "group" or "business team"
    to: str  # the notice's address


def digest_for(tx: Connection, rules: PlanRules, now: datetime, reader: str, role: str) -> Digest:
    """What the reader would be told now. It may be empty; then nothing is sent."""
    raise NotImplementedError


def digests_due(tx: Connection, rules: PlanRules, now: datetime) -> int:
    """Add the week's digests when their time has come, once; how many were new."""
    raise NotImplementedError


def send_digests(tx: Connection, rules: PlanRules, now: datetime) -> int:
    """Add the week's digests for everybody who has none yet, however often it is called; how many were new."""
    raise NotImplementedError


def reader_named(tx: Connection, rules: PlanRules, now: datetime, words: str) -> Reader:
    """The reader for `--for`: a person's id, e-mail address or name, a group, or "business team". Raises Refused."""
    raise NotImplementedError
