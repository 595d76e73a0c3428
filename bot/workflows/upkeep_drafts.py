"""Drafts of better answers: made from a group of questions for somebody to edit, never written into the advice."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.upkeep.draft import Material, written
from bot.upkeep.grouping import Group
from bot.upkeep.messages import bare, near, neutral
from bot.upkeep.privacy import Mask, shown
from bot.upkeep.words import Weights, likeness, stem, stems, telling
from bot.workflows.upkeep import group_named, what_is_known
from bot.workflows.upkeep_files import Checkout
from knowledge.load import load
from knowledge.model import Area, Pathway, Sentence

_MESSAGES, _SENTENCES = 8, 2
_ALIKE = 0.15  # so alike is a sentence that may answer the questions already


def suggest(
    tx: Connection, rules: Rules, now: datetime, checkout: Checkout, group: str, pathway: str, mask: Mask
) -> Path:
    """Write a draft and say where. Raises Refused for an unknown group or pathway, and for a draft that is there."""
    found, knowledge = group_named(tx, rules, now, group), load(checkout.knowledge)
    if pathway not in knowledge.pathways:
        raise Refused(f"There is no pathway {pathway!r}. Known are: {', '.join(sorted(knowledge.pathways))}.")
    name = f"{found.id}-{pathway}"
    if (path := checkout.draft(name)).exists():
        raise Refused(f"{path} is there already. Edit it, or delete it and suggest again.")
    route = knowledge.pathways[pathway]
    material = Material(
        name=name,
        group=found.id,
        questions=[one.id for one in found.questions],
        words=_telling_words(route, found),
        near=_near(route, found),
        messages=_messages(checkout, found, mask),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)  # people's words, though masked
    path.write_text(written(route, material), encoding="utf-8")
    return path


def drafts(checkout: Checkout) -> list[Path]:
    """The drafts that wait, by name."""
    return sorted(checkout.drafts.glob("*.yaml"))


def _telling_words(pathway: Pathway, group: Group) -> list[str]:
    """The commonest words of the questions, without those that every question of this pathway uses."""
    everywhere = " ".join((pathway.id.replace("_", " "), pathway.title, pathway.offer, *Area))
    return [one for one in group.words if stem(one) not in stems(everywhere)]


def _near(pathway: Pathway, group: Group) -> list[Sentence]:
    """The sentences of the pathway that are most like the questions."""
    weights = Weights.of([*what_is_known(), *(one.words for one in group.questions)])
    asked = weights.vector(" ".join(one.words for one in group.questions))
    ranked = [(likeness(asked, weights.vector(" ".join((one.say, *one.asks)))), one) for one in pathway.sentences()]
    alike = sorted((pair for pair in ranked if pair[0] >= _ALIKE), key=lambda pair: (-pair[0], pair[1].say))
    return [one for _, one in alike[:_SENTENCES]]


def _messages(checkout: Checkout, group: Group, mask: Mask) -> list[str]:
    """The questions with nobody in them, none nearly the same as one that is there or as another."""
    known = {word for text in what_is_known() for word in telling(text)}
    there = [bare(one) for one in (*checkout.messages(), *checkout.measured_with())]
    found: list[str] = []
    for words in shown(group, mask, known, len(group.questions)) or ():
        message = neutral(words)
        if len(found) < _MESSAGES and near(message, there) is None:
            found.append(message)
            there.append(bare(message))
    return found
