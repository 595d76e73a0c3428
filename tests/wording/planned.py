"""Every message and form about the plan, written of invented actions, and a name for each of its people."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.partnership.digest import Change, Digest
from bot.partnership.plan import Progress, Rag
from bot.partnership.plan_asked import AskedPlan, PlanCounts, PlanList
from bot.partnership.settled import OpenGroup, OpenQuestions
from bot.wording import plan_forms as forms
from bot.wording.digest import digest
from bot.wording.form import Form
from bot.wording.message import Message
from bot.wording.plan_home import plan_home
from bot.wording.plan_list import plan_list
from bot.wording.plan_told import leads_needed, plan_task, plan_told
from bot.wording.reminder import reminder
from knowledge.hours import LONDON
from tests.partnership.plan_samples import MONDAY, action, several

NOW = datetime(2026, 11, 23, 9, tzinfo=LONDON)
_NAMES = {"person:nadia": "Nadia Shaw (Health)", "person:ben": "Ben Okoro (LSCP)"}
ASKED = action(asked_due=date(2027, 1, 29), asked_reason="The analyst is away.", asked_by="person:nadia", rag=Rag.AMBER)
DONE = action("7.1", progress=Progress.DONE, rag=Rag.COMPLETED, evidence="Minutes of November.")
GIVEN_BACK = action("8.1", not_mine=True)
CHANGES = (Change(DONE, "done", "Minutes of November."), Change(action("9.1"), "a deed of a later version"))
OPEN_GROUPS = (
    OpenGroup("1a2b3c4d", 6, "Refer to the front door", ("lado", "coach")),
    OpenGroup("5e6f7a8b", 1, "Early help", ()),
)
COUNTS = (("overdue", 4), ("red", 2), ("amber", 1), ("green", 3), ("no colour", 5), ("completed", 9))


def name(key: str) -> str:
    return _NAMES.get(key, "a practitioner who is not in the people file")


def week(role: str = "lead", count: int = 2, **other: Any) -> Digest:  # noqa: ANN401
    """A digest with so many actions in each part."""
    soon = [replace(one, id=f"{one.id}/soon", due=MONDAY + timedelta(days=4)) for one in several(count)]
    waiting = (ASKED, GIVEN_BACK) if role in {"chair", "business team"} else ()
    given = Digest("nadia" if role in {"lead", "chair"} else "mace", role, MONDAY, tuple(several(count)), tuple(soon))
    return replace(given, waiting=waiting, changes=CHANGES, counts=COUNTS, **other)


def teams_week(count: int = 2) -> Digest:
    """What only the business team hears, too."""
    only: dict[str, Any] = {
        "silent": ("nadia",),
        "escalations": ("E-2026-0001",),
        "undelivered": 2,
        "unreachable": ("Probation",),
        "questions": OpenQuestions(date(2026, 11, 16), date(2026, 11, 22), 2, 7, OPEN_GROUPS),
    }
    return week("business team", count, **only)


def listed(asked: AskedPlan, count: int = 2, own: bool = True) -> Message:
    """The answer to a question about the plan."""
    found = several(count)
    return plan_list(PlanList(asked, tuple(found), frozenset(one.id for one in found if own)), NOW, name)


def every_plan_message() -> dict[str, Message]:
    """Each kind with few and with many actions."""
    found = {f"reminder of {count}": reminder(several(count), MONDAY) for count in (1, 3, 40)}
    for count in (1, 40):
        for role in ("lead", "chair", "group"):
            found[f"digest for a {role} of {count}"] = digest(week(role, count), MONDAY, name)
        undated = tuple(action(f"{n}.9", None) for n in range(count))
        found[f"digest of {count} without a date"] = digest(replace(teams_week(count), undated=undated), MONDAY, name)
        found[f"digest for the team of {count}"] = digest(teams_week(count), MONDAY, name)
        found[f"no leads of {count}"] = leads_needed(several(count, lead=None), MONDAY)
        found[f"list of {count}"] = listed(AskedPlan(mine=True), count)
        found[f"home of {count}"] = plan_home(several(count), None, NOW)[0]
    for deed in ("approve_new_date", "refuse_new_date", "assign_lead"):
        found[f"told {deed}"] = plan_told(ASKED, deed, "person:ben", MONDAY, name)
    for task, about in (("approve_new_date", ASKED), ("assign_lead", GIVEN_BACK)):
        made = plan_task(about, task, MONDAY, name)
        assert made is not None
        found[f"task {task}"] = made
    found["counts"] = plan_home((), PlanCounts(4, 11, 9), NOW)[0]
    return found


def every_plan_form() -> dict[str, Form]:
    """Each form, of an action with a title as long as a paragraph."""
    long = action(title="Map the places " * 60, comment="Half done. " * 200)
    made = (forms.done_form, forms.comment_form, forms.new_date_form, forms.snooze_form, forms.not_mine_form)
    return {one.id: one for form in (*made, forms.refuse_form, forms.lead_form) for one in [form(long)]}


def buttons(message: Message) -> list[str]:
    """The names of all buttons, also of the parts."""
    own = [one.action.removeprefix("plan.") for one in message.buttons]
    return own + [name for part in message.parts for name in buttons(part)]


def facts(about: Message) -> dict[str, str]:
    """What is known of something, by label."""
    return {one.label: one.value for one in about.facts}
