"""Answers as the knowledge gives them, typed words that try to do harm, and ways to look into what was drawn."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from typing import Any

from knowledge.advise import Said, advise
from knowledge.answer import Answer
from knowledge.knowledge import Knowledge
from knowledge.model import Area

TUESDAY_MORNING = datetime(2026, 11, 17, 11, 0, tzinfo=UTC)
FRIDAY_EVENING = datetime(2026, 11, 20, 17, 55, tzinfo=UTC)
# A mention, a broadcast, a link and formatting, each of which somebody may type.
HARM = "<!channel> <@U1> <#C1> <http://bad.example|press here> <!subteam^S1> @here *bold* _slant_ ~gone~ `code` :smile:"
LONG = ("أخبرني الطفل 👩‍👩‍👧‍👦 & <b> " * 120)[:3000]


def every_answer(knowledge: Knowledge) -> Iterator[Answer]:
    """One for each pathway, in and out of hours, in each area, and each with and without a red flag."""
    texts = ("he told me something", "she has a knife and says she will kill him now")
    moments = (TUESDAY_MORNING, FRIDAY_EVENING)
    for pathway, at, area, text in product(knowledge.pathways, moments, Area, texts):
        yield advise(
            knowledge, Said(text, area, at, intent=pathway, ranking={pathway: 0.9}, urgency=0.04, evidence=("told",))
        )


def answer_to(knowledge: Knowledge, pathway: str = "mash_referral", text: str = "a bruise", **said: Any) -> Answer:  # noqa: ANN401
    """One answer, on a Friday evening in Thurrock unless told otherwise."""
    given: dict[str, Any] = {"area": Area.THURROCK, "at": FRIDAY_EVENING, "intent": pathway, "ranking": {pathway: 0.9}}
    given["urgency"] = 0.04  # hardly urgent, and not so surely calm that a red flag would be put aside
    return advise(knowledge, Said(text, **(given | said)))


def texts_in(node: object, kind: str | None = None) -> list[str]:
    """Every text of blocks or a view in reading order; of one kind (mrkdwn, plain_text) where that is asked for."""
    if isinstance(node, list | tuple):
        return [text for one in node for text in texts_in(one, kind)]
    if not isinstance(node, dict):
        return []
    own = [node["text"]] if isinstance(node.get("text"), str) and kind in (None, node.get("type")) else []
    return own + [text for value in node.values() for text in texts_in(value, kind)]


def words_in(payload: dict[str, Any]) -> str:
    """All words of the blocks."""
    return "\n".join(texts_in(payload["blocks"]))


def buttons_in(payload: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The buttons by action id."""
    rows = [block["elements"] for block in payload["blocks"] if block["type"] == "actions"]
    return {button["action_id"]: button for row in rows for button in row}
