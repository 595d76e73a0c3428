"""Faults in the guides: an end that is no route, a circle, a question nobody reaches, doubt that leads too low."""

from collections.abc import Iterable, Iterator

from knowledge.guides.shape import UNSURE, Guide, Step, Way
from knowledge.knowledge import Knowledge

MOST_QUESTIONS = 5  # that a person answers one after another
SOFT = frozenset({"early_help", "universal_services", "training_advice"})  # never behind a doubt about danger


def guide_faults(knowledge: Knowledge) -> Iterator[str]:
    """Every fault in the guides, as `file: where: what is wrong`."""
    closed = knowledge.settings.out_of_hours
    for wrong in _missing([*closed, *closed.values()], knowledge.pathways):
        yield f"settings.yaml: out_of_hours: there is no pathway {wrong!r}"
    places: dict[int, str] = {}
    for key, guide in knowledge.guides.items():
        if guide.id != key:
            yield f"guides/{key}.yaml: id: is {guide.id!r}, the file is called {key!r}"
        if (other := places.setdefault(guide.order, key)) != key:
            yield f"guides/{key}.yaml: order: {guide.order} is also the place of {other}"
        faults = [*_unknown(knowledge, guide), *_shape(guide)]
        # with a circle or an unknown question the ends cannot be followed
        for fault in faults or _doubts(knowledge, guide):
            yield f"guides/{key}.yaml: {fault}"


def _unknown(knowledge: Knowledge, guide: Guide) -> Iterator[str]:
    if guide.start not in guide.questions:
        yield f"start: there is no question {guide.start!r}"
    for name, step in guide.questions.items():
        sources = [step.source, *([step.why.source] if step.why else [])]
        yield from (f"{name}: source: nothing is called {one!r}" for one in _missing(sources, knowledge.documents))
        ids = [one.id for one in step.answers]
        if UNSURE in ids or len(set(ids)) < len(ids):
            yield f"{name}: answers: each needs an id of its own, and {UNSURE!r} stands apart"
        for way in step.ways():
            if (way.ask is None) == (way.pathway is None):
                yield f"{name}: an answer leads either to a question (ask) or to a pathway"
            asked = [way.ask] if way.ask else []
            yield from (f"{name}: there is no question {one!r}" for one in _missing(asked, guide.questions))
            routes = [*([way.pathway] if way.pathway else []), *way.also]
            yield from (f"{name}: there is no pathway {one!r}" for one in _missing(routes, knowledge.pathways))


def _missing(ids: Iterable[str], known: Iterable[str]) -> list[str]:
    return sorted(set(ids) - set(known))


def _shape(guide: Guide) -> Iterator[str]:
    """What is wrong with the way the questions follow one another."""
    longest = _longest(guide, guide.start, ())
    if longest is None:
        yield "the questions lead round in a circle"
    elif longest > MOST_QUESTIONS:
        yield f"somebody may be asked {longest} questions; {MOST_QUESTIONS} is the most"
    reached = _reached(guide, guide.start, set())
    yield from (f"{name}: no answer leads to this question" for name in guide.questions if name not in reached)


def _reached(guide: Guide, name: str, known: set[str]) -> set[str]:
    """The questions that can be asked from here on, besides those that are known already."""
    if name not in known and name in guide.questions:
        known.add(name)
        for way in guide.questions[name].ways():
            _reached(guide, way.ask or "", known)
    return known


def _longest(guide: Guide, name: str, before: tuple[str, ...]) -> int | None:
    """How many questions may follow one another from here; None when they lead round in a circle."""
    if name in before:
        return None
    longest = 0
    for way in guide.questions[name].ways() if name in guide.questions else ():
        further = _longest(guide, way.ask, (*before, name)) if way.ask else 0
        if further is None:
            return None
        longest = max(longest, further)
    return 1 + longest


def _doubts(knowledge: Knowledge, guide: Guide) -> Iterator[str]:
    """Danger is asked about first, and "Unsure" is never the way to less protection."""
    if not guide.questions[guide.start].danger:
        yield f"start: {guide.start} must ask about danger now (danger: true)"
    for name, step in guide.questions.items():
        if _least(knowledge, guide, [step.unsure]) > _least(knowledge, guide, step.answers):
            yield f"{name}: unsure: leads to less protection than every other answer"
        if step.danger:
            yield from _danger_faults(knowledge, guide, name, step)


def _danger_faults(knowledge: Knowledge, guide: Guide, name: str, step: Step) -> Iterator[str]:
    if not _is_urgent(knowledge, step.answers[0]):
        yield f"{name}: answers: the first one says that there is danger, so it leads to an urgent pathway"
    for end in guide.endings(step.unsure):
        if end.pathway in SOFT or not _is_urgent(knowledge, end):
            yield f"{name}: unsure: a doubt about danger must not end at {end.pathway} unless it is urgent"


def _least(knowledge: Knowledge, guide: Guide, ways: Iterable[Way]) -> int:
    """The place of the least protective pathway behind these answers."""
    order = knowledge.protective_order
    return max(order.get(end.pathway or "", 0) for way in ways for end in guide.endings(way))


def _is_urgent(knowledge: Knowledge, way: Way) -> bool:
    return way.pathway is not None and (way.urgent or knowledge.pathways[way.pathway].urgent)
