"""The system card: `docs/system-card.md`, made from a template and the measured figures in `docs/system-card.json`."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bench.evaluate.baselines.examples import count_examples
from bench.evaluate.figures import Figure
from bench.evaluate.score import Score
from bench.evaluate.table import Column, words
from bot.settings import ROOT
from knowledge.knowledge import Knowledge
from knowledge.load import load

CARD, FIGURES = ROOT / "docs" / "system-card.md", ROOT / "docs" / "system-card.json"
_HERE = Path(__file__).parent
_MOST_PAIRS = 12


def measured(columns: Sequence[Column], day: date | None, version: str | None, model: str | None) -> dict[str, Any]:
    """All that the card states in figures, as plain lists and dictionaries. `model` is the name of the model asked.

    Without columns it is the card before the first measurement.
    """
    return {
        "measured_on": day.isoformat() if day else None,
        "knowledge_version": version,
        "model": model,
        "knowledge": _counted(load()),
        "examples": count_examples(),
        "sets": [_set(column) for column in columns if column.bars],
        "baselines": [
            {"system": column.system, "set": column.set_name, "figures": _figures(column.score.figures)}
            for column in columns
            if not column.bars
        ],
    }


def render(figures: Mapping[str, Any]) -> str:
    """The card for these figures."""
    environment = Environment(  # noqa: S701 - Markdown of our own figures: escaping for HTML would spoil it
        loader=FileSystemLoader(_HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["words"] = lambda figure: words(Figure(figure["hits"], figure["of"]))
    environment.filters["worst"] = _worst
    return environment.get_template("card.md.j2").render(**figures)


def write_card(figures: Mapping[str, Any]) -> None:
    """Write the figures and the card made from them."""
    FIGURES.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    CARD.write_text(render(figures), encoding="utf-8")


def _counted(knowledge: Knowledge) -> dict[str, int]:
    sentences = [sentence for pathway in knowledge.pathways.values() for sentence in pathway.sentences()]
    return {
        "pathways": len(knowledge.pathways),
        "documents": len(knowledge.documents),
        "contacts": len(knowledge.contacts),
        "stale_contacts": sum(contact.stale for contact in knowledge.contacts.values()),
        "red_flags": len(knowledge.red_flags),
        "sentences": len(sentences),
        "to_confirm": sum(knowledge.documents[sentence.source].confirm for sentence in sentences),
    }


def _set(column: Column) -> dict[str, Any]:
    score: Score = column.score
    return {
        "name": column.set_name,
        "messages": column.messages,
        "bars": {name: bar.words for name, bar in column.bars.items()},
        "missed": [n for n, bar in column.bars.items() if n in score.figures and bar.missed(score.figures[n])],
        "figures": _figures(score.figures),
        "by_pathway": _figures(score.by_pathway),
        "by_voice": _figures(score.by_voice),
        "confused": [list(pair) for pair in score.confused[:_MOST_PAIRS]],
        "wrong": sum(count for _, _, count in score.confused),
        "bins": [{"low": b.low, "mean": round(b.mean, 3), **_figure(b.right)} for b in score.bins],
        "calibration_error": round(score.calibration_error, 3),
    }


def _figures(figures: Mapping[str, Figure]) -> dict[str, dict[str, int]]:
    return {name: _figure(figure) for name, figure in figures.items()}


def _figure(figure: Figure) -> dict[str, int]:
    return {"hits": figure.hits, "of": figure.of}


def _worst(groups: Mapping[str, dict[str, int]], most: int = 5, least: int = 10) -> list[tuple[str, dict[str, int]]]:
    """The groups with the lowest shares, of those with enough messages to say anything."""
    enough = [(name, figure) for name, figure in groups.items() if figure["of"] >= least]
    return sorted(enough, key=lambda pair: pair[1]["hits"] / pair[1]["of"])[:most]
