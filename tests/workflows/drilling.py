"""A language part that knows the drill's questions, for tests of what the drill brings about."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import NoReturn

from bot.assistant.question import Question
from bot.masking import Masked
from bot.partnership.drill import Drilled
from bot.store import drills
from bot.store.database import Store
from bot.workflows.desk import Desk
from knowledge.advise import Said, advise
from knowledge.answer import Answer
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.partnership.samples import RULES, clock
from tests.store.samples import do

DRILL_TIME = clock(2026, 11, 24, 6, 30)


@dataclass
class Answering:
    """Gives every question of the drill its route, but for those whose ids are spoilt or silent."""

    knowledge: Knowledge
    spoilt: set[str] = field(default_factory=set)  # calm, under another route and not urgent
    silent: set[str] = field(default_factory=set)  # as if Rasa had not answered
    asked: list[str] = field(default_factory=list)

    async def __call__(self, question: Question) -> Answer:
        known = next(one for one in self.knowledge.drill.questions if one.text == question.text)
        self.asked.append(known.id)
        said = Said(question.text, Area.THURROCK, DRILL_TIME)
        if known.id in self.silent:
            return advise(self.knowledge, said)
        urgency = 0.9 if known.is_danger else 0.0
        ranking = {"early_help": 0.02, known.pathway: 0.98}
        right = advise(self.knowledge, replace(said, ranking=ranking, urgency=urgency))
        wrong = "delivery_plan" if known.pathway != "delivery_plan" else "fgm"
        return replace(right, primary=wrong, also=(), urgent=False) if known.id in self.spoilt else right


def desk_at(store: Store, knowledge: Knowledge, now: datetime) -> Desk:
    """A replica's desk at that moment; nobody asks or types at it."""
    return Desk(store, RULES, knowledge, _nobody, _nobody_types, lambda: now, Area.THURROCK)


def drilled(store: Store, day: date, result: str) -> None:
    """That day's drill is kept with this result; one that failed missed an overdose."""
    miss = {"id": "flag-overdose", "expected": "emergency_999, urgent", "got": "lado"}
    missed = (miss,) if result == "failed" else ()
    found = Drilled(day, DRILL_TIME, 100, 100 - len(missed), 0, missed, result)
    do(store, drills.claim, day, "one", DRILL_TIME, DRILL_TIME)
    assert do(store, drills.finish, "one", found)


async def _nobody(question: Question) -> NoReturn:
    raise AssertionError("nobody asks here")


async def _nobody_types(text: str) -> Masked:
    raise AssertionError("nobody types here")
