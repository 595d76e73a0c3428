"""The one action of the assistant: what Rasa understood goes to `knowledge`, the answer comes back as JSON."""

import logging
from datetime import UTC, datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import AllSlotsReset, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.reading import said_from
from knowledge.advise import Said, advise, asked_back
from knowledge.answer import Answer
from knowledge.knowledge import Knowledge
from knowledge.load import load

log = logging.getLogger(__name__)


class AdviseAction(Action):
    """Answers every message of every pathway."""

    def __init__(self, knowledge: Knowledge | None = None) -> None:
        self._knowledge = knowledge or load()

    def name(self) -> str:
        """The name that the domain knows the action by."""
        return "action_advise"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Utter the answer as JSON and keep its topic. On a fault utter nothing: the bot then answers by itself."""
        try:
            said = said_from(tracker, datetime.now(UTC))
            answer = advise(self._knowledge, said)
        except (
            Exception
        ) as fault:  # rasa-sdk would print the whole tracker, words included, for any error that gets out
            log.error("advise failed: %s", type(fault).__name__)
            return []
        dispatcher.utter_message(json_message=answer.to_dict())
        return self._remembered(answer, said)

    def _remembered(self, answer: Answer, said: Said) -> list[dict[str, Any]]:
        """What the next turn needs: the topic, the replies offered, the questions asked in a row, whether unsure."""
        if said.intent == "start_over":
            return [AllSlotsReset()]
        if answer.kind == "smalltalk":
            return []
        back = asked_back(self._knowledge, answer)
        return [
            SlotSet("topic", None if answer.primary == "out_of_scope" else answer.primary),
            SlotSet("offered", back.leads if back else {}),
            SlotSet("asked", [*said.asked, back.id] if back else []),
            SlotSet("unsure", answer.kind in {"clarify", "fallback"}),
            SlotSet("told", said.text),
        ]
