"""Faults that only show when the files are held against each other: an id that nothing bears, a rule without words."""

import re
from collections.abc import Iterable, Iterator

from knowledge.choice.faults import choice_faults
from knowledge.guides.faults import guide_faults
from knowledge.knowledge import Knowledge
from knowledge.model import Area, Pathway
from knowledge.words import pattern


def reference_faults(knowledge: Knowledge) -> Iterator[str]:
    """Every dangling reference and missing part, as `file: where: what is wrong`."""
    for key, pathway in knowledge.pathways.items():
        yield from _pathway_faults(knowledge, key, pathway)
    yield from _contact_faults(knowledge)
    yield from _rule_faults(knowledge)
    yield from _settings_faults(knowledge)
    yield from choice_faults(knowledge)
    yield from _drill_faults(knowledge)
    yield from guide_faults(knowledge)
    for number, entry in enumerate(knowledge.glossary):
        yield from _unknown("glossary.yaml", f"{number} ({entry.term}): source", [entry.source], knowledge.documents)
        yield from _unknown("glossary.yaml", f"{entry.term}: pathway", _some(entry.pathway), knowledge.pathways)
    for level in knowledge.thresholds:
        sources = [level.means.source, *(i.source for i in level.indicators)]
        yield from _unknown("thresholds.yaml", f"level {level.level}: source", sources, knowledge.documents)


def _some(value: str | None) -> list[str]:
    return [] if value is None else [value]


def _unknown(file: str, where: str, ids: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    for wrong in sorted(set(ids) - set(known)):
        yield f"{file}: {where}: nothing is called {wrong!r}"


def _pathway_faults(knowledge: Knowledge, key: str, pathway: Pathway) -> Iterator[str]:
    file = f"pathways/{key}.yaml"
    if pathway.id != key:
        yield f"{file}: id: is {pathway.id!r}, the file is called {key!r}"
    sources = [*(s.source for s in pathway.sentences()), *(t.source for t in pathway.tools)]
    yield from _unknown(file, "source", sources, knowledge.documents)
    if missing := [area.value for area in Area if area not in pathway.contacts]:
        yield f"{file}: contacts: no contacts for {missing[0]}"
    for area, plan in pathway.contacts.items():
        for part, ids in (("in_hours", plan.in_hours), ("out_of_hours", plan.out_of_hours)):
            yield from _unknown(file, f"contacts.{area.value}.{part}", ids, knowledge.contacts)
            if not ids:
                yield f"{file}: contacts.{area.value}.{part}: is empty; name the duty line at least"
    yield from _unknown(file, "related", pathway.related, knowledge.pathways)
    if pathway.question:
        options = [option.pathway for option in pathway.question.options]
        yield from _unknown(file, "question.options", options, knowledge.pathways)


def _drill_faults(knowledge: Knowledge) -> Iterator[str]:
    """The drill must try every route in two voices and every red flag, or it proves nothing of it."""
    flags, questions = {flag.id for flag in knowledge.red_flags}, knowledge.drill.questions
    for one in questions:
        yield from _unknown("drill.yaml", f"{one.id}: pathway", [one.pathway, *one.also_right], knowledge.pathways)
        yield from _unknown("drill.yaml", f"{one.id}: flag", _some(one.flag), flags)
    ids = [one.id for one in questions]
    for twice in sorted({id for id in ids if ids.count(id) > 1}):
        yield f"drill.yaml: {twice}: is there twice"
    voices = {(one.pathway, one.voice) for one in questions if one.flag is None}
    for pathway in knowledge.pathways:
        if not {(pathway, "practitioner"), (pathway, "other")} <= voices:
            yield f"drill.yaml: {pathway}: needs a practitioner's question and another voice's, both without a flag"
    for flag in sorted(flags - {one.flag for one in questions}):
        yield f"drill.yaml: flag {flag}: needs a question"


def _contact_faults(knowledge: Knowledge) -> Iterator[str]:
    for key, contact in knowledge.contacts.items():
        yield from _unknown("contacts.yaml", f"{key}: source", [contact.source], knowledge.documents)
        if not (contact.phone or contact.email or contact.url):
            yield f"contacts.yaml: {key}: has no phone, e-mail or address"


def _rule_faults(knowledge: Knowledge) -> Iterator[str]:
    for flag in knowledge.red_flags:
        where = f"{flag.id}"
        names = [*(name for group in flag.all_of for name in group), *flag.unless]
        yield from _unknown("red_flags.yaml", f"{where}: vocabulary", names, knowledge.vocabulary)
        yield from _unknown("red_flags.yaml", f"{where}: pathway", [flag.pathway], knowledge.pathways)
        yield from _unknown("red_flags.yaml", f"{where}: source", [flag.say.source], knowledge.documents)
    for intent, follow_up in knowledge.follow_ups.items():
        ids = [follow_up.alone, *follow_up.becomes, *follow_up.becomes.values()]
        yield from _unknown("follow_ups.yaml", intent, ids, knowledge.pathways)
    for name, phrases in knowledge.vocabulary.items():
        for phrase in phrases:
            try:
                pattern(phrase)
            except re.error as error:
                yield f"vocabulary.yaml: {name}: {phrase!r} is not a regular expression: {error}"


def _settings_faults(knowledge: Knowledge) -> Iterator[str]:
    settings = knowledge.settings
    if settings.protective_order and set(settings.protective_order) != set(knowledge.pathways):
        wrong = sorted(set(settings.protective_order) ^ set(knowledge.pathways))
        yield f"settings.yaml: protective_order: must name every pathway once; look at {', '.join(wrong)}"
    contacts = [*settings.front_door.values(), *settings.duty_team.values(), settings.emergency]
    yield from _unknown("settings.yaml", "contacts", contacts, knowledge.contacts)
    lines = (settings.danger_line, settings.danger_now, settings.duty_line, settings.unsure, settings.judgement)
    yield from _unknown("settings.yaml", "source", [line.source for line in lines], knowledge.documents)
    asked = knowledge.document_questions
    said = (asked.nothing_found, asked.no_copy, asked.no_copies)
    yield from _unknown("document_questions.yaml", "source", [line.source for line in said], knowledge.documents)
