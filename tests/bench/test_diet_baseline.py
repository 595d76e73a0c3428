"""DIET as a baseline: trained once for the same examples, its rankings kept, given up when it takes too long."""

import json
from pathlib import Path

import pytest

from bench.evaluate.baselines.diet import Effort, rankings

EFFORT = Effort(epochs=3, minutes=1)
RANKED = {"hello": ["greet", "lado", "early_help"], "the coach hit him": ["lado", "greet"]}


@pytest.fixture
def nlu(tmp_path: Path) -> Path:
    """A stand-in for the language project: its `rasa` writes a model and its `python` ranks, and both keep count."""
    folder = tmp_path / "nlu"
    (folder / "data" / "examples").mkdir(parents=True)
    (folder / "uv.lock").write_text("", encoding="utf-8")
    (folder / "data" / "examples" / "a.yml").write_text("nlu: []", encoding="utf-8")
    programs = {
        "rasa": f"cat config.yml data/examples/a.yml > diet.tar.gz && echo $@ >> {tmp_path}/trained",
        "python": f"cat > /dev/null; echo $@ >> {tmp_path}/ranked; echo a warning; echo '{json.dumps(RANKED)}'",
    }
    (folder / ".venv" / "bin").mkdir(parents=True)
    for name, does in programs.items():
        program = folder / ".venv" / "bin" / name
        program.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        program.chmod(0o755)
    return folder


def times(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines()) if path.exists() else 0


def test_it_is_trained_once_and_only_pathways_are_ranked(nlu: Path, tmp_path: Path) -> None:
    for _ in range(2):
        found = rankings(list(RANKED), EFFORT, nlu, tmp_path / "cache")
        assert found == {"hello": ["lado", "early_help"], "the coach hit him": ["lado"]}
    assert (times(tmp_path / "trained"), times(tmp_path / "ranked")) == (1, 1)
    (model,) = (tmp_path / "cache").glob("diet-*.tar.gz")
    assert "epochs: 3" in model.read_text(encoding="utf-8")


def test_other_messages_are_ranked_anew_and_other_examples_trained_anew(nlu: Path, tmp_path: Path) -> None:
    rankings(list(RANKED), EFFORT, nlu, tmp_path / "cache")
    rankings(["hello"], EFFORT, nlu, tmp_path / "cache")
    assert (times(tmp_path / "trained"), times(tmp_path / "ranked")) == (1, 2)
    (nlu / "data" / "examples" / "a.yml").write_text("nlu: [more]", encoding="utf-8")
    rankings(["hello"], EFFORT, nlu, tmp_path / "cache")
    assert times(tmp_path / "trained") == 2


@pytest.mark.parametrize(("does", "minutes", "said"), [("exit 1", 1, "could not be trained"), ("cat", 0, "not ready")])
def test_what_cannot_be_trained_is_left_out_and_said(
    nlu: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], does: str, minutes: int, said: str
) -> None:
    (nlu / ".venv" / "bin" / "rasa").write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    assert rankings(["hello"], Effort(3, minutes), nlu, tmp_path / "cache") is None
    assert said in capsys.readouterr().err
    assert list((tmp_path / "cache").glob("diet-*")) == []
