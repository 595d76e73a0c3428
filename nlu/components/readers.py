"""The readers behind PathwayClassifier: plain scikit-learn, so that they can be tried without Rasa."""

from dataclasses import dataclass, field
from typing import Dict, List, Sequence, Tuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from components.clauses import clauses
from components.urgency import UrgencyReader

OUT_OF_SCOPE = "out_of_scope"
_SHARPNESS = 0.25  # what the margins are divided by before they become shares
# How much each reader counts: words and meaning of the whole, meaning of the whole, both by clause, the tuned one.
_WHOLE_LINEAR, _WHOLE_MEANING, _CLAUSE_LINEAR, _CLAUSE_MEANING, _TUNED = 0.4, 0.05, 0.15, 0.05, 0.35
_GUARD = 0.5  # part of the out-of-scope share that comes from the reader of "ours or not ours"
_EVIDENCE = 4
_CLAUSE_PARTS = (0.6, 0.1, 0.3)  # the linear, the meaning and the tuned reader, where one clause is read by itself
_CLEAR = 0.5  # share from which a clause tells of a concern of its own
_WORD = r"(?u)\b\w[\w'&/]*\b"


@dataclass(frozen=True)
class Reading:
    """What the readers make of a message: intents with their shares, the likeliest first; urgency; telling words."""

    ranking: List[Tuple[str, float]]
    urgency: float
    evidence: List[str]
    concerns: List[Tuple[str, float]] = field(default_factory=list)  # intents that a single clause tells of


@dataclass(frozen=True)
class Meaning:
    """One message as the readers get it. `tuned` has a row for the whole message and one for each clause."""

    text: str
    vector: np.ndarray
    clause_vectors: Sequence[np.ndarray]
    tuned: np.ndarray
    tuned_urgency: np.ndarray


class Readers:
    """Fits and asks the readers. Deterministic for a seed."""

    def __init__(self, seed: int = 1) -> None:
        self._words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=_WORD, dtype=np.float32)
        self._letters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=3, dtype=np.float32
        )
        self._linear = LinearSVC(C=0.3, random_state=seed)
        self._meaning = LogisticRegression(C=20, max_iter=400, random_state=seed)
        self._guard = LinearSVC(C=0.2, class_weight="balanced", random_state=seed)
        self._urgency = UrgencyReader(seed)

    def fit(
        self, texts: Sequence[str], vectors: Sequence[np.ndarray], intents: Sequence[str], urgent: Sequence[bool]
    ) -> "Readers":
        """Learn from the examples; `urgent` says of each whether the person must act now."""
        meaning = np.stack(list(vectors))
        self._words.fit(texts)
        self._letters.fit(texts)
        self._names = self._words.get_feature_names_out()
        features = self._features(texts, meaning)
        labels = np.array(intents)
        self._linear.fit(features, labels)
        self._meaning.fit(meaning, labels)
        self._guard.fit(features, labels == OUT_OF_SCOPE)
        self._urgency.fit(features, urgent)
        self._place: Dict[str, int] = {name: place for place, name in enumerate(self._linear.classes_)}
        return self

    @property
    def names(self) -> List[str]:
        """The intents, in the order of the shares."""
        return [str(name) for name in self._linear.classes_]

    def read(self, message: Meaning) -> Reading:
        """The reading of one message, from its words, its vectors and what the tuned reader makes of it."""
        text, parts = message.text, clauses(message.text)
        meaning = np.stack([message.vector, *message.clause_vectors])
        features = self._features([text, *parts], meaning)
        margins = self._linear.decision_function(features)
        by_meaning = self._meaning.predict_proba(meaning)
        shares = self._shares(margins, by_meaning, message.tuned)
        shares = self._guarded(shares, float(self._guard.decision_function(features[:1])[0]))
        order = np.argsort(-shares)
        best = str(self._linear.classes_[order[0]])
        return Reading(
            ranking=[(str(self._linear.classes_[i]), float(shares[i])) for i in order],
            urgency=self._urgency.read(features, message.tuned_urgency),
            evidence=self._evidence(text, best),
            concerns=self._concerns(margins[1:], by_meaning[1:], message.tuned[1:]),
        )

    def _features(self, texts: Sequence[str], meaning: np.ndarray) -> csr_matrix:
        return hstack([self._words.transform(texts), self._letters.transform(texts), csr_matrix(meaning)]).tocsr()

    def _shares(self, margins: np.ndarray, meaning: np.ndarray, tuned: np.ndarray) -> np.ndarray:
        """The weighted mean of the readers; clauses that say little about any pathway count little."""
        linear = _softmax(margins / _SHARPNESS)
        return (
            _WHOLE_LINEAR * linear[0]
            + _WHOLE_MEANING * meaning[0]
            + _CLAUSE_LINEAR * _by_certainty(linear[1:])
            + _CLAUSE_MEANING * _by_certainty(meaning[1:])
            + _TUNED * (tuned[0] + _by_certainty(tuned[1:])) / 2
        )

    def _guarded(self, shares: np.ndarray, margin: float) -> np.ndarray:
        """The shares with the out-of-scope one set half by the guard; the others keep their proportions."""
        place = self._place[OUT_OF_SCOPE]
        outside = (1 - _GUARD) * shares[place] + _GUARD / (1 + np.exp(-margin / _SHARPNESS))
        inside = shares.copy()
        inside[place] = 0.0
        guarded = inside / max(inside.sum(), 1e-9) * (1 - outside)
        guarded[place] = outside
        return guarded

    def _concerns(self, margins: np.ndarray, meaning: np.ndarray, tuned: np.ndarray) -> List[Tuple[str, float]]:
        """The intents that some clause of a longer message tells of clearly, with their share in that clause."""
        if len(margins) < 2:
            return []
        linear, by_meaning, by_tuned = _CLAUSE_PARTS
        shares = (linear * _softmax(margins / _SHARPNESS) + by_meaning * meaning + by_tuned * tuned).max(axis=0)
        clear = [i for i in np.argsort(-shares) if shares[i] >= _CLEAR]
        return [(str(self._linear.classes_[i]), float(shares[i])) for i in clear]

    def _evidence(self, text: str, intent: str) -> List[str]:
        """The words of the message that spoke most for the intent, in the order of their weight."""
        row = self._words.transform([text])
        weights = self._linear.coef_[self._place[intent]][: row.shape[1]]
        names = self._names
        scored = [(weights[i] * value, names[i]) for i, value in zip(row.indices, row.data)]
        words = [str(name) for score, name in sorted(scored, reverse=True) if score > 0.02 and len(name) > 3]
        return _without_parts(words)[:_EVIDENCE]


def _softmax(values: np.ndarray) -> np.ndarray:
    powers = np.exp(values - values.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def _by_certainty(shares: np.ndarray) -> np.ndarray:
    """The mean over clauses, a clause counting the more the more certain it is."""
    entropy = -(shares * np.log(shares + 1e-9)).sum(axis=1)
    weights = 1 / (0.2 + entropy)
    return (shares * weights[:, None]).sum(axis=0) / weights.sum()


def _without_parts(words: List[str]) -> List[str]:
    """The words without those that are part of one named before."""
    kept: List[str] = []
    for word in words:
        if not any(word in other or other in word for other in kept):
            kept.append(word)
    return kept
