"""Whether an escalation tells of danger, so that 999 and who is there now come first."""

from bot.partnership.escalation import Raised
from knowledge.flags import raised_flags
from knowledge.knowledge import Knowledge


def tells_of_danger(knowledge: Knowledge, raised: Raised) -> bool:
    """Whether danger now was ticked, or the typed words raise a red flag that leads an answer, whatever was ticked."""
    words = f"{raised.disputed}\n{raised.tried}\n{raised.wanted}"
    return raised.danger_now or any(one.flag.leads for one in raised_flags(knowledge, words))
