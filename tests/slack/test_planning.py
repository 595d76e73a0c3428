"""The plan in Slack: a reminder, its buttons and forms, what follows from each, and who may press them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.partnership.plan import Progress
from bot.workflows import plan_deeds
from tests.partnership.plan_samples import action, several
from tests.slack.elsewhere import sent_elsewhere
from tests.slack.office import Office
from tests.slack.planned import NUMBER, REASON, TUESDAY_9, PlanOffice, numbers

LEADS = ["done", "comment", "new_date", "snooze", "not_mine"]
NEVER_SEEN = "There is no such action that you can see. The business team can tell you who leads it."
FILLED = {
    "done": {"evidence": "Minutes of November."},
    "comment": {"text": "Half of it is done."},
    "new_date": {"day": "2027-01-29", "reason": REASON},
    "snooze": {"day": "2026-12-01", "reason": "Half term."},
    "not_mine": {"reason": "The police lead it."},
    "refuse": {"reason": "It cannot wait."},
    "lead": {"lead": "U_GREG"},
}


@pytest.fixture
def plan(office: Office) -> PlanOffice:
    return PlanOffice(office)


@pytest.mark.parametrize("count", [1, 3, 40])
async def test_a_person_gets_one_reminder_however_many_actions_are_due(plan: PlanOffice, count: int) -> None:
    await plan.plan(*several(count))
    shown = await plan.reminder()
    assert len(await plan.office.slack.replies("U_NADIA")) == 1
    listed = [one for one in several(count) if f"{one.number} Map" in shown.text]
    assert len(listed) == count
    assert shown.actions.count("plan.done") == min(count, 12)
    assert shown.notifies == ()
    assert await plan.office.slack.replies("U_TOM") == await plan.office.slack.replies("U_GREG") == []


async def test_an_action_that_was_done_before_the_reminder_goes_out_is_not_in_it(plan: PlanOffice) -> None:
    await plan.plan(action("1.1"), action("2.1"))
    await plan.office.bot.at(TUESDAY_9)
    await plan.office.bot.desk.do(plan_deeds.done, "slack:U_NADIA", action("1.1").id, "Minutes.")
    await plan.office.send()
    assert numbers(await plan.last("U_NADIA")) == ["2.1"]


async def test_nothing_is_sent_when_all_was_done_meanwhile(plan: PlanOffice) -> None:
    await plan.plan()
    await plan.office.bot.at(TUESDAY_9)
    await plan.office.bot.desk.do(plan_deeds.done, "slack:U_NADIA", NUMBER, "Minutes.")
    await plan.office.send()
    assert await plan.office.slack.replies("U_NADIA") == []


async def test_done_needs_what_shows_it_and_ends_the_reminders(plan: PlanOffice) -> None:
    await plan.plan()
    shown = await plan.reminder()
    assert "Write what shows that it is done in a sentence." in await plan.do("U_NADIA", shown, "done", evidence="  ")
    assert (await plan.action()).is_open
    await plan.office.slack.close("U_NADIA", everything=True)
    said = await plan.do("U_NADIA", shown, "done", **FILLED["done"])
    assert "You get no more reminders of it." in said
    now = await plan.action()
    assert (now.progress, now.evidence) == (Progress.DONE, "Minutes of November.")
    before = await plan.office.slack.replies("U_NADIA")
    await plan.office.at(TUESDAY_9 + timedelta(days=7))
    assert await plan.office.slack.replies("U_NADIA") == before


async def test_what_is_done_already_says_so_and_nothing_is_changed(plan: PlanOffice) -> None:
    await plan.plan()
    shown = await plan.reminder()
    await plan.do("U_NADIA", shown, "done", **FILLED["done"])
    await plan.office.slack.close("U_NADIA", everything=True)
    for name in ("done", "new_date", "snooze", "not_mine"):
        said = await plan.elsewhere("U_NADIA", name)
        assert "Action 6.2 was done or decided meanwhile. Nothing was changed." in said
        await plan.office.slack.close("U_NADIA", everything=True)


async def test_the_comment_is_changed_from_what_it_is(plan: PlanOffice) -> None:
    await plan.plan()
    await plan.office.slack.press("U_NADIA", await plan.reminder(), "plan.comment")
    assert "The map is half done." in str((await plan.office.view("U_NADIA")).values)
    await plan.office.slack.submit("U_NADIA", None, FILLED["comment"])
    assert (await plan.action()).comment == "Half of it is done."


async def test_a_new_date_is_decided_by_the_chair_and_whoever_asked_hears_it(plan: PlanOffice) -> None:
    await plan.plan()
    said = await plan.do("U_NADIA", await plan.reminder(), "new_date", **FILLED["new_date"])
    assert "Until then the date stays." in said
    assert (await plan.action()).due == action().due
    task = await plan.last("U_TOM")
    assert "Nadia Shaw (Health) asks for a later date." in task.words and REASON in task.words
    assert "Friday 29 January 2027" in task.words and task.actions == ["plan.approve", "plan.refuse"]
    assert [one for one in await plan.team() if "A new date" in one.text] == []
    await plan.office.slack.press("U_TOM", task, "plan.approve")
    assert "Agreed" in await plan.office.shown("U_TOM")
    await plan.office.send()
    assert ((now := await plan.action()).due, now.extensions) == (date(2027, 1, 29), 1)
    assert "Tom Hale (School or college) agreed to it." in (await plan.last("U_NADIA")).words
    assert "it may have been decided already" in await plan.elsewhere("U_BEN", "approve")
    assert (await plan.action()).extensions == 1


async def test_a_date_that_is_not_agreed_stays_and_the_reason_is_needed(plan: PlanOffice) -> None:
    await plan.plan()
    await plan.do("U_NADIA", await plan.reminder(), "new_date", **FILLED["new_date"])
    await plan.do("U_TOM", await plan.last("U_TOM"), "refuse", **FILLED["refuse"])
    assert ((now := await plan.action()).due, now.asked_due, now.extensions) == (action().due, None, 0)
    assert "did not agree. The date stays." in (await plan.last("U_NADIA")).words


async def test_without_a_chair_the_business_team_decides(plan: PlanOffice) -> None:
    await plan.plan(action(group=""))
    await plan.do("U_NADIA", await plan.reminder(), "new_date", **FILLED["new_date"])
    task = (await plan.team())[-1]
    assert "A new date is asked for" in task.text
    await plan.office.slack.press("U_BEN", task, "plan.approve")
    assert (await plan.action()).due == date(2027, 1, 29)


@pytest.mark.parametrize(
    ("name", "day", "sentence"),
    [
        ("new_date", "2026-11-20", "The new date must lie in the future."),
        ("snooze", "2027-06-01", "within 30 days"),
    ],
)
async def test_a_day_that_cannot_be_is_refused_beside_it_and_the_reason_stays(
    plan: PlanOffice, name: str, day: str, sentence: str
) -> None:
    await plan.plan()
    await plan.do("U_NADIA", await plan.reminder(), name, day=day, reason=REASON)
    view = await plan.office.view("U_NADIA")
    assert sentence in view.errors["day"]
    assert REASON in str(view.values)
    assert ((now := await plan.action()).asked_due, now.snoozed_until) == (None, None)


async def test_a_snooze_holds_the_reminders_back_and_never_moves_the_date(plan: PlanOffice) -> None:
    await plan.plan()
    said = await plan.do("U_NADIA", await plan.reminder(), "snooze", **FILLED["snooze"])
    assert "Its date has not moved." in said
    assert ((now := await plan.action()).due, now.snoozed_until) == (action().due, date(2026, 12, 1))
    before = await plan.office.slack.replies("U_NADIA")
    for days in (1, 2, 3):  # until the Friday: on Monday the digest has its own rules
        await plan.office.at(TUESDAY_9 + timedelta(days=days))
    assert await plan.office.slack.replies("U_NADIA") == before
    await plan.office.at(TUESDAY_9 + timedelta(days=7))
    assert numbers(await plan.last("U_NADIA")) == ["6.2"]


async def test_what_is_not_mine_goes_to_the_team_which_finds_a_lead_who_is_told(plan: PlanOffice) -> None:
    await plan.plan()
    await plan.do("U_NADIA", await plan.reminder(), "not_mine", **FILLED["not_mine"])
    task = (await plan.team())[-1]
    assert "A lead is needed" in task.text and "Nadia Shaw (Health) says that it is not theirs." in task.words
    said = await plan.do("U_BEN", task, "lead", **FILLED["lead"])
    assert "The new lead is told." in said
    assert ((now := await plan.action()).lead, now.not_mine) == ("greg", False)
    told = await plan.last("U_GREG")
    assert "You lead action 6.2" in told.text and "Ben Okoro (LSCP) gave it to you." in told.words
    assert [one.removeprefix("plan.") for one in told.actions] == LEADS


@pytest.mark.parametrize("lead", ["U_STRANGER", "U_GONE"])
async def test_only_somebody_in_the_people_file_can_lead(plan: PlanOffice, lead: str) -> None:
    await plan.plan(action(not_mine=True))
    said = await plan.elsewhere("U_BEN", "lead")
    assert "Lead" in said
    await plan.office.slack.submit("U_BEN", None, {"lead": lead})
    assert "not in the people file, so nothing was changed" in await plan.office.shown("U_BEN")
    assert (await plan.action()).lead == "nadia"


@pytest.mark.parametrize("name", [*FILLED, "approve"])
@pytest.mark.parametrize("user", ["U_GREG", "U_STRANGER"])
async def test_whoever_has_no_part_in_an_action_learns_nothing_about_it(plan: PlanOffice, user: str, name: str) -> None:
    await plan.plan(action(asked_due=date(2027, 1, 29), asked_by="person:nadia"))
    there, nowhere = await plan.elsewhere(user, name), await plan.elsewhere(user, name, "delivery-2026/99.9")
    assert NEVER_SEEN in there
    assert there == nowhere
    if name in FILLED:
        before = await plan.action()
        carried = f'{{"action": "{NUMBER}"}}'
        await sent_elsewhere(plan.office, user, f"plan.{name}", carried, **FILLED[name])
        assert NEVER_SEEN in await plan.office.shown(user)
        assert await plan.action() == before


@pytest.mark.parametrize(
    ("user", "name", "sentence"),
    [
        ("U_NADIA", "approve", "Only the group's chair or the business team can decide on a new date."),
        ("U_NADIA", "lead", "Only the business team can give an action to somebody."),
        ("U_TOM", "done", "Only the lead can do this with action 6.2."),
        ("U_TOM", "lead", "Only the business team can give an action to somebody."),
        ("U_BEN", "not_mine", "Only the lead can do this with action 6.2."),
    ],
)
async def test_whoever_may_see_an_action_reads_who_could_do_it(
    plan: PlanOffice, user: str, name: str, sentence: str
) -> None:
    await plan.plan(action(asked_due=date(2027, 1, 29), asked_by="person:nadia"))
    before = await plan.action()
    assert sentence in await plan.elsewhere(user, name)
    assert await plan.action() == before


async def test_nobody_decides_on_a_date_that_they_asked_for(plan: PlanOffice) -> None:
    await plan.plan(action(lead="tom", asked_due=date(2027, 1, 29), asked_by="person:tom"))
    assert "Somebody else must decide on a date that you asked for." in await plan.elsewhere("U_TOM", "approve")


async def test_a_childs_data_in_a_comment_is_refused_and_a_name_must_be_confirmed(plan: PlanOffice) -> None:
    await plan.plan()
    await plan.office.slack.press("U_NADIA", await plan.reminder(), "plan.comment")
    await plan.office.slack.submit("U_NADIA", None, {"text": "See 943 476 5919"})
    assert "NHS number" in (await plan.office.view("U_NADIA")).errors["text"]
    await plan.office.slack.submit("U_NADIA", None, {"text": "Mia Jones was moved."})
    assert "“Mia Jones”" in await plan.office.shown("U_NADIA")
    assert (await plan.action()).comment == "The map is half done."


async def test_a_comment_that_would_mention_everybody_stays_letters(plan: PlanOffice) -> None:
    harm = "<!channel> <@U_BEN> *bold* <http://bad.example|press>"
    await plan.plan(action(comment=harm, title=f"Map {harm}"))
    shown = await plan.reminder()
    assert shown.notifies == ()
    assert "&lt;!channel&gt;" in shown.words


async def test_the_lead_reads_on_monday_the_digest_with_buttons_and_no_reminder_besides(plan: PlanOffice) -> None:
    await plan.plan()
    await plan.office.at(TUESDAY_9 + timedelta(days=6))
    (digest,) = await plan.office.slack.replies("U_NADIA")
    assert digest.text.startswith("The plan in the week of Monday 30 November")
    assert "Overdue: 1" in digest.text and "plan.done" in digest.actions
    chairs = await plan.last("U_TOM")
    assert "Overdue: 1" in chairs.text and "plan.done" not in chairs.actions
    team = (await plan.team())[-1]
    assert "Overdue: 1 of 1 ▓▓" in team.text
    assert await plan.office.slack.replies("U_GREG") == []


async def test_a_week_in_which_there_is_nothing_to_tell_sends_nothing(plan: PlanOffice) -> None:
    await plan.plan(action(due=date(2027, 6, 1)))
    await plan.office.at(TUESDAY_9 + timedelta(days=13))
    assert await plan.office.slack.replies("U_NADIA") == await plan.office.slack.replies("U_TOM") == []


async def test_the_home_shows_own_actions_with_buttons_and_the_team_the_counts(plan: PlanOffice) -> None:
    soon = replace(action("7.1"), due=date(2026, 12, 4))
    await plan.plan(soon, action("1.1"))
    office = plan.office

    async def home(user: str) -> str:
        await office.slack.open_home(user)
        await plan.answered(user)
        view = await office.slack.home(user)
        assert view is not None
        return view.words

    nadia = await home("U_NADIA")
    assert "Your actions: 2 open, 1 overdue" in nadia
    assert nadia.index("1.1 Map") < nadia.index("7.1 Map")
    assert "The plan today" in await home("U_BEN")
    for other in ("U_TOM", "U_GREG", "U_STRANGER"):
        assert "Map" not in await home(other)
    view = await office.slack.home("U_NADIA")
    assert view is not None
    await plan.do("U_NADIA", view, "done", **FILLED["done"])
    await office.slack.close("U_NADIA", everything=True)
    assert "Your actions: 1 open" in await home("U_NADIA")
