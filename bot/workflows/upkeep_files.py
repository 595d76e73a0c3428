"""The files of a checkout that the upkeep reads and changes, and drafts; several files change all together or not."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.upkeep.changelog import Logged
from bot.upkeep.fingerprints import fingerprints
from bot.upkeep.messages import messages_of

NOTHING_LOGGED = Logged("", {})


@dataclass(frozen=True)
class Checkout:
    """Where the knowledge, its changelog, the messages of the language model and the drafts are."""

    root: Path
    drafts: Path

    @property
    def knowledge(self) -> Path:
        """The folder of what the answers say."""
        return self.root / "knowledge" / "data"

    @property
    def changelog(self) -> Path:
        """The changelog of the advice."""
        return self.root / "knowledge" / "CHANGELOG.md"

    @property
    def logged(self) -> Path:
        """The state that was logged last."""
        return self.root / "knowledge" / "changes" / "logged.json"

    @property
    def examples(self) -> Path:
        """The messages of the language model."""
        return self.root / "nlu" / "data" / "examples"

    def pathway(self, id: str) -> Path:
        """The file of a pathway."""
        return self.knowledge / "pathways" / f"{id}.yaml"

    def upkeep(self, intent: str) -> Path:
        """The file of messages that the upkeep adds to."""
        return self.examples / "upkeep" / f"{intent}.yml"

    def draft(self, name: str) -> Path:
        """The file of a draft."""
        return self.drafts / f"{name}.yaml"

    def messages(self) -> list[str]:
        """All messages that the language model learns from."""
        files = sorted(self.examples.rglob("*.yml"))
        return [message for path in files for message in messages_of(path.read_text(encoding="utf-8"))]

    def measured_with(self) -> list[str]:
        """All messages that the tests measure with, which it must not learn from."""
        files = sorted((self.root / "tests" / "eval").glob("*.jsonl"))
        lines = (line for path in files for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
        return [str(read["text"]) for line in lines if "text" in (read := json.loads(line))]


def last_logged(checkout: Checkout) -> Logged:
    """The state that was logged last; an empty one when none was. Raises ValueError when the file is none of ours."""
    text = read_if_there(checkout.logged)
    return Logged.from_json(text) if text else NOTHING_LOGGED


def state_of(knowledge: Path, version: str) -> Logged:
    """The state of the knowledge in the folder."""
    return Logged(version, fingerprints(knowledge))


def read_if_there(path: Path) -> str:
    """The text of a file; empty when there is none."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def write_all(texts: Mapping[Path, str]) -> None:
    """Write all the files, each as a whole. When one cannot be written, none is changed, and OSError says why."""
    before = {path: path.read_bytes() if path.exists() else None for path in texts}
    new = {path: path.with_name(f".{path.name}.new") for path in texts}
    done: list[Path] = []
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            new[path].write_text(text, encoding="utf-8")
        for path in texts:
            new[path].replace(path)
            done.append(path)
    except OSError:
        for path in done:
            _put_back(path, before[path])
        raise
    finally:
        for path in new.values():
            path.unlink(missing_ok=True)


def _put_back(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
