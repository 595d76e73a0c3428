"""Faults in what decides between routes: `also_right.yaml`, `questions.yaml`, `step_acts.yaml` and its settings."""

import re
from collections.abc import Iterable, Iterator

from knowledge.knowledge import Knowledge


def choice_faults(knowledge: Knowledge) -> Iterator[str]:
    """Every id that nothing bears and every phrase that cannot be read, as `file: where: what is wrong`."""
    for route, others in knowledge.also_right.items():
        yield from _unknown("also_right.yaml", route, [route, *others], knowledge.pathways)
    for question in knowledge.questions:
        ids = [*question.between, *question.against, *(option.pathway for option in question.options)]
        yield from _unknown("questions.yaml", question.id, ids, knowledge.pathways)
        yield from _unknown("questions.yaml", question.id, [*question.needs, *question.known_by], knowledge.vocabulary)
    for pathway in knowledge.pathways.values():
        names = pathway.question.known_by if pathway.question else ()
        yield from _unknown(f"pathways/{pathway.id}.yaml", "question: known_by", names, knowledge.vocabulary)
    for act, phrases in knowledge.step_acts.items():
        for phrase in phrases:
            try:
                re.compile(phrase)
            except re.error as error:
                yield f"step_acts.yaml: {act}: {phrase!r} is not a regular expression: {error}"
    settings = knowledge.settings
    routes = [*settings.concern_routes, *settings.urgent_by_nature, settings.emergency_pathway]
    yield from _unknown("settings.yaml", "routes", routes, knowledge.pathways)


def _unknown(file: str, where: str, ids: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    for wrong in sorted(set(ids) - set(known)):
        yield f"{file}: {where}: nothing is called {wrong!r}"
