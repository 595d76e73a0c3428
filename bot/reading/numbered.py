"""Plans in which each action has a number."""

from bot.reading.columns import is_number
from bot.reading.drafts import Draft, go_on
from bot.reading.read import Kind, Notes
from bot.reading.rows import Entry


class NumberedReader:
    """Reads one entry after the other."""

    def __init__(self, drafts: list[Draft], notes: Notes, *, loose: bool) -> None:
        self._drafts, self._notes, self._loose = drafts, notes, loose

    def take(self, entry: Entry, aim: str) -> None:
        """Make the entry an action, or the second half of the one above, or note why neither."""
        number, notes = entry["number"], self._notes
        if not number:
            self._without_number(entry)
        elif not is_number(number):
            notes.leave(entry.line, f"'{number[:40]}' is no number of an action")
        elif len(entry.said) == 1:
            notes.leave(entry.line, "there is nothing but a number")
        else:
            self._drafts.append(Draft(entry.line, {"aim": aim, **entry.said}))
            notes.understand(entry.line, Kind.ACTION, number, entry.how)

    def _without_number(self, entry: Entry) -> None:
        if entry["title"] or not self._drafts:
            self._notes.leave(entry.line, "there is no number")
            return
        go_on(self._drafts[-1], entry, self._notes)
        if not self._loose:
            self._notes.doubt(entry.line, f"it has no number and was joined to {self._drafts[-1].line.place}")
