"""What the outbox hands to a channel, and how a channel says that it could not send."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.partnership.asked import Asked
from bot.partnership.digest import Digest
from bot.partnership.escalation import Escalation
from bot.partnership.matrix import MatrixNews
from bot.partnership.meetings import MeetingNews
from bot.partnership.notices import Notice
from bot.partnership.plan import Action
from bot.partnership.plan_asked import PlanList
from bot.partnership.referral import Referral
from bot.partnership.rules import Rules
from bot.wording.message import Message
from bot.workflows.home import Home


class Later(Exception):
    """Not now: a rate limit, an outage, a timeout. Tried again after `seconds`. The reason holds no typed words."""

    def __init__(
        self, seconds: float, reason: str, *, whole_lane: bool = False, may_have_arrived: bool = False
    ) -> None:
        super().__init__(reason)
        self.seconds = seconds
        self.whole_lane = whole_lane  # the limit holds for everything that goes to the same place
        self.may_have_arrived = may_have_arrived  # what may be said once a day is then not said again on that day


class Unreachable(Exception):
    """Not there: no such channel or person, the bot was removed. The next way is tried; the message says why."""


@dataclass(frozen=True)
class Receipt:
    """Where it went: the conversation and the message in the channel's own ids."""

    conversation: str = ""
    message: str = ""


@dataclass(frozen=True)
class Letter:
    """One notice with everything that is needed to write it, as it stands at this moment."""

    notice: Notice
    address: str  # in the channel's own words, without its prefix
    now: datetime
    rules: Rules
    name: Callable[[str], str]  # an actor's id as people know it
    urgent: tuple[str, ...] = ()  # 999 and who is there now
    item: Escalation | None = None
    asked: Asked | None = None
    referral: Referral | None = None
    home: Home | None = None
    help: Message | None = None
    previous: Receipt | None = None  # where the card of this subject is already
    actions: tuple[Action, ...] = ()  # of the plan: what a reminder or a plan notice speaks of
    digest: Digest | None = None
    plan_list: PlanList | None = None
    matrix: MatrixNews | None = None
    meeting: MeetingNews | None = None


class Sender(Protocol):
    """One way out. Raises Later or Unreachable; anything else is a fault of ours."""

    async def send(self, letter: Letter) -> Receipt:
        """Send it once and say where it went."""
        ...
