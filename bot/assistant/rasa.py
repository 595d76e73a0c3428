"""The client of Rasa's REST channel. Rasa answers 200 with `[]` for its own failures: that is a failure here too."""

import logging
from types import TracebackType
from typing import Any, Self

import aiohttp

from knowledge.answer import Answer, AnswerError

log = logging.getLogger(__name__)


class NoAnswer(Exception):
    """Rasa gave no usable answer. The message is safe to log: it holds no words of the conversation."""


class RasaClient:
    """Sends messages to Rasa and reads the answer of our action. Use as an async context manager."""

    def __init__(self, url: str, seconds: float) -> None:
        self._url = url.rstrip("/")
        self._timeout = aiohttp.ClientTimeout(total=seconds, connect=min(seconds, 2.0))

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(timeout=self._timeout)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def send(self, conversation: str, text: str, metadata: dict[str, Any]) -> Answer:
        """The answer to one masked message. Raises NoAnswer when there is none within the limit."""
        body = {"sender": conversation, "message": text, "metadata": metadata}
        try:
            async with self._session.post(f"{self._url}/webhooks/rest/webhook", json=body) as response:
                if response.status != 200:
                    raise NoAnswer(f"Rasa answered with status {response.status}")
                return _answer_in(await response.json(content_type=None))
        except (TimeoutError, aiohttp.ClientError, ValueError, UnicodeDecodeError) as fault:
            raise NoAnswer(f"Rasa did not answer: {type(fault).__name__}") from fault

    async def is_up(self) -> bool:
        """Whether Rasa has loaded its model and listens."""
        try:
            async with self._session.get(f"{self._url}/webhooks/rest/") as response:
                return response.status == 200
        except (TimeoutError, aiohttp.ClientError):
            return False


def _answer_in(messages: object) -> Answer:
    """The answer among Rasa's messages. Raises NoAnswer when none is one."""
    if not isinstance(messages, list):
        raise NoAnswer("Rasa sent something other than a list")
    for message in messages:
        if isinstance(message, dict) and "custom" in message:
            try:
                return Answer.from_dict(message["custom"])
            except AnswerError as fault:
                raise NoAnswer("Rasa sent an answer that cannot be read") from fault
    raise NoAnswer("Rasa sent no answer")
