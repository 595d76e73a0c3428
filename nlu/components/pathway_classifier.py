"""Rasa component: which intent a message has, how urgent it sounds, and the words that weighed most.

Three readers look at each message: its words and letter groups (linear model), its meaning as a whole, and its
meaning clause by clause (both on MiniLM vectors). Their shares are averaged; a separate reader that only tells
"ours" from "not ours" guards the out-of-scope intent, because one threshold for both is bad at both.
"""

from typing import Any, Dict, List, Text

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.readers import Readers, Reading
from components.sentence_meaning import CLAUSE_VECTORS, VECTOR

_FILE = "readers.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class PathwayClassifier(GraphComponent, IntentClassifier):
    """Sets the intent, the whole ranking, `urgency` (0 to 1) and `evidence` (words of the message)."""

    def __init__(self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource, readers: Any = None) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._readers = readers

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {"ranking_length": 12, "seed": 1}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "PathwayClassifier":
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "PathwayClassifier":
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, joblib.load(folder / _FILE))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the readers on all examples and keep them with the model."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        self._readers = Readers(seed=self._config["seed"]).fit(
            texts=[m.get(TEXT) for m in examples],
            vectors=[m.get(VECTOR) for m in examples],
            intents=[m.get(INTENT) for m in examples],
            urgent=[bool((m.get("metadata") or {}).get("intent", {}).get("urgent")) for m in examples],
        )
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self._readers, folder / _FILE, compress=3)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Read each message; one without words keeps no intent."""
        for message in messages:
            if message.get(TEXT) and message.get(VECTOR) is not None:
                reading = self._readers.read(message.get(TEXT), message.get(VECTOR), message.get(CLAUSE_VECTORS))
                self._set(message, reading)
        return messages

    def _set(self, message: Message, reading: Reading) -> None:
        ranked = [
            {INTENT_NAME_KEY: name, "confidence": float(share)}
            for name, share in reading.ranking[: self._config["ranking_length"]]
        ]
        message.set(INTENT, ranked[0], add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranked, add_to_output=True)
        message.set("urgency", float(reading.urgency), add_to_output=True)
        message.set("evidence", list(reading.evidence), add_to_output=True)
