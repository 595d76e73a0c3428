"""Plans and their actions are kept as they are."""

from dataclasses import fields, replace
from datetime import date

from bot.partnership.plan import Action, Progress, Rag
from bot.store import actions
from bot.store.database import Store
from tests.partnership.plan_people import action
from tests.store.planned import PLAN, TODAY, keep
from tests.store.samples import NOW, do


def full(number: str = "6.2") -> Action:
    """An action with something in every field."""
    known = action(number, title="Title", aim="Aim", question="Question", response="Response", lead_words="Nadia Shaw")
    from_the_file = replace(known, due_words="end of November", meeting="MACE 12 October", rag=Rag.AMBER, order=7)
    said = replace(from_the_file, rag_words="Amber", comment="Comment", constraints="Constraints", evidence="Evidence")
    snoozed = replace(said, outcome="Outcome", snoozed_until=date(2026, 11, 20), snooze_reason="Waiting", extensions=2)
    asked = replace(snoozed, asked_due=date(2026, 12, 18), asked_reason="No trainer", asked_by="person:nadia")
    return replace(asked, not_mine=True, reminded_on=date(2026, 11, 13), remind_on=date(2026, 11, 24), version=9)


def test_an_action_comes_back_as_it_was_kept(store: Store) -> None:
    assert all(getattr(full(), one.name) for one in fields(Action))
    keep(store, full(), replace(action("6.3"), comment="NUL \0, 🧒 and half a pair \ud83d"))
    assert do(store, actions.load, "PLAN/6.2") == full()
    assert do(store, actions.load, "PLAN/6.3") == replace(
        action("6.3"), comment="NUL \ufffd, 🧒 and half a pair \ufffd"
    )
    assert do(store, actions.load, "PLAN/6.4") is None
    assert do(store, actions.some, ["PLAN/6.3", "PLAN/6.2", "PLAN/none", "PLAN/6.2"])[0] == full()


def test_a_saved_action_is_as_it_stands_now_and_the_file_beside_it_stays(store: Store) -> None:
    keep(store, full())
    done = replace(full(), progress=Progress.DONE, rag=None, lead=None, due=None, remind_on=None, version=10)
    do(store, actions.save, done, NOW, TODAY)
    assert do(store, actions.of_plan, "PLAN") == [(done, {"title": "Title"})]
    do(store, actions.save, done, NOW, given={"title": "Another"})
    assert do(store, actions.of_plan, "PLAN") == [(done, {"title": "Another"})]


def test_a_plan_is_kept_once_as_its_newest_file_has_it(store: Store) -> None:
    keep(store)
    newer = replace(PLAN, title="Delivery plan", source="plan.csv 77aa", listed_overdue=True)
    do(store, actions.keep_plan, newer)
    assert do(store, actions.plan, "PLAN") == newer
    assert do(store, actions.all_plans) == [newer]
    assert do(store, actions.plan, "OTHER") is None


def test_many_actions_are_found_however_many_are_asked_for(store: Store) -> None:
    keep(store, *(action(str(number)) for number in range(1200)))
    found = do(store, actions.some, [f"PLAN/{number}" for number in range(1200)])
    assert len(found) == 1200
