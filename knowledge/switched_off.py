"""The answer while automatic advice is switched off: the red-flag rules, 999, the front door and the duty line."""

from dataclasses import replace

from knowledge.advise import Said, advise
from knowledge.answer import Answer, Line, Section
from knowledge.knowledge import Knowledge
from knowledge.sources import Sourced
from knowledge.text import plain_text


def answer_while_off(knowledge: Knowledge, said: Said) -> Answer:
    """The safe fallback to a message, which says that advice is off and that a person must be rung."""
    answer = advise(knowledge, Said(text=said.text, area=said.area, at=said.at, place=said.place))
    sourced = Sourced(knowledge)
    line = sourced.line(knowledge.settings.advice_off)
    (source,) = sourced.sources()
    sources = answer.sources if source in answer.sources else (*answer.sources, source)
    numbered = replace(line, source=sources.index(source) + 1)
    unsure = knowledge.settings.unsure.say  # it offers routes to choose from, and here are none
    sections = tuple(_with_line(section, numbered, unsure) for section in answer.sections)
    text = plain_text(answer.title, sections, sources, knowledge.settings.confirm_mark)
    return replace(answer, sections=sections, sources=sources, text=text)


def _with_line(section: Section, line: Line, left_out: str) -> Section:
    if section.key != "lead":
        return section
    return replace(section, lines=(line, *(one for one in section.lines if one.text != left_out)))
