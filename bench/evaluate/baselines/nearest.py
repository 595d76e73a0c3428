"""Nearest neighbour on the published MiniLM sentence vectors, without anything learnt from the examples."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.evaluate.baselines.examples import CACHE, Example, digest
from bot.runtime.model import NLU, rasa_environment
from bot.settings import ROOT

_PROGRAM = Path(__file__).with_name("minilm_vectors.py")
_MINILM = NLU / "components" / "minilm.py"


def rankings(examples: Sequence[Example], texts: Sequence[str], nearest: int) -> dict[str, list[str]]:
    """For each text the pathways by the mean product with their `nearest` nearest examples, the best first."""
    intents = sorted({example.intent for example in examples})
    rows = vectors([example.text for example in examples] + list(texts))
    known, asked = rows[: len(examples)], rows[len(examples) :]
    near = asked @ known.T
    scores = np.stack([_mean_of_best(near[:, _places(examples, intent)], nearest) for intent in intents], axis=1)
    order = np.argsort(-scores, axis=1)
    return {text: [intents[place] for place in row] for text, row in zip(texts, order, strict=True)}


def vectors(texts: Sequence[str]) -> np.ndarray:
    """One row of length one for each text, computed in the environment of `nlu/` and kept for the next time."""
    store = CACHE / f"minilm-{digest([_MINILM.read_bytes()])}.npz"
    store.parent.mkdir(parents=True, exist_ok=True)
    known = _kept(store)
    new = [text for text in dict.fromkeys(texts) if _key(text) not in known]
    if new:
        known |= dict(zip(map(_key, new), _computed(new), strict=True))
        np.savez(store, keys=np.array(list(known)), rows=np.stack(list(known.values())))
    return np.stack([known[_key(text)] for text in texts])


def _kept(store: Path) -> dict[str, np.ndarray]:
    if not store.exists():
        return {}
    with np.load(store) as held:
        return dict(zip(map(str, held["keys"]), held["rows"], strict=True))


def _computed(texts: Sequence[str]) -> np.ndarray:
    """The vectors from MiniLM, which lives in the other environment."""
    out = CACHE / "new.npy"
    subprocess.run(
        [str(NLU / ".venv" / "bin" / "python"), str(_PROGRAM), str(out)],
        input=json.dumps(list(texts)),
        text=True,
        check=True,
        cwd=ROOT,
        env=rasa_environment("http://127.0.0.1:9/webhook"),
        stderr=subprocess.DEVNULL,
    )
    rows: np.ndarray = np.load(out)
    out.unlink()
    return rows


def _key(text: str) -> str:
    return digest([text.encode()])


def _places(examples: Sequence[Example], intent: str) -> list[int]:
    return [place for place, example in enumerate(examples) if example.intent == intent]


def _mean_of_best(near: np.ndarray, nearest: int) -> np.ndarray:
    best = np.sort(near, axis=1)[:, -nearest:]
    mean: np.ndarray = best.mean(axis=1)
    return mean
