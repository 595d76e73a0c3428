"""MiniLM's last two layers, taught our pathways and our sense of urgency.

The lower four layers stay as published, so their output is computed once for all examples and the teaching takes
minutes on two cores instead of hours. docs/decisions/0005 tells what it is worth.
"""

from pathlib import Path
from typing import Any, List, Sequence, Tuple

import numpy as np

from components.minilm import LOWER, SIZE, MiniLM, batches, mean_of_tokens, padded, through

_EPOCHS = 4
_RATE = 3e-4
_WARM_UP = 50  # steps
_SMOOTHING = 0.1
_URGENCY_WEIGHT = 0.5
_FILE = "tuned.npz"


class TunedReader:
    """Reads intent and urgency from the meaning of a text, after it was taught with examples."""

    def __init__(self, minilm: MiniLM, names: Sequence[str]) -> None:
        import tensorflow as tf  # heavy: loaded with the model, never at import

        self._tf, self._minilm, self.names = tf, minilm, list(names)
        # A second copy of the upper layers: the published ones go on giving the sentence vectors.
        config = minilm.bert.encoder.layer[0].__class__
        self._upper = [
            config(minilm.bert.config, name=f"tuned_{i}") for i in range(LOWER, len(minilm.bert.encoder.layer))
        ]
        self._heads = tf.keras.layers.Dense(len(self.names) + 1)  # one for each intent, the last for urgency
        self._heads.build((None, SIZE))
        self._compile()
        for ours, published in zip(self._upper, minilm.bert.encoder.layer[LOWER:]):
            ours.set_weights(published.get_weights())

    def read(self, texts: Sequence[str]) -> Tuple[np.ndarray, np.ndarray]:
        """Share of each intent (a row for each text, columns in the order of `names`) and urgency from 0 to 1."""
        lower = self._minilm.lower(texts)
        logits = np.zeros((len(texts), len(self.names) + 1), dtype=np.float32)
        for chosen in batches(range(len(texts))):
            logits[chosen] = self._logits(*padded([lower[i] for i in chosen])).numpy()
        intents = np.exp(logits[:, :-1] - logits[:, :-1].max(axis=1, keepdims=True))
        return intents / intents.sum(axis=1, keepdims=True), 1 / (1 + np.exp(-logits[:, -1]))

    def fit(self, texts: Sequence[str], intents: Sequence[str], urgent: Sequence[bool], seed: int) -> "TunedReader":
        """Teach the upper layers with the examples (minutes)."""
        self._tf.keras.utils.set_random_seed(seed)
        places = {name: place for place, name in enumerate(self.names)}
        wanted = np.array([places[name] for name in intents], dtype=np.int32)
        alarm = np.array(urgent, dtype=np.float32)
        lower = self._minilm.lower(texts)
        random = np.random.default_rng(seed)
        steps = _EPOCHS * len(list(batches(range(len(texts)))))
        done = 0
        for _ in range(_EPOCHS):
            for chosen in _shuffled(lower, random):
                self._optimizer.learning_rate = _RATE * min(1, (done + 1) / _WARM_UP) * (1 - done / steps)
                self._step(*padded([lower[i] for i in chosen]), wanted[chosen], alarm[chosen])
                done += 1
        return self

    def save(self, folder: Path) -> None:
        """Keep what was taught."""
        weights = [w for layer in (*self._upper, self._heads) for w in layer.get_weights()]
        np.savez_compressed(folder / _FILE, **{f"w{i:03d}": w.astype(np.float16) for i, w in enumerate(weights)})

    @classmethod
    def load(cls, folder: Path, minilm: MiniLM, names: Sequence[str]) -> "TunedReader":
        """The reader as it was kept."""
        reader = cls(minilm, names)
        with np.load(folder / _FILE) as kept:
            weights = [kept[name].astype(np.float32) for name in sorted(kept.files)]
        for layer in (*reader._upper, reader._heads):
            count = len(layer.get_weights())
            layer.set_weights(weights[:count])
            weights = weights[count:]
        reader.read(["warm up", "warm up with a longer sentence"])
        return reader

    def _compile(self) -> None:
        tf = self._tf
        ints, hidden = tf.TensorSpec([None, None], tf.int32), tf.TensorSpec([None, None, SIZE], tf.float32)

        @tf.function(input_signature=[hidden, ints])
        def logits(states: Any, mask: Any) -> Any:
            return self._heads(mean_of_tokens(through(self._upper, states, mask), mask))

        self._logits = logits
        self._optimizer = tf.keras.optimizers.legacy.Adam(_RATE)
        logits(tf.zeros([1, 2, SIZE]), tf.ones([1, 2], tf.int32))  # builds the layers, so that they have weights
        variables = [v for layer in (*self._upper, self._heads) for v in layer.trainable_variables]

        @tf.function(input_signature=[hidden, ints, tf.TensorSpec([None], tf.int32), tf.TensorSpec([None], tf.float32)])
        def step(states: Any, mask: Any, wanted: Any, alarm: Any) -> Any:
            with tf.GradientTape() as tape:
                meaning = tf.nn.dropout(mean_of_tokens(through(self._upper, states, mask, True), mask), 0.1)
                loss = self._loss(self._heads(meaning), wanted, alarm)
            gradients, _ = tf.clip_by_global_norm(tape.gradient(loss, variables), 1.0)
            self._optimizer.apply_gradients(zip(gradients, variables))
            return loss

        self._step = step

    def _loss(self, logits: Any, wanted: Any, alarm: Any) -> Any:
        tf, count = self._tf, len(self.names)
        target = tf.one_hot(wanted, count) * (1 - _SMOOTHING) + _SMOOTHING / count
        route = tf.nn.softmax_cross_entropy_with_logits(target, logits[:, :-1])
        urgency = tf.nn.sigmoid_cross_entropy_with_logits(alarm, logits[:, -1])
        return tf.reduce_mean(route + _URGENCY_WEIGHT * urgency)


def _shuffled(lower: Sequence[np.ndarray], random: np.random.Generator) -> List[List[int]]:
    """Batches of texts of like length, in an order that changes from epoch to epoch."""
    found = list(batches(sorted(range(len(lower)), key=lambda i: len(lower[i]) + random.uniform(0, 6))))
    random.shuffle(found)  # type: ignore[arg-type]
    return found
