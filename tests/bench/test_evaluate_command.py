"""What `make evaluate` reads and prints, what its baselines rank, and the card."""

import json
from pathlib import Path

import pytest

from bench.evaluate.__main__ import main
from bench.evaluate.answers import read_answers
from bench.evaluate.bars import bars_for
from bench.evaluate.baselines import bm25
from bench.evaluate.baselines.examples import Example, count_examples, read_examples
from bench.evaluate.card import CARD, FIGURES, render
from bench.evaluate.labels import LabelError, read_labels
from bench.evaluate.score import OF_A_CLASSIFIER, Score, rank_score, score
from bench.evaluate.table import Column, behind, legend, table
from tests.bench.labelled import BABY, PARKING, SAFE, TURNED_AWAY


def column(found: Score, system: str = "Signpost") -> Column:
    labels = [BABY, PARKING]
    return Column(system, "own", len(labels), found, bars_for(labels) if system == "Signpost" else {})


def test_the_table_has_a_column_for_each_system_and_marks_what_is_under_its_bar() -> None:
    ours = column(score([BABY, PARKING], {"baby": SAFE.model_copy(update={"urgent": False})}))
    other = column(rank_score([BABY, PARKING], {"baby": ["lado", "mash_referral"]}), "BM25")
    printed = table([ours, other]).splitlines()
    (urgent,) = [line for line in printed if line.startswith("urgent_recall")]
    assert "0.000! 0/1" in urgent and urgent.split()[-1] == "0/1"
    (three,) = [line for line in printed if line.startswith("named_among_first_three")]
    assert three.split()[1:] == ["0.500!", "1/2", "0.500", "1/2"]
    assert set(other.score.figures) <= set(OF_A_CLASSIFIER)
    assert "urgent_recall 0.000, must be at least 0.98" in legend([ours, other])
    assert "only 1 of 2 messages were answered" in legend([ours, other])
    assert "by voice" in behind(ours) and "out_of_scope -> no answer" in behind(ours)


def test_bm25_ranks_a_pathway_by_its_best_example() -> None:
    examples = [
        Example("bruise on a baby", "bruising"),
        Example("the coach hit him", "lado"),
        Example("a coach", "lado"),
    ]
    assert bm25.rankings(examples, ["our coach hit a boy", "xyz"]) == {
        "our coach hit a boy": ["lado", "bruising"],
        "xyz": [],
    }


def test_examples_are_read_as_the_language_part_has_them(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(
        'version: "3.1"\nnlu:\n- intent: lado\n  metadata: {urgent: true}\n  examples: |\n    - the coach hit him\n'
        "- intent: greet\n  examples: |\n    - hello\n    - hi\n",
        encoding="utf-8",
    )
    assert read_examples(tmp_path) == [Example("the coach hit him", "lado")]
    assert count_examples(tmp_path) == {"all": 3, "pathways": 1, "urgent": 1}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A set of two messages and the file for their answers."""
    labels, answers = tmp_path / "two.jsonl", tmp_path / "answers.jsonl"
    labels.write_text(f"{BABY.model_dump_json()}\n{PARKING.model_dump_json()}\n", encoding="utf-8")
    answers.write_text(f"{SAFE.model_dump_json()}\n{TURNED_AWAY.model_dump_json()}\n", encoding="utf-8")
    return labels, answers


def test_labels_and_answers_are_read_strictly(files: tuple[Path, Path]) -> None:
    labels, answers = files
    assert read_labels(labels) == [BABY, PARKING]
    assert read_answers(answers)["baby"] == SAFE
    assert set(BABY.question()) == {"id", "text", "history"}
    answers.write_text("no answer\n", encoding="utf-8")
    with pytest.raises(LabelError, match=r"answers.jsonl, line 1"):
        read_answers(answers)
    labels.write_text(json.dumps({**json.loads(BABY.model_dump_json()), "urgnet": True}), encoding="utf-8")
    with pytest.raises(LabelError, match=r"two.jsonl, line 1: urgnet"):
        read_labels(labels)
    labels.write_text(f"{BABY.model_dump_json()}\n{BABY.model_dump_json()}\n", encoding="utf-8")
    with pytest.raises(LabelError, match="there twice"):
        read_labels(labels)


def test_the_command_prints_one_table_and_says_which_file_is_not_there(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    labels, answers = files
    # The own set has no answers in this file: each of its messages counts as wrong, and what it masks as leaked.
    assert main([str(labels), str(labels.with_name("gone.jsonl")), "--answers", str(answers)]) == 1
    printed = capsys.readouterr()
    assert printed.out.count("named_among_first_three ") >= 1 and "two" in printed.out.splitlines()[0]
    assert "gone.jsonl; it is left out" in printed.err and "own: pii_leaked" in printed.err
    assert "two: " not in printed.err


def test_the_card_is_what_the_template_gives_for_the_committed_figures() -> None:
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    assert CARD.read_text(encoding="utf-8") == render(figures)
