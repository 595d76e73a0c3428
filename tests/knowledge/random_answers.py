"""Answers made up at random from a seed: any ranking, area, moment, flag, follow-up, concern, question or guide."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import yaml

from knowledge.advise import Said, advise, asked_back
from knowledge.answer import Answer
from knowledge.guides.steps import concerns, guided_answer, walk
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from knowledge.switched_off import answer_while_off

CASES = Path(__file__).with_name("red_flag_cases.yaml")
ASKS = (
    "who do I ring",
    "do I need consent",
    "how soon",
    "what if they refuse",
    "and out of hours",
    "hmm",
)
_FIRST = datetime(2026, 1, 1, tzinfo=UTC)
_MINUTES = 5 * 365 * 24 * 60


def moment(random: Random) -> datetime:
    """Any minute of five years: in and out of hours, bank holidays, review dates gone by."""
    return _FIRST + timedelta(minutes=random.randrange(_MINUTES))


def ranking(random: Random, knowledge: Knowledge) -> dict[str, float]:
    """Shares for some pathways that add up to at most one: sure, torn between two, or knowing nothing."""
    chosen = random.sample(sorted(knowledge.pathways), random.randint(1, 12))
    weights = [random.random() ** random.choice((1, 4, 12)) + 1e-9 for _ in chosen]
    return {name: weight / sum(weights) for name, weight in zip(chosen, weights, strict=True)}


def messages(knowledge: Knowledge) -> tuple[list[str], ...]:
    """Invented messages with and without danger; short questions; questions about a term and about a document."""
    cases = [case["text"] for case in yaml.load(CASES.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)]
    terms = [f"what is {entry.term}?" for entry in knowledge.glossary]
    names = sorted({name for document in knowledge.documents.values() for name in document.called})
    documents = [f"what does the {name} say about {topic}" for name in names for topic in ("bruising", "consent")]
    return cases, list(ASKS), terms, documents


def said(random: Random, knowledge: Knowledge, text: str, before: Answer | None) -> Said:
    """The message with a reading, and perhaps with an answer before it, all of it made up."""
    shares = ranking(random, knowledge) if random.random() < 0.9 else {}
    intents = [*shares, *knowledge.follow_ups, *knowledge.settings.smalltalk, "explain_term", "inform", None]
    intent = random.choice(intents)
    if intent in knowledge.settings.smalltalk or intent == "explain_term":
        shares = {str(intent): random.choice((0.3, 0.9)), **shares}
    words, back = text.split(), asked_back(knowledge, before) if before else None
    return Said(
        text=text,
        area=random.choice(list(Area)),
        at=moment(random),
        before=random.choice(("", "there is a bruise on his cheek")),
        place=random.choice(("", "Basildon", "Leigh on Sea")),
        intent=intent,
        ranking=shares,
        urgency=random.random() ** 2,
        evidence=tuple(random.sample(words, min(len(words), random.randint(0, 4)))),
        topic=before.primary if before and before.primary in knowledge.pathways else None,
        offered=back.leads if back else {},
        asked=random.choice(((), ("nearest",), ("nearest", "lado"))),
        concerns={name: random.random() for name in shares if random.random() < 0.5},
        unsure_before=random.random() < 0.2,
    )


def answers(random: Random, knowledge: Knowledge, count: int) -> Iterator[tuple[Answer, str]]:
    """So many answers, each with the words it was given to; a few from guides and from the time that advice is off."""
    known, before = messages(knowledge), None
    for _ in range(count):
        replies = _replies(before) if random.random() < 0.1 else []
        text = random.choice(replies or random.choice(known))
        kind = random.random()
        if kind < 0.15:
            yield guided(random, knowledge), ""
            continue
        given = said(random, knowledge, text, before)
        off = kind < 0.2
        before = answer_while_off(knowledge, text, given.area, given.at) if off else advise(knowledge, given)
        yield before, f"{given.before} {text}"


def guided(random: Random, knowledge: Knowledge) -> Answer:
    """The answer at the end of a walk through one of the guides."""
    here = walk(knowledge, f"{random.choice(concerns(knowledge)).id}:")
    while question := here.question:
        here = walk(knowledge, here.after(random.choice([*(reply.id for reply in question.answers), "unsure"])))
    return guided_answer(knowledge, here, random.choice(list(Area)), moment(random))


def _replies(answer: Answer | None) -> list[str]:
    return list(answer.question.options) if answer and answer.question else []
