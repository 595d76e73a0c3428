"""Asks Rasa, and answers by the red-flag rules and the duty line when Rasa does not. Never silent, never unmasked."""

import asyncio
import logging
import time
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Protocol

from bot.assistant.question import MAX_LETTERS, Question
from bot.assistant.rasa import NoAnswer, RasaClient
from bot.masking import Masked
from knowledge.advise import Said, advise
from knowledge.answer import Answer, Redaction
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from knowledge.switched_off import answer_while_off

log = logging.getLogger(__name__)

_REPLAYED = 3  # earlier messages: the topic is in the last ones, and each costs a call of Rasa


class Masks(Protocol):
    """Whatever takes personal data out of a text."""

    def mask(self, text: str) -> Masked:
        """The text with each span of personal data replaced."""
        ...


class Switch(Protocol):
    """Whether people may be given automatic advice. Asked for every question."""

    async def is_on(self) -> bool:
        """Whether it is on, as far as anybody knows."""
        ...


class AlwaysOn:
    """A switch that nobody has touched: where there is no store yet, and for the drill."""

    async def is_on(self) -> bool:
        """It is."""
        return True


class AlwaysOff:
    """A switch that is off whatever happens: until Rasa is there, for those who ask while advice is off."""

    async def is_on(self) -> bool:
        """It is not."""
        return False


class Assistant:
    """The one way from a question to an answer, for every channel."""

    def __init__(
        self, knowledge: Knowledge, masker: Masks, rasa: RasaClient, home: Area, switch: Switch | None = None
    ) -> None:
        self._knowledge = knowledge
        self._masker = masker
        self._rasa = rasa
        self._home = home
        self._switch = switch or AlwaysOn()

    async def ask(self, question: Question) -> Answer:
        """The answer to a question. Always one, whatever is down or switched off."""
        return await self._answered(question, await self._switch.is_on())

    async def try_out(self, question: Question) -> Answer:
        """The answer as it is while advice is on: for the drill, never for a person's question."""
        return await self._answered(question, True)

    async def _answered(self, question: Question, is_on: bool) -> Answer:
        began = time.monotonic()
        masked, *earlier = await self._mask_all(question)
        moment = question.at or datetime.now(UTC)
        area = question.area or self._home
        if is_on:
            answer = await self._answer(masked.text, [m.text for m in earlier], area, moment)
        else:
            answer = answer_while_off(self._knowledge, masked.text, area, moment)
        redactions = tuple(Redaction(r.start, r.end, r.kind) for r in masked.redactions)
        elapsed_ms = round((time.monotonic() - began) * 1000)
        return answer.with_request(question.id, masked.text, redactions, elapsed_ms)

    async def rasa_is_up(self) -> bool:
        """Whether the language part answers; without it the answers are the safe fallback."""
        return await self._rasa.is_up()

    async def _mask_all(self, question: Question) -> Sequence[Masked]:
        """The question and the user's last messages before it, masked, off the event loop."""
        earlier = [turn.text for turn in question.history if turn.role == "user"]
        texts = [question.text, *earlier[-_REPLAYED:]]
        return await asyncio.to_thread(lambda: [self._masker.mask(text) for text in texts])

    async def _answer(self, text: str, earlier: Sequence[str], area: Area, at: datetime) -> Answer:
        """Rasa's answer after the earlier messages were replayed, or the safe fallback."""
        conversation = uuid.uuid4().hex
        metadata = {"area": area.value, "at": at.isoformat()}
        try:
            for before in earlier:
                await self._rasa.send(conversation, _sendable(before), metadata)
            return await self._rasa.send(conversation, _sendable(text), metadata)
        except NoAnswer as fault:
            log.warning("answered without Rasa: %s", fault)
            return advise(self._knowledge, Said(text=text, area=area, at=at))


def _sendable(text: str) -> str:
    """The text as Rasa may have it: a leading slash would be read as an intent, and very long texts are cut."""
    return text.lstrip("/ \t\r\n\0")[:MAX_LETTERS] or "?"
