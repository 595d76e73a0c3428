"""Action plans of case reviews: questions, what each agency answers, and the actions that follow from it."""

import re

from bot.reading.drafts import Draft, go_on
from bot.reading.names import Names
from bot.reading.read import Kind, Notes
from bot.reading.rows import Entry
from bot.reading.words import goes_on, joined

_NUMBER = re.compile(r"(\d{1,3}\s?[a-z]?)[.)]")
_AFTER_THE_ACTION = ("rag", "constraints", "due", "lead", "outcome")
_SPANNED = 3  # so many cells with the same words were one merged cell


class ReviewReader:
    """Reads one entry after the other; rows without question and agency belong to the agency above."""

    def __init__(self, drafts: list[Draft], names: Names, notes: Notes) -> None:
        self._drafts, self._names, self._notes = drafts, names, notes
        self._question = self._number = self._agency = ""
        self._questions = 0
        self._answered: Draft | None = None  # where the agency's answer stands

    def take(self, entry: Entry, aim: str) -> None:
        """Make the entry an action, an answer, or a part of the row above, or note why neither."""
        self._note_question(entry)
        if entry["agency"]:
            self._agency, self._answered = entry["agency"], None
        elif self._goes_on(entry):
            return
        title, why = self._title(entry)
        if title:
            self._act(entry, title, aim)
            if why:
                self._notes.doubt(entry.line, why)
        elif why:
            self._notes.understand(entry.line, Kind.ANSWER, f"{self._whose}: {why}", entry.how)
        elif self._drafts and not entry["agency"]:
            go_on(self._drafts[-1], entry, self._notes)
        else:
            self._notes.leave(entry.line, "there is neither an action nor an answer")

    @property
    def _whose(self) -> str:
        return f"{self._number} {self._agency}".strip()

    def _note_question(self, entry: Entry) -> None:
        words = entry["question"]
        if not words or words == self._question:
            return
        number = _NUMBER.match(words)
        if not number and goes_on(words) and self._question:
            self._question = joined(self._question, words)
            self._notes.change(entry.line, "the question goes on from a row above")
            return
        self._questions += 1
        self._question, self._agency, self._answered = words, "", None
        self._number = number[1].replace(" ", "") if number else str(self._questions)

    def _goes_on(self, entry: Entry) -> bool:
        """Join what was broken over a page to the row above; True when nothing else stands in the row."""
        if self._answered and goes_on(entry["response"]):
            self._notes.change(entry.line, f"the response goes on from {self._answered.line.place}")
            self._answered.add("response", entry.said.pop("response"))
        alone = not any(entry[name] for name in _AFTER_THE_ACTION)
        if self._drafts and goes_on(entry["title"]) and alone and not entry["response"]:
            go_on(self._drafts[-1], entry, self._notes)
            return True
        return False

    def _title(self, entry: Entry) -> tuple[str, str]:
        """The words of the action and the doubt about them; or nothing and why the answer gives nothing to do."""
        action, answer = entry["title"], entry["response"]
        if self._is_spanned(entry):
            return "", "one text stands in all the cells"
        if self._names.says_nothing(action):
            return "", f"the action says '{action}'"
        if self._names.points_elsewhere(action) and not self._is_tracked(entry):
            return "", f"the action says '{action}'"
        if self._names.points_elsewhere(action):
            real = answer and not self._says_little(answer)
            return f"{action}: {answer}" if real else action, f"the action only says '{action}'"
        if action:
            return action, ""
        if answer and self._is_tracked(entry) and not self._says_little(answer):
            return answer, "no action is written; the response was taken as the action"
        return "", f"answered '{answer[:60]}'" if answer else ""

    def _act(self, entry: Entry, title: str, aim: str) -> None:
        place = {"question": self._question, "number": self._number, "agency": self._agency, "title": title}
        draft = Draft(entry.line, {"aim": aim, **entry.said, **place}, numbered=False)
        self._drafts.append(draft)
        if entry["response"]:
            self._answered = draft
        self._notes.understand(entry.line, Kind.ACTION, self._whose, entry.how)

    def _is_tracked(self, entry: Entry) -> bool:
        """Whether somebody looks after it: a colour, a date, a lead or an outcome."""
        return any(entry[name] and not self._says_little(entry[name]) for name in _AFTER_THE_ACTION)

    def _says_little(self, words: str) -> bool:
        return self._names.says_nothing(words) or self._names.points_elsewhere(words)

    def _is_spanned(self, entry: Entry) -> bool:
        said = [entry[name] for name in _AFTER_THE_ACTION if entry[name]]
        return len(said) >= _SPANNED and len(set(said)) == 1 and self._names.rag(said[0]) is None
