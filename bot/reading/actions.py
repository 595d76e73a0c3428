"""Drafts as actions: ids, dates, colours. What is wrong becomes a fault, what is unclear a doubt."""

from collections import Counter
from collections.abc import Sequence

from bot.partnership.plan import Action, Progress, Rag
from bot.reading.days import read_due
from bot.reading.drafts import Draft, cut_off
from bot.reading.names import Names
from bot.reading.read import Notes, listed
from bot.reading.words import slug

_LONGEST_NUMBER, _LONGEST_AGENCY = 20, 40


class ActionMaker:
    """Makes actions in the order of the file."""

    def __init__(self, plan: str, names: Names, notes: Notes) -> None:
        self._plan, self._names, self._notes = plan, names, notes

    def actions(self, drafts: Sequence[Draft]) -> tuple[Action, ...]:
        """One action for each draft."""
        ids = self._ids(drafts)
        return tuple(
            self._action(draft, one, order) for order, (draft, one) in enumerate(zip(drafts, ids, strict=True), 1)
        )

    def _action(self, draft: Draft, action_id: str, order: int) -> Action:
        for doubt in cut_off(draft, self._names):
            self._notes.doubt(draft.line, doubt)
        due = read_due(draft["due"])
        if due.fault:
            self._notes.fault(draft.line, due.fault)
        if due.doubt:
            self._notes.doubt(draft.line, due.doubt)
        rag = self._rag(draft)
        return Action(
            id=action_id,
            plan=self._plan,
            number=draft["number"],
            title=draft["title"],
            lead_words=draft["lead"],
            due=due.day,
            due_words=draft["due"],
            rag=rag,
            rag_words=draft["rag"],
            progress=self._progress(draft, rag),
            order=order,
            aim=draft["aim"],
            question=draft["question"],
            group=draft["group"],
            agency=draft["agency"],
            response=draft["response"],
            meeting=draft["meeting"],
            comment=draft["comment"],
            constraints=draft["constraints"],
            evidence=draft["evidence"],
            outcome=draft["outcome"],
        )

    def _rag(self, draft: Draft) -> Rag | None:
        words = draft["rag"]
        rag = self._names.rag(words)
        if words and rag is None and not self._names.says_nothing(words):
            self._notes.doubt(draft.line, f"the RAG says '{words[:40]}', which is no colour; it is kept as words only")
        return rag

    def _progress(self, draft: Draft, rag: Rag | None) -> Progress:
        words = draft["progress"]
        if not words:
            return Progress.DONE if rag is Rag.COMPLETED else Progress.OPEN
        progress = self._names.progress(words)
        if progress is None:
            known = listed([name for names in self._names.stages.values() for name in names])
            self._notes.fault(draft.line, f"the status '{words[:40]}' is not known. Known are {known}.")
        return progress or Progress.OPEN

    def _ids(self, drafts: Sequence[Draft]) -> list[str]:
        counts = Counter(_key(draft)[0] for draft in drafts)
        seen: dict[tuple[str, str], list[Draft]] = {}
        ids = []
        for draft in drafts:
            number, agency = key = _key(draft)
            if draft.numbered and key in seen:
                self._refuse(draft, seen[key][0])
            seen.setdefault(key, []).append(draft)
            alone = draft.numbered and counts[number] == 1
            parts = (self._plan, number) if alone else (self._plan, number, agency or "all", str(len(seen[key])))
            ids.append("/".join(parts))
        return ids

    def _refuse(self, draft: Draft, first: Draft) -> None:
        whose = f" for {draft['agency']}" if draft["agency"] else ""
        there = f"the number {draft['number']}{whose} stands at {first.line.place} already"
        advice = "If a spreadsheet made 1.10 into 1.1, format the column as text and type the number again."
        self._notes.fault(draft.line, f"{there}. Give each action its own number. {advice}")


def _key(draft: Draft) -> tuple[str, str]:
    return slug(draft["number"], _LONGEST_NUMBER), slug(draft["agency"], _LONGEST_AGENCY)
