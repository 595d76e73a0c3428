"""The changelog of the advice: which entries changed, when, why, and in what role somebody decided it."""

import json
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bot.upkeep.fingerprints import Changes, Prints

_HEAD = """# Changelog of the advice

What the answers say, and when it changed: one entry for each time, the newest first. `signpost knowledge approve` and
`signpost knowledge log` write this file; [docs/upkeep.md](../docs/upkeep.md) says how. Roles stand here, not names.
"""
_MANY = 12  # of one kind; more are counted, the list would hide the rest


@dataclass(frozen=True)
class Logged:
    """The state that was logged last: the version of the knowledge and the fingerprint of each entry."""

    version: str
    entries: Prints

    def to_json(self) -> str:
        """As the file holds it: an entry a line, so that a change of one is a line in a diff."""
        return json.dumps({"version": self.version, "entries": dict(sorted(self.entries.items()))}, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Logged":
        """Read it back. Raises ValueError when it is none."""
        try:
            read = json.loads(text)
            return cls(str(read["version"]), {str(name): str(print) for name, print in read["entries"].items()})
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("not a state of the knowledge") from error


def entry(
    day: date, version: str, role: str, why: str, found: Changes, *, is_first: bool = False, messages: int = 0
) -> str:
    """One entry. The first names no entries: all are new. `messages` were added for the language model."""
    lines = [f"## {day}, version {version}", "", f"{why.rstrip('.')}. Decided by: {role}.", ""]
    if is_first:
        lines.append(f"- First logged state: {len(found)} entries.")
    for word, names in (("Added", found.added), ("Changed", found.changed), ("Removed", found.removed)):
        if names and not is_first:
            lines.append(f"- {word}: {_listed(names)}.")
    if messages:
        lines.append(f"- Messages added for the language model: {messages}.")
    return "\n".join(lines) + "\n"


def with_entry(changelog: str, new: str) -> str:
    """The changelog with the entry at its top."""
    head, mark, older = (changelog or _HEAD).partition("\n## ")
    return f"{head.rstrip()}\n\n{new}" + (f"\n## {older}" if mark else "")


def _listed(names: tuple[str, ...]) -> str:
    parts = []
    for kind, found in groupby(names, key=_kind):
        some = [name.removeprefix(kind).strip() for name in found]
        parts.append(f"{kind} {', '.join(some)}" if len(some) <= _MANY else f"{len(some)} of {kind}")
    return "; ".join(parts)


def _kind(name: str) -> str:
    two = next((kind for kind in ("red flag", "threshold level", "places of") if name.startswith(f"{kind} ")), None)
    return two or name.partition(" ")[0]
