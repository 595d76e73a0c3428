"""What of an answer a message shows, in which order, and what waits behind "Show everything"."""

from dataclasses import dataclass
from functools import cached_property

from knowledge.answer import Answer, AnswerContact, Section

FOLDED = {"next", "no_answer", "refused", "careful", "notes", "tools", "also", "asked"}  # as on the page
APART = {"danger", "banner", "lead", "question", "contacts", "duty"}  # drawn in places of their own
UNSURE = {"clarify", "fallback"}  # kinds of answer that show the question before the steps
GUIDED = {*UNSURE, "handoff"}  # kinds of answer under which the guided route is offered
CAPTIONS = {
    "clarify": "Not sure yet: the nearest route",
    "fallback": "Not sure yet: the nearest route",
    "handoff": "Talk it through with the front door: the nearest route",
}
_ORDER = ("timescale", "consent", "steps", "why")
_RING, _BEFORE, _ASKED = 2, 4, 6


@dataclass(frozen=True)
class Layout:
    """One answer as a message shows it."""

    answer: Answer

    def section(self, key: str) -> Section | None:
        """The part with this key."""
        return next((section for section in self.answer.sections if section.key == key), None)

    @cached_property
    def is_talk(self) -> bool:
        """A greeting or the like: no route was asked for."""
        return self.answer.kind == "smalltalk"

    @cached_property
    def is_small(self) -> bool:
        """Talk, what is out of scope, and the meaning of a word, as long as nothing points to danger."""
        lead = self.section("lead")
        explains = self.answer.kind == "advice" and lead is not None and len(lead.lines) > 1
        return not self.answer.urgent and (self.is_talk or explains or self.answer.primary == "out_of_scope")

    @cached_property
    def asked(self) -> tuple[Section, ...]:
        """What answers the very words, or was asked for by a follow-up: the parts that stand before the steps."""
        keys = [section.key for section in self.answer.sections]
        first = min((keys.index(key) for key in ("steps", "contacts") if key in keys), default=len(keys))
        return tuple(section for section in self.answer.sections[:first] if section.key not in APART)

    @cached_property
    def parts(self) -> tuple[Section, ...]:
        """What follows who to ring: by when, consent, the steps, why. A small answer has none of it."""
        if self.is_small:
            return ()
        open_ones = [s for s in self._others if s.key not in FOLDED]
        return tuple(sorted(open_ones, key=lambda s: _ORDER.index(s.key) if s.key in _ORDER else len(_ORDER)))

    @cached_property
    def left_out(self) -> tuple[str, ...]:
        """The headings of what is not shown."""
        shown = {section.key for section in self.parts}
        found = [section.heading for section in self._others if section.key not in shown]
        more = len(self.answer.contacts) - len(self.ring)
        return (*([f"{more} more contact{'s' if more > 1 else ''}"] if more else []), *found)

    @cached_property
    def ring(self) -> tuple[AnswerContact, ...]:
        """Who to contact now: up to the second one with a telephone; all of them when they were asked for."""
        contacts = self.answer.contacts
        if self._contacts_asked:
            return contacts[:_ASKED]
        phones = [at for at, contact in enumerate(contacts) if contact.phone][:_RING]
        first = contacts[: phones[-1] + 1] if phones else contacts
        if len(first) <= _BEFORE:
            return first
        return tuple(contacts[at] for at in phones) or contacts[:_BEFORE]

    @property
    def _others(self) -> list[Section]:
        asked = {section.key for section in self.asked}
        return [s for s in self.answer.sections if s.key not in APART and s.key not in asked]

    @property
    def _contacts_asked(self) -> bool:
        keys = [section.key for section in self.answer.sections]
        return "steps" in keys and "contacts" in keys and keys.index("contacts") < keys.index("steps")
