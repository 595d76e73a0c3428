"""Invented escalations, made by the partnership's own deeds, and every message and form that is written of them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from bot.partnership import deeds
from bot.partnership.asked import Asked
from bot.partnership.clocks import deadline
from bot.partnership.escalation import Escalation, Kind, Raised, escalation
from bot.partnership.history import GENESIS, Entry, Event, entry
from bot.partnership.notices import TEAM, TEAM_MAIL
from bot.partnership.people import Actor, Person, Role
from bot.partnership.referral import Referral, ReferralState, first_question
from bot.partnership.rules import Rules, load_rules
from bot.wording import forms, told
from bot.wording.advice import advice_form, advice_message
from bot.wording.card import card, own_card
from bot.wording.form import Form
from bot.wording.help import help_message
from bot.wording.home import home
from bot.wording.message import Message
from bot.wording.referral import answered, chase_message, noted, outcome_question
from bot.wording.urgent import front_door_names, urgent_lines
from knowledge.knowledge import Knowledge
from knowledge.model import Area

RULES = load_rules()
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)  # a Monday
ASHA = Actor("slack:U1", Person("asha", "Asha Bell", "School or college"))
OMAR = Actor("slack:U2", Person("omar", "Omar Reid", "Business team", Role.BUSINESS_TEAM))
JUNE = Actor("slack:U3", Person("june", "June Okafor", "Business team", Role.BUSINESS_TEAM))
REF = "E-2026-0042"
_NAMES = {one.id: f"{one.person.name} ({one.person.agency})" for one in (ASHA, OMAR, JUNE) if one.person}


def name(key: str) -> str:
    return _NAMES.get(key, "a practitioner who is not in the people file")


def raised(kind: Kind = Kind.DISAGREEMENT, danger: bool = False, **other: str) -> Raised:
    words = {
        "disputed": "The step down.",
        "tried": "Two calls.",
        "wanted": "A strategy meeting.",
        "case_reference": "K7",
    }
    stage = 1 if kind is Kind.DISAGREEMENT else None
    return Raised(kind, "thurrock", "School or college", "Children's social care", stage, danger, **(words | other))


class Story:
    """An escalation that goes on: each deed is one line of its history, an hour after the one before."""

    def __init__(self, what: Raised | None = None, at: datetime = NOON, ref: str = REF) -> None:
        self.at = at
        self.entries: list[Entry] = []
        self._add(deeds.raise_it(ref, ASHA, at, what or raised()))

    @property
    def item(self) -> Escalation:
        found = escalation(self.entries)
        assert found is not None
        return found

    def _add(self, event: Event) -> "Story":
        self.entries.append(entry(len(self.entries) + 1, event, GENESIS, "salt"))
        self.at = event.at + timedelta(hours=1)
        return self

    def acknowledged(self) -> "Story":
        return self._add(deeds.acknowledge(self.item, OMAR, self.at))

    def assigned(self) -> "Story":
        assert JUNE.person is not None
        return self._add(deeds.assign(self.item, OMAR, self.at, JUNE.person))

    def note(self, text: str, who: Actor = OMAR) -> "Story":
        return self._add(deeds.note(self.item, who, self.at, text))

    def moved(self, stage: int = 2) -> "Story":
        return self._add(deeds.move_stage(self.item, OMAR, self.at, stage, "No answer at this stage.", RULES))

    def resolved(self) -> "Story":
        return self._add(deeds.resolve(self.item, OMAR, self.at, "agreed", "Both signed the plan.", RULES))

    def withdrawn(self) -> "Story":
        return self._add(deeds.withdraw(self.item, ASHA, self.at, "They rang me back."))

    def reopened(self) -> "Story":
        return self._add(deeds.reopen(self.item, OMAR, self.at, "The plan was not kept."))

    def duplicate(self) -> "Story":
        return self._add(deeds.link_duplicate(self.item, OMAR, self.at, Story(ref="E-2026-0007").item))

    def redaction_asked(self, line: int = 1) -> "Story":
        return self._add(deeds.ask_redaction(self.item, OMAR, self.at, line))


def every_item() -> dict[str, Escalation]:
    """An escalation in every state, of both kinds, with and without danger."""
    concern, danger = raised(Kind.CONCERN), raised(danger=True)
    return {
        "open": Story().item,
        "busy": Story().acknowledged().assigned().note("I ring them today.").moved().redaction_asked().item,
        "last stage": Story().moved(4).item,
        "concern": Story(concern).acknowledged().item,
        "danger": Story(danger).item,
        "danger in a concern": Story(raised(Kind.CONCERN, danger=True)).assigned().item,
        "resolved": Story(danger).acknowledged().resolved().item,
        "withdrawn": Story().withdrawn().item,
        "duplicate": Story(concern).duplicate().item,
        "reopened": Story().acknowledged().resolved().reopened().item,
    }


def notices_of(item: Escalation, now: datetime, rules: Rules = RULES) -> dict[str, Message]:
    """Every message about one escalation."""
    owner = f"person:{item.owner}" if item.owner else "person:june"
    steps = ("raise", "acknowledge", "assign", "note", "move_stage", "resolve", "reopen", "link_duplicate", "new deed")
    changes = ("note", "withdraw", "reopen", "move_stage", "ask_redaction", "new deed")
    found = {
        "card": card(item, now, rules, name),
        "own card": own_card(item, now, rules, name, frozenset({"note", "withdraw"})),
        "assigned": told.assigned(item, now, rules, name),
        "unacknowledged": told.unacknowledged(item, now, rules, name, owner),
        "unacknowledged by mail": told.unacknowledged(item, now, rules, name, TEAM_MAIL),
    }
    for step in steps:
        found[f"told {step}"] = told.told(item, step, OMAR.id, now, rules, name)
    for change in changes:
        found[f"changed {change}"] = told.changed(item, change, OMAR.id, now, rules, name)
    for to in (TEAM, item.raised_by, owner, "person:omar"):
        found[f"near {to}"] = told.limit_near(item, now, rules, name, to)
        found[f"passed {to}"] = told.limit_passed(item, now, rules, name, to)
    return found


def every_notice(rules: Rules = RULES) -> dict[str, Message]:
    """Every message that is sent, of every escalation, before and after its limit, in and out of office hours."""
    moments = (NOON + timedelta(hours=1), NOON + timedelta(days=40, hours=9))
    found = {
        f"{story}, {kind}, {now:%d %H:%M}": message
        for story, item in every_item().items()
        for now in moments
        for kind, message in notices_of(item, now, rules).items()
    }
    return found | {f"referral: {one.title}": one for one in referral_messages(rules)} | _others()


def _others() -> dict[str, Message]:
    return {
        "undelivered": told.undelivered("told", name(ASHA.id), REF),
        "question": told.question_for_team(question("wrong_route"), NOON),
        **{f"advice {number}": advice_message(data, NOON, name) for number, data in enumerate(_ADVICE)},
    }


_SWITCHED = {"what": "switched", "who": OMAR.id, "why": "A wrong number.", "at": NOON.isoformat(), "kind": "person"}
_DRILLED = {"what": "drill", "asked": "100", "not_run": "7", "missed": "lado-other: expected lado; got fgm."}
_ADVICE: tuple[dict[str, str], ...] = (
    _SWITCHED,
    _SWITCHED | {"is_on": "yes"},
    _SWITCHED | {"kind": "drill", "who": "clock"},
    {"what": "offer"},
    {"what": "offer", "is_on": "yes"},
    {"what": "refused", "why": "Only the partnership's business team can do this."},
    _DRILLED | {"result": "failed"},
    _DRILLED | {"result": "not run"},
)


def referral(reference: str = "K7") -> Referral:
    on = date(2026, 11, 20)
    return Referral("r1", ASHA.id, "Thurrock MASH", on, reference, ask_at=first_question(on, NOON, RULES))


def referral_messages(rules: Rules = RULES) -> tuple[Message, ...]:
    return tuple(one(referral(), rules) for one in (noted, outcome_question, chase_message, answered))


def question(verdict: str | None = None) -> Asked:
    masked = "A [NAME] of 8 has a belt mark, who do I ring?"
    return Asked("q1", ASHA.id, "c1", "slack:C1", NOON, masked, "{}", verdict)


def every_page(knowledge: Knowledge, rules: Rules = RULES) -> dict[str, Message]:
    """What is shown on opening the app, and the help."""
    items, referrals = list(every_item().values()), [referral()]
    pages: Iterable[Message] = (
        *home(items, referrals, NOON, rules, name),
        *home(
            [one for one in items if not one.is_closed], referrals, NOON + timedelta(hours=8), rules, name, team=True
        ),
        help_message(knowledge),
    )
    return {f"page {number}: {page.title}": page for number, page in enumerate(pages)}


def every_form(knowledge: Knowledge, rules: Rules = RULES) -> dict[str, Form]:
    """Every form, for every state that it can be opened in."""
    open_item, busy = Story().item, every_item()["busy"]
    urgent = urgent_lines(knowledge, Area.THURROCK, NOON)
    doors = front_door_names(knowledge)
    said = forms.lines_said(Story().note("x" * 900).entries, name)
    made = [
        *(forms.escalation_form(rules, urgent, kind, "d" * 3000, {"asked": "q1"}) for kind in Kind),
        forms.doubtful_form(forms.escalation_form(rules, urgent, Kind.CONCERN), {"disputed": ("Kai",) * 900}),
        forms.note_form(REF),
        forms.assign_form(REF),
        *(forms.move_stage_form(item, rules) for item in (open_item, busy)),
        forms.resolve_form(REF, rules),
        forms.reopen_form(REF),
        forms.withdraw_form(REF),
        forms.duplicate_form(REF),
        *(forms.redaction_form(busy, shown) for shown in (None, said)),
        forms.verdict_form("q1"),
        *(advice_form(turn_on) for turn_on in (False, True)),
        forms.tell_team_form("q1", "m" * 9000),
        forms.referral_form(rules, doors, NOON.date()),
    ]
    return {f"{number} {form.id}": form for number, form in enumerate(made)}


def pieces(message: Message) -> list[str]:
    """Every sentence or labelled value of a message."""
    return [*message.urgent, message.title, *message.lines, *(fact.value for fact in message.facts), *message.small]


def fact(message: Message, label: str) -> str | None:
    """The value under that label, or under the first label that begins so."""
    exact = (one.value for one in message.facts if one.label == label)
    return next(exact, next((one.value for one in message.facts if one.label.startswith(label)), None))


def actions(message: Message) -> list[str]:
    return [button.action.removeprefix("escalation.") for button in message.buttons]


def due_of(item: Escalation) -> datetime:
    due = deadline(item, RULES)
    assert due is not None
    return due


def stopped(one: Referral) -> Referral:
    return Referral(one.id, one.by, one.front_door, one.referred_on, one.reference, ReferralState.STOPPED, 3)


def confirmed_rules() -> Rules:
    """The rules as they would be once the partnership has confirmed them."""
    return RULES.model_copy(
        update={
            "stages": tuple(stage.model_copy(update={"verified": True}) for stage in RULES.stages),
            "office": RULES.office.model_copy(update={"verified": True}),
            "working_days": RULES.working_days.model_copy(update={"verified": True}),
        }
    )
