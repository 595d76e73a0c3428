"""The trained model, cached by a hash of all that it is trained from."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.settings import ROOT

NLU = ROOT / "nlu"
_INPUTS = ("config.yml", "domain.yml", "uv.lock", "data", "components")


class TrainingError(RuntimeError):
    """The model could not be trained; the message says where the reason is written."""


def model_path(nlu: Path = NLU) -> Path:
    """Where the model for today's inputs is, or will be."""
    return nlu / "models" / f"{_digest(nlu)}.tar.gz"


def ensure_model(nlu: Path = NLU) -> Path:
    """The current model, trained first when there is none. Raises TrainingError."""
    path = model_path(nlu)
    if not path.exists():
        print("Training the language model (some minutes on two cores) ...", file=sys.stderr, flush=True)
        _train(nlu, path)
    return path


def rasa_environment(actions_url: str) -> dict[str, str]:
    """The environment that Rasa runs in: no telemetry, no hub, our action server."""
    return {
        **os.environ,
        "ACTION_SERVER_URL": actions_url,
        "PYTHONPATH": str(NLU),
        "RASA_TELEMETRY_ENABLED": "false",
        "HF_HUB_OFFLINE": "1",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "PYTHONWARNINGS": "ignore",
    }


def rasa_command(nlu: Path = NLU) -> str:
    """The rasa program of the nlu environment."""
    return str(nlu / ".venv" / "bin" / "rasa")


def _train(nlu: Path, path: Path) -> None:
    log = nlu / "models" / "train.log"
    log.parent.mkdir(exist_ok=True)
    command = [rasa_command(nlu), "train", "--fixed-model-name", "new", "--out", "models"]
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            command, cwd=nlu, env=rasa_environment("http://127.0.0.1:5055/webhook"), stdout=output, stderr=output
        )
        _show_progress(process)
    trained = path.with_name("new.tar.gz")
    if process.returncode != 0 or not trained.exists():
        raise TrainingError(f"Training the language model failed; the reason is at the end of {log}.")
    trained.replace(path)  # renamed only when whole: a stopped training leaves no half model behind


def _show_progress(process: "subprocess.Popen[bytes]") -> None:
    """A line now and then, so that nobody thinks it hangs."""
    seconds = 0
    while True:
        try:
            process.wait(timeout=15)
            return
        except subprocess.TimeoutExpired:
            seconds += 15
            print(f"  still training, {seconds} s", file=sys.stderr, flush=True)


def _digest(nlu: Path) -> str:
    digest = hashlib.sha256()
    for path in _input_files(nlu):
        digest.update(path.relative_to(nlu).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _input_files(nlu: Path) -> Iterator[Path]:
    for name in _INPUTS:
        place = nlu / name
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        yield from (path for path in files if path.is_file() and path.suffix != ".pyc")
