"""The answer while automatic advice is switched off: the red-flag rules, 999, the front door and the duty line."""

from datetime import datetime

from knowledge.answer import Answer
from knowledge.choice.decide import Reading, decide
from knowledge.compose import Occasion, compose
from knowledge.flags import raised_flags
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from knowledge.places import area_named


def answer_while_off(knowledge: Knowledge, text: str, area: Area, at: datetime) -> Answer:
    """The safe fallback, which says that advice is off and that a person must be rung.

    The words are read for danger and for a place alone: nothing else in them chooses what is said, and no passage of a
    document is quoted.
    """
    raised = raised_flags(knowledge, text)
    decision = decide(knowledge, Reading({}), raised)
    areas = (area_named(knowledge, text) or area,)
    notices = (knowledge.settings.advice_off,)
    return compose(knowledge, decision, Occasion("", areas, at, raised, kind="fallback", notices=notices))
