"""A fingerprint of each entry of the knowledge, and what changed between two states."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_NAMES = {
    "contacts": "contact",
    "documents": "document",
    "red_flags": "red flag",
    "settings": "setting",
    "follow_ups": "follow-up",
    "thresholds": "threshold level",
    "places": "places of",
}
_KEYS = ("id", "term", "level", "area")  # what an entry of a list is known by

type Prints = Mapping[str, str]  # such as "contact police_999" -> its fingerprint


@dataclass(frozen=True)
class Changes:
    """Which entries are new, different and gone, in order."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def __len__(self) -> int:
        return len(self.added) + len(self.changed) + len(self.removed)


def fingerprints(folder: Path) -> dict[str, str]:
    """The fingerprint of every entry in the folder of knowledge. What is written differently but says the same, such
    as a comment or the order of fields, has the same fingerprint."""
    found: dict[str, str] = {}
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        inside = path.relative_to(folder)
        if path.suffix != ".yaml":
            found[f"file {inside.as_posix()}"] = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
            continue
        read = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        if len(inside.parts) > 1:  # one entry for each file, such as pathways/lado.yaml
            found[f"{inside.parts[0].removesuffix('s')} {path.stem}"] = _print(read)
        else:
            kind = _NAMES.get(path.stem, path.stem)
            found |= {f"{kind} {name}": _print(entry) for name, entry in _entries(read)}
    return found


def changes(before: Prints, after: Prints) -> Changes:
    """What is different in `after`."""
    return Changes(
        tuple(sorted(after.keys() - before.keys())),
        tuple(sorted(name for name in before.keys() & after.keys() if before[name] != after[name])),
        tuple(sorted(before.keys() - after.keys())),
    )


def _entries(read: Any) -> list[tuple[str, Any]]:  # noqa: ANN401 - whatever the file holds
    """The entries of a file with what each is known by; a file in another shape is one entry."""
    if isinstance(read, dict):
        return [(str(name), entry) for name, entry in read.items()]
    if isinstance(read, list) and all(isinstance(entry, dict) for entry in read):
        return [(_name(entry, place), entry) for place, entry in enumerate(read)]
    return [("as a whole", read)]


def _name(entry: Mapping[str, Any], place: int) -> str:
    return next((str(entry[key]) for key in _KEYS if key in entry), f"number {place + 1}")


def _print(entry: Any) -> str:  # noqa: ANN401
    text = json.dumps(entry, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:12]
