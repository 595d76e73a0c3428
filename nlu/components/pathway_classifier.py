"""Rasa component: which intent a message has, how urgent it sounds, and the words that weighed most.

Three kinds of reader look at each message, as a whole and clause by clause: a linear one on words, letter groups and
published MiniLM vectors, one on the vectors alone, and MiniLM's upper layers tuned to our examples. Their shares are
averaged; a separate reader that only tells
"ours" from "not ours" guards the out-of-scope intent, because one threshold for both is bad at both.
"""

from concurrent.futures import ThreadPoolExecutor
from typing import Any, Dict, List, Optional, Text

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.minilm import shared_minilm
from components.readers import Meaning, Readers, Reading
from components.sentence_meaning import CLAUSE_VECTORS, CLAUSES, VECTOR
from components.tuned import TunedReader

_FILE = "readers.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class PathwayClassifier(GraphComponent, IntentClassifier):
    """Sets the intent, the whole ranking, `urgency` (0 to 1), `evidence` and `concerns` (told in single clauses)."""

    def __init__(
        self,
        config: Dict[Text, Any],
        storage: ModelStorage,
        resource: Resource,
        readers: Optional[Readers] = None,
        tuned: Optional[TunedReader] = None,
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._readers = readers
        self._tuned = tuned

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
            readers = joblib.load(folder / _FILE)
            return cls(
                config, model_storage, resource, readers, TunedReader.load(folder, shared_minilm(), readers.names)
            )

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the readers on all examples and keep them with the model."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        texts = [m.get(TEXT) for m in examples]
        intents = [m.get(INTENT) for m in examples]
        urgent = [bool((m.get("metadata") or {}).get("intent", {}).get("urgent")) for m in examples]
        seed = self._config["seed"]
        tuned = TunedReader(shared_minilm(), sorted(set(intents)))
        with ThreadPoolExecutor(1) as beside:  # the linear readers use one core and need minutes too
            fitting = beside.submit(Readers(seed).fit, texts, [m.get(VECTOR) for m in examples], intents, urgent)
            self._tuned = tuned.fit(texts, intents, urgent, seed)
            self._readers = fitting.result()
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self._readers, folder / _FILE, compress=3)
            self._tuned.save(folder)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Read each message; one without words keeps no intent."""
        for message in messages:
            if message.get(TEXT) and message.get(VECTOR) is not None:
                self._set(message, self._read(message))
        return messages

    def _read(self, message: Message) -> Reading:
        text, clause_vectors = message.get(TEXT), message.get(CLAUSE_VECTORS)
        shares, urgency = self._tuned.read([text, *message.get(CLAUSES)])
        return self._readers.read(Meaning(text, message.get(VECTOR), clause_vectors, shares, urgency))

    def _set(self, message: Message, reading: Reading) -> None:
        ranked = [
            {INTENT_NAME_KEY: name, "confidence": float(share)}
            for name, share in reading.ranking[: self._config["ranking_length"]]
        ]
        message.set(INTENT, ranked[0], add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranked, add_to_output=True)
        message.set("urgency", float(reading.urgency), add_to_output=True)
        message.set("evidence", list(reading.evidence), add_to_output=True)
        concerns = [{INTENT_NAME_KEY: name, "confidence": share} for name, share in reading.concerns]
        message.set("concerns", concerns, add_to_output=True)
