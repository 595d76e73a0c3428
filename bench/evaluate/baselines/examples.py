"""The messages that the language part learns from, and where baselines keep what took long to compute."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.runtime.model import NLU
from bot.settings import ROOT
from knowledge.load import DATA

CACHE = ROOT / ".cache" / "evaluate"
_EXAMPLES = NLU / "data" / "examples"


@dataclass(frozen=True)
class Example:
    """One message and the intent that it teaches."""

    text: str
    intent: str


def read_examples(folder: Path = _EXAMPLES) -> list[Example]:
    """All messages whose intent is a pathway; talk (greetings, follow-ups) is not among what is measured."""
    pathways, found = pathway_ids(), []
    for path in sorted(folder.rglob("*.yml")):
        for block in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]:
            if block.get("intent") in pathways:
                lines = block["examples"].splitlines()
                found += [Example(line.removeprefix("- "), block["intent"]) for line in lines if line.startswith("- ")]
    return found


def pathway_ids() -> frozenset[str]:
    """The ids of all pathways."""
    return frozenset(path.stem for path in (DATA / "pathways").glob("*.yaml"))


def digest(parts: Iterable[bytes]) -> str:
    """A name for what was computed from these parts and from nothing else."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()[:16]


def count_examples(folder: Path = _EXAMPLES) -> dict[str, int]:
    """How many messages the language part learns from, how many of them for pathways, how many marked urgent."""
    blocks = [
        block
        for path in sorted(folder.rglob("*.yml"))
        for block in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]
    ]
    urgent = [block for block in blocks if (block.get("metadata") or {}).get("urgent")]
    return {"all": _lines(blocks), "pathways": len(read_examples(folder)), "urgent": _lines(urgent)}


def _lines(blocks: Iterable[dict[str, str]]) -> int:
    return sum(line.startswith("- ") for block in blocks for line in block["examples"].splitlines())
