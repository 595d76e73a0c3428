"""The form for an escalation, the same with doubtful words shown, and what was sent with it."""

from collections.abc import Mapping
from dataclasses import replace

from bot.partnership.escalation import Kind, Raised
from bot.partnership.rules import Rules
from bot.wording.form import Field, Form, Input, Option
from bot.wording.options import HINT, NO_NAMES, FormError, option, same, shortened, stage_limits, stage_options
from bot.wording.urgent import danger_rules
from knowledge.model import Area

_LONGEST = 1500
_KINDS = (
    option(Kind.DISAGREEMENT, "A disagreement with another agency"),
    option(Kind.CONCERN, "A concern for the business team"),
)
_YES_OR_NO = (option("yes", "Yes"), option("no", "No"))
_SENTENCES = {
    "kind": "Choose what you want to log.",
    "area": "Choose one of the areas in the list.",
    "agency": "Choose your agency from the list.",
    "other_agency": "Choose the other agency from the list.",
    "stage": "Choose the stage that the disagreement is at.",
    "danger_now": "Say whether a child is in danger now.",
    "disputed": "Write in a sentence what this is about.",
    "wanted": "Write in a sentence what outcome you want.",
}


def escalation_form(
    rules: Rules,
    urgent: tuple[str, ...],
    kind: Kind,
    disputed: str = "",
    carries: Mapping[str, str] | None = None,
) -> Form:
    """The form. `urgent` is 999 and the front door, `disputed` what a message or a question already says."""
    return Form(
        id="escalation.raise",
        title="Log an escalation",
        submit="Send",
        fields=(*_choices(rules, kind), *_typed(disputed[:_LONGEST])),
        urgent=urgent,
        intro=(NO_NAMES,),
        carries=dict(carries or {}),
    )


def _choices(rules: Rules, kind: Kind) -> tuple[Field, ...]:
    areas, agencies = tuple(option(area, area.label) for area in Area), same(rules.agencies)
    danger, stage = " ".join(danger_rules(rules)), f"For a disagreement only. {stage_limits(rules)}"
    only = "Needed for a disagreement."
    return (
        Field("danger_now", "Is a child in danger now?", Input.CHOICE, shortened(danger, HINT), _YES_OR_NO),
        Field("kind", "What do you want to log?", Input.CHOICE, options=_KINDS, value=kind),
        Field("area", "Area", Input.CHOICE, options=areas),
        Field("agency", "Your agency", Input.CHOICE, options=agencies),
        Field("other_agency", "Other agency", Input.CHOICE, only, agencies, required=False),
        Field("stage", "Stage now", Input.CHOICE, shortened(stage, HINT), stage_options(rules), required=False),
    )


def _typed(disputed: str) -> tuple[Field, ...]:
    reference = "Your agency's own reference. No name, no NHS number."
    return (
        Field("disputed", "What is disputed, or your concern", longest=_LONGEST, value=disputed),
        Field("tried", "What was tried", required=False, longest=_LONGEST),
        Field("wanted", "Outcome you want", longest=_LONGEST),
        Field("case_reference", "Your case reference", Input.LINE, reference, required=False, longest=60),
    )


def doubtful_form(form: Form, doubtful: Mapping[str, tuple[str, ...]]) -> Form:
    """The same form with the words that look like personal data at each field, and a box to confirm that they are none.

    `form` holds what was typed (`Form.filled`), so that nothing is lost.
    """
    fields = tuple(_doubted(one, doubtful.get(one.id, ())) for one in form.fields if one.id != "confirmed")
    hint = "Change the words marked above. Tick when what is left points to nobody."
    tick = Field("confirmed", "These words point to no person", Input.TICK, hint)
    line = "Some words look like personal data. They are shown at their fields. Nothing has been sent yet."
    return replace(form, fields=(*fields, tick), intro=(line, *(one for one in form.intro if one != line)))


def _doubted(field: Field, words: tuple[str, ...]) -> Field:
    if not words:
        return field
    shown = ", ".join(f"“{one}”" for one in words)
    hint = shortened(f"May point to a person: {shown}. {field.hint}".strip(), HINT)
    return replace(field, hint=hint, doubted=True)


def raised_from(values: Mapping[str, str], rules: Rules) -> Raised:
    """What the submitted form says. Raises FormError with a sentence for each field that must be changed."""
    said = {name: value.strip() for name, value in values.items()}
    if errors := _errors(said, rules):
        raise FormError(errors)
    kind = Kind(said["kind"])
    return Raised(
        kind=kind,
        area=said["area"],
        agency=said["agency"],
        other_agency=said.get("other_agency", ""),
        stage=int(said["stage"]) if kind is Kind.DISAGREEMENT else None,
        danger_now=said["danger_now"] == "yes",
        disputed=said["disputed"],
        tried=said.get("tried", ""),
        wanted=said["wanted"],
        case_reference=said.get("case_reference", ""),
    )


def _errors(said: Mapping[str, str], rules: Rules) -> dict[str, str]:
    optional = {"other_agency", "stage"} if said.get("kind") == Kind.CONCERN else set()
    errors: dict[str, str] = {}
    for field in _choices(rules, Kind.DISAGREEMENT):
        value = said.get(field.id, "")
        if value not in _values(field.options) and not (field.id in optional and _may_be(field.id, value)):
            errors[field.id] = _SENTENCES[field.id]
    for field in _typed(""):
        value = said.get(field.id, "")
        if len(value) > field.longest:
            errors[field.id] = f"Shorten this to {field.longest} letters."
        elif field.required and not value:
            errors[field.id] = _SENTENCES[field.id]
    return errors


def _may_be(name: str, value: str) -> bool:
    """A concern has no stage, so whatever was chosen there is left aside; its other agency may stay empty."""
    return name == "stage" or not value


def _values(options: tuple[Option, ...]) -> set[str]:
    return {one.value for one in options}
