"""Rasa's default pipeline (DIET) trained on the same examples, in a project of its own that links to `nlu/data`."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.evaluate.baselines.examples import CACHE, digest, pathway_ids
from bot.runtime.model import NLU, rasa_command, rasa_environment
from bot.settings import ROOT

_CONFIG = Path(__file__).with_name("diet.yml")
_PROGRAM = Path(__file__).with_name("diet_rankings.py")
_ENV = rasa_environment("http://127.0.0.1:9/webhook")


@dataclass(frozen=True)
class Effort:
    """How long DIET may learn. Rasa's own default is 100 epochs, some minutes each on two cores."""

    epochs: int
    minutes: int


def rankings(texts: Sequence[str], effort: Effort, nlu: Path = NLU, cache: Path = CACHE) -> dict[str, list[str]] | None:
    """For each text the pathways, the likeliest first. Trains first; model and rankings are kept for the next time.

    None without a model within the minutes allowed; standard error says why.
    """
    config = _CONFIG.read_text(encoding="utf-8").replace("EPOCHS", str(effort.epochs))
    name = digest([config.encode(), *_learnt_from(nlu)])
    kept = cache / f"diet-{name}-{digest([json.dumps(list(texts)).encode()])}.json"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        model = cache / f"diet-{name}.tar.gz"
        if not model.exists() and not _trained(config, model, effort, nlu):
            return None
        _write(kept, _asked(model, texts, nlu))
    found: dict[str, list[str]] = json.loads(kept.read_text(encoding="utf-8"))
    return found


def _learnt_from(nlu: Path) -> list[bytes]:
    files = [path for path in sorted((nlu / "data").rglob("*.yml")) if path.parent.name != "rules"]
    return [(nlu / "uv.lock").read_bytes(), *(path.read_bytes() for path in files)]


def _trained(config: str, model: Path, effort: Effort, nlu: Path) -> bool:
    """Train a model at that place; whether there is one."""
    print(f"Training DIET for {effort.epochs} epochs (may take hours) ...", file=sys.stderr, flush=True)
    log = model.with_name("diet.log")
    with tempfile.TemporaryDirectory(dir=model.parent) as folder:
        project = Path(folder)
        (project / "config.yml").write_text(config, encoding="utf-8")
        (project / "data").symlink_to(nlu / "data")
        try:
            _train(project, nlu, log, effort.minutes * 60)
        except subprocess.TimeoutExpired:
            print(f"DIET was not ready in {effort.minutes} minutes; it is left out.", file=sys.stderr)
            return False
        except subprocess.CalledProcessError:
            print(f"DIET could not be trained; the reason is at the end of {log}.", file=sys.stderr)
            return False
        (project / "diet.tar.gz").replace(model)
    return True


def _train(project: Path, nlu: Path, log: Path, seconds: float) -> None:
    command = [rasa_command(nlu), "train", "nlu", "--config", "config.yml", "--nlu", "data"]
    command += ["--out", ".", "--fixed-model-name", "diet"]
    with log.open("w", encoding="utf-8") as output:
        subprocess.run(command, cwd=project, env=_ENV, stdout=output, stderr=output, timeout=seconds, check=True)


def _asked(model: Path, texts: Sequence[str], nlu: Path) -> dict[str, list[str]]:
    """What the trained model makes of each text, the pathways only."""
    done = subprocess.run(
        [str(nlu / ".venv" / "bin" / "python"), str(_PROGRAM), str(model)],
        input=json.dumps(list(texts)),
        text=True,
        check=True,
        cwd=ROOT,
        env=_ENV,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    pathways = pathway_ids()
    ranked: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return {text: [name for name in order if name in pathways] for text, order in ranked.items()}


def _write(path: Path, found: dict[str, list[str]]) -> None:
    path.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
