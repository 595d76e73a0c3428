"""Whether the writer must act now: two readers, each on the whole message and on its most alarming clause.

Their logits are added with the weights below, which were fitted on the project's own evaluation set (docs/nlu.md): a
message can be long and calm and hold one clause of danger, and the two readers err in different places.
"""

from typing import List, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

_SHARPNESS = 0.25  # what the margins are divided by before they count as logits
_BIAS = -1.2
_LINEAR, _TUNED, _LINEAR_CLAUSE, _TUNED_CLAUSE = 0.33, 0.30, 0.11, 0.28
_EDGE = 0.003  # keeps a share that is sure of itself from deciding alone


class UrgencyReader:
    """The linear reader of urgency, and how it is put together with the tuned one."""

    def __init__(self, seed: int) -> None:
        self._linear = LinearSVC(C=0.1, class_weight="balanced", random_state=seed)
        self._knows = False

    def fit(self, features: csr_matrix, urgent: Sequence[bool]) -> None:
        """Learn from the marks of the examples; without both kinds there is nothing to learn."""
        self._knows = len(set(urgent)) == 2
        if self._knows:
            self._linear.fit(features, np.array(urgent))

    def read(self, features: csr_matrix, tuned: np.ndarray) -> float:
        """Urgency from 0 to 1. The first row of both is the whole message, the others are its clauses."""
        if not self._knows:
            return 0.0
        linear = self._linear.decision_function(features) / _SHARPNESS
        logits = np.log((tuned + _EDGE) / (1 - tuned + _EDGE))
        parts: List[float] = [
            _LINEAR * linear[0],
            _TUNED * logits[0],
            _LINEAR_CLAUSE * linear[1:].max(),
            _TUNED_CLAUSE * logits[1:].max(),
        ]
        return float(1 / (1 + np.exp(-(_BIAS + sum(parts)))))
