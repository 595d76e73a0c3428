"""Actions while the file is read: rows below may still add to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.reading.lines import Line
from bot.reading.names import Names
from bot.reading.read import Kind, Notes, listed
from bot.reading.rows import Entry
from bot.reading.words import is_cut_off, joined

_ONE_THING = ("rag", "due", "lead")  # seldom broken over a page
_SENTENCES = ("question", "response", "title", "comment", "outcome")


@dataclass
class Draft:
    """One action as words under fields."""

    line: Line
    said: dict[str, str] = field(default_factory=dict)
    numbered: bool = True  # its number stands in the file and is its own

    def __getitem__(self, name: str) -> str:
        return self.said.get(name, "")

    def add(self, name: str, words: str) -> None:
        """Words that go on in a row below."""
        self.said[name] = joined(self[name], words)


def go_on(draft: Draft, entry: Entry, notes: Notes) -> None:
    """The row is the second half of the action's row."""
    if both := [name for name in _ONE_THING if draft[name] and entry[name]]:
        notes.doubt(entry.line, f"its {listed(both)} was joined to that of {draft.line.place}")
    for name, words in entry.said.items():
        draft.add(name, words)
    notes.understand(entry.line, Kind.CONTINUED, f"goes on from {draft.line.place}")
    notes.change(entry.line, f"joined to {draft.line.place} ({', '.join(entry.said)})")


def leads_in_their_place(drafts: Iterable[Draft], notes: Notes) -> None:
    """Move a lead that stands under the outcome: words that are the lead of other rows, with no lead in the row."""
    drafts = list(drafts)
    known = {_people(draft["lead"]) for draft in drafts if draft["lead"]}
    for draft in drafts:
        if not draft["lead"] and draft["outcome"] and _people(draft["outcome"]) in known:
            draft.said["lead"] = draft.said.pop("outcome")
            notes.doubt(
                draft.line, f"'{draft['lead']}' stands under the outcome; it is a lead elsewhere and was taken as one"
            )


def cut_off(draft: Draft, names: Names) -> Iterator[str]:
    """Which cells seem to have lost their end."""
    for name in _SENTENCES:
        if draft[name] and not names.says_nothing(draft[name]) and is_cut_off(draft[name]):
            yield f"the {name} seems to be cut off: '... {' '.join(draft[name].split()[-4:])}'"


def _people(words: str) -> frozenset[str]:
    """Initials in any order are the same people."""
    return frozenset(part.strip().casefold() for part in words.split("/"))
