"""The guided route, step by step. Where somebody stands in it is one short text: nothing is kept, and nobody is named.

Such a text is `injury:danger.no,mobile.unsure`: the concern, then each question with the answer given to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from knowledge.answer import Answer
from knowledge.choice.decide import Decision
from knowledge.compose import Occasion, compose
from knowledge.contacts import is_office_time
from knowledge.guides.shape import Guide, Step, Way
from knowledge.knowledge import Knowledge
from knowledge.model import Area, Sentence

CONCERN = "What worries you most?"
CHANGED = "These questions have changed since you began. Please start again; in danger ring 999."


class LostPath(ValueError):
    """The path is none of today's; the message is the sentence for the person."""

    def __init__(self) -> None:
        super().__init__(CHANGED)


@dataclass(frozen=True)
class Given:
    """A question that was asked and the answer given."""

    name: str
    answer: str
    step: Step

    @property
    def words(self) -> str:
        """The answer in words."""
        return self.step.words(self.answer)


@dataclass(frozen=True)
class Walk:
    """Where somebody stands: at the question `name`, or at the end, where `way` names the route."""

    guide: Guide
    given: tuple[Given, ...]
    name: str
    way: Way

    @property
    def question(self) -> Step | None:
        """The question to ask now; None at the end."""
        return self.guide.questions[self.name] if self.name else None

    @property
    def path(self) -> str:
        """This place as text."""
        return _path(self.guide, self.given)

    @property
    def back(self) -> str:
        """The place before; empty where that is the list of concerns."""
        return _path(self.guide, self.given[:-1]) if self.given else ""

    def after(self, answer: str) -> str:
        """The place to which an answer leads. Raises LostPath for an answer that the question does not have."""
        if self.question is None or self.question.way(answer) is None:
            raise LostPath
        return _path(self.guide, (*self.given, Given(self.name, answer, self.question)))


def concerns(knowledge: Knowledge) -> tuple[Guide, ...]:
    """The concerns to choose from, the worst first."""
    return tuple(sorted(knowledge.guides.values(), key=lambda guide: guide.order))


def walk(knowledge: Knowledge, path: str) -> Walk:
    """Where the path leads today. Raises LostPath for one that is none of today's."""
    concern, _, answers = path.partition(":")
    guide = knowledge.guides.get(concern)
    if guide is None:
        raise LostPath
    given, way = [], Way(ask=guide.start)
    for one in answers.split(",") if answers else []:
        name, _, answer = one.partition(".")
        step = guide.questions.get(name)
        if step is None or name != way.ask or (further := step.way(answer)) is None:
            raise LostPath
        given.append(Given(name, answer, step))
        way = further
    return Walk(guide, tuple(given), way.ask or "", way)


def guided_answer(knowledge: Knowledge, end: Walk, area: Area, at: datetime) -> Answer:
    """The answer at the end of a guide: what free text gets for that route, and why it is this one."""
    primary = _by_hour(knowledge, end.way.pathway or knowledge.settings.front_door_pathway, area, at)
    pathway = knowledge.pathways[primary]
    decision = Decision(primary, _also(knowledge, primary, end.way), pathway.urgent or end.way.urgent, False, 1.0)
    asked = tuple(_asked(end))
    answer = compose(knowledge, decision, Occasion("", (area,), at, asked=asked))
    why = " ".join([*(sentence.say for sentence in asked), answer.why])
    return replace(answer, why=why, masked=f"{pathway.offer} (guided route)")


def _path(guide: Guide, given: tuple[Given, ...]) -> str:
    return f"{guide.id}:{','.join(f'{one.name}.{one.answer}' for one in given)}"


def _by_hour(knowledge: Knowledge, pathway: str, area: Area, at: datetime) -> str:
    """The route, or what takes its place while the area's front door is closed."""
    return pathway if is_office_time(knowledge, area, at) else knowledge.settings.out_of_hours.get(pathway, pathway)


def _also(knowledge: Knowledge, primary: str, end: Way) -> tuple[str, ...]:
    """The routes named beside it, most protective first; the front door where there is none."""
    named = end.also or (knowledge.settings.front_door_pathway,)
    beside = {one for one in named if one not in {primary, end.pathway}}
    return tuple(sorted(beside, key=knowledge.protective_order.__getitem__))


def _asked(end: Walk) -> Iterator[Sentence]:
    """What was asked and answered, each with the source of the question."""
    first = end.guide.questions[end.guide.start]
    yield Sentence(say=f"{CONCERN} {end.guide.title}.", source=first.source, section=first.section, page=first.page)
    for one in end.given:
        step = one.step
        yield Sentence(say=f"{step.text} {one.words}.", source=step.source, section=step.section, page=step.page)
