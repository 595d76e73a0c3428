"""The short forms behind the buttons of an escalation. `carries` brings its reference back."""

from collections.abc import Iterable, Mapping

from bot.partnership.escalation import Escalation
from bot.partnership.history import Entry
from bot.partnership.rules import Rules
from bot.wording.form import Field, Form, Input, Option
from bot.wording.options import HINT, NO_NAMES, option, shortened, stage_limits, stage_options
from bot.wording.standing import Name
from bot.wording.times import moment_words

_LONGEST = 1000  # three notes and everything else of a card stay inside Slack's limit for a message


def note_form(ref: str) -> Form:
    """What to write down; everybody who may see the escalation reads it."""
    hint = "The person who raised it and the business team read this."
    return _form("note", ref, "Add a note", "Add", Field("text", "Note", hint=hint, longest=_LONGEST))


def assign_form(ref: str) -> Form:
    """Who is responsible from now on."""
    field = Field("owner", "Who is responsible", Input.PERSON, "Somebody who is in the people file.")
    return _form("assign", ref, "Assign", "Assign", field)


def move_stage_form(item: Escalation, rules: Rules) -> Form:
    """Another stage than the present one, and why."""
    others = tuple(one for one in stage_options(rules) if one.value != str(item.stage))
    hint = shortened(f"Now at stage {item.stage}. The limit starts anew. {stage_limits(rules)}", HINT)
    stage = Field("stage", "New stage", Input.CHOICE, hint, others)
    return _form("move_stage", item.ref, "Move stage", "Move", stage, _reason())


def resolve_form(ref: str, rules: Rules) -> Form:
    """What came of it, and why."""
    outcomes = tuple(option(code, label) for code, label in rules.outcomes.items())
    outcome = Field("outcome", "Outcome", Input.CHOICE, options=outcomes)
    return _form("resolve", ref, "Resolve", "Resolve", outcome, _reason())


def reopen_form(ref: str) -> Form:
    """Why it is opened again."""
    return _form("reopen", ref, "Reopen", "Reopen", _reason("The limit starts anew."))


def withdraw_form(ref: str) -> Form:
    """Why it is taken back; it stays in the log."""
    return _form("withdraw", ref, "Withdraw", "Withdraw", _reason("It is closed and stays in the log."))


def duplicate_form(ref: str) -> Form:
    """Which other escalation goes on."""
    hint = f"Its reference, such as E-2026-0042. {ref} is closed."
    field = Field("of", "The one that goes on", Input.LINE, hint, longest=20)
    return _form("link_duplicate", ref, "Link duplicate", "Link", field)


def redaction_form(item: Escalation, said: Mapping[int, str] | None = None) -> Form:
    """Which line's words shall be taken out. `said` tells what each line holds (`lines_said`)."""
    asked = {line for line, _ in item.redactions_asked}
    lines = tuple(_line(line, (said or {}).get(line, "")) for line in item.lines if line not in asked)
    if not lines:
        nothing = (f"Every line of {item.ref} that holds words has been asked for already.",)
        return Form("escalation.ask_redaction", "Redact words", "Close", (), intro=nothing, carries={"ref": item.ref})
    hint = "A second person of the business team must agree. Then the words are gone for good; the line stays."
    return _form("ask_redaction", item.ref, "Redact words", "Ask", Field("line", "Line", Input.CHOICE, hint, lines))


def lines_said(entries: Iterable[Entry], name: Name) -> dict[int, str]:
    """What each line of a history holds that has words, short enough to choose from."""
    return {one.seq: _entry_words(one, name) for one in entries if one.event.words}


def _entry_words(one: Entry, name: Name) -> str:
    words = " / ".join(part for part in (one.event.words or {}).values() if part)
    return f"{moment_words(one.event.at)}, {name(one.event.who)}: {words}"


def _line(line: int, said: str) -> Option:
    return option(str(line), f"{line}. {said}" if said else f"Line {line} of the log")


def _reason(hint: str = "") -> Field:
    return Field("reason", "Reason", hint=hint, longest=_LONGEST)


def _form(deed: str, ref: str, title: str, submit: str, *fields: Field) -> Form:
    intro = (f"For {ref}.", NO_NAMES) if any(field.input is Input.TEXT for field in fields) else (f"For {ref}.",)
    return Form(f"escalation.{deed}", title, submit, fields, intro=intro, carries={"ref": ref})
