"""Letters about invented things, in which every word that somebody typed can be told by how it begins."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.partnership.asked import Asked
from bot.partnership.escalation import Escalation
from bot.partnership.notices import TEAM, TEAM_MAIL, Notice
from bot.partnership.referral import Referral
from bot.workflows.sending import Letter
from knowledge.answer import Answer
from tests.wording.stories import NOON, OMAR, REF, RULES, Story, every_item, name, raised

_ABOUT_ONE = ("card", "assigned", "limit_near", "limit_passed", "unacknowledged")
_STEPS = ("raise", "acknowledge", "assign", "note", "move_stage", "resolve", "reopen", "link_duplicate")
_CHANGES = ("note", "withdraw", "reopen", "move_stage", "ask_redaction")


def letter(
    kind: str = "card", to: str = TEAM, item: Escalation | None = None, data: dict[str, str] | None = None
) -> Letter:
    """A letter about an escalation, one that is open unless another is given."""
    notice = Notice(f"{kind}:{REF}:1", kind, to, REF, data=data or {})
    return Letter(notice, "ben@partnership.example", NOON, RULES, name, item=item or Story().item)


def every_letter() -> Iterator[Letter]:
    """Every kind about an escalation in every state, before and after its limit, and the others."""
    for item in map(typed, every_item().values()):
        for one in _about(item):
            yield one
            yield replace(one, now=NOON.replace(year=2027))
    asked = Asked("q1", "slack:U1", "c1", "slack:C1", NOON, "typed-question", "{}", "wrong_route", "typed-verdict")
    yield replace(letter("question_for_team"), asked=asked)
    yield letter("undelivered", data={"kind": "told", "to": "person:asha"})
    yield referral_letter()


def _about(item: Escalation) -> Iterator[Letter]:
    for to in (TEAM, TEAM_MAIL, item.raised_by, f"person:{item.owner}"):
        for kind in _ABOUT_ONE:
            yield letter(kind, to, item)
    for deed in _STEPS:
        yield letter("told", item.raised_by, item, {"deed": deed, "who": OMAR.id})
    for deed in _CHANGES:
        yield letter("changed", TEAM, item, {"deed": deed, "who": OMAR.id})


def typed(item: Escalation) -> Escalation:
    """The same with telling words in every place where somebody typed."""
    words = {one: f"typed-{one}" for one in ("disputed", "tried", "wanted", "case_reference")}
    notes = tuple(replace(note, text="typed-note") for note in item.notes)
    form = raised(item.raised.kind, item.raised.danger_now, **words)
    return replace(item, raised=form, notes=notes, reason="typed-reason")


def referral_letter() -> Letter:
    referral = Referral("r1", "person:asha", "Thurrock MASH", date(2026, 11, 20), "typed-reference")
    return replace(letter("referral_outcome", "person:asha"), referral=referral)


def answer_letter(answer: Answer) -> Letter:
    asked = Asked("q1", "slack:U1", "c1", "slack:C1", NOON, answer.masked, answer.to_json())
    return replace(letter("answer", "slack:C1"), item=None, asked=asked)
