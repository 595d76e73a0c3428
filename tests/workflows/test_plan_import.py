"""A plan file is taken over whole, and taken over again without losing what people did."""

from dataclasses import replace
from datetime import date

from bot.partnership.plan import Action, Plan, Progress
from bot.store import actions, history
from bot.store.database import Store
from bot.workflows import plan_deeds
from bot.workflows.log import verify
from bot.workflows.plan_import import Imported, import_plan
from tests.partnership.plan_people import action
from tests.partnership.samples import RULES, clock
from tests.store.samples import do
from tests.workflows.planned import BEFORE, File, stands, taken_over

NOW = clock(2026, 6, 2, 11)
GIVEN = (action("1.1"), action("1.2", lead=None, lead_words="Omar Reid"), action("1.10", group="A task group"))


def counts(done: Imported) -> tuple[int, int, int, int]:
    return len(done.added), len(done.changed), len(done.unchanged), len(done.dropped)


def again(store: Store, *given: Action) -> Imported:
    return do(store, import_plan, File(given), NOW, "person:ben")


def lines(store: Store, subject: str) -> list[tuple[str, str, dict[str, str]]]:
    entries = do(store, history.of_subject, subject)
    return [(one.event.who, one.event.deed, dict(one.event.facts)) for one in entries]


def test_every_action_is_kept_in_the_order_of_the_file(store: Store) -> None:
    assert counts(taken_over(store, *GIVEN)) == (3, 0, 0, 0)
    kept = [one for one, _ in do(store, actions.of_plan, "PLAN")]
    assert [one.number for one in kept] == ["1.1", "1.10", "1.2"]  # all at the same place: by id
    assert [(stands(store, one).lead, stands(store, one).group) for one in ("1.2", "1.10")] == [
        ("omar", "mace"),
        ("nadia", "A task group"),
    ]
    assert stands(store, "1.1").remind_on == date(2026, 11, 13)


def test_the_same_file_again_changes_nothing_and_leaves_no_line(store: Store) -> None:
    taken_over(store, *GIVEN)
    before = do(store, history.head)
    assert counts(again(store, *GIVEN)) == (0, 0, 3, 0)
    assert do(store, history.head) == before


def test_what_people_did_since_is_kept(store: Store) -> None:
    taken_over(store, *GIVEN)
    do(store, plan_deeds.done, RULES, NOW, "slack:U_NADIA", "PLAN/1.1", "On the web site.")
    do(store, plan_deeds.comment, RULES, NOW, "slack:U_OMAR", "PLAN/1.2", "Soon.")
    assert counts(again(store, *GIVEN)) == (0, 0, 3, 0)
    assert stands(store, "1.1").progress is Progress.DONE
    assert stands(store, "1.2").comment == "Soon."


def test_a_changed_file_changes_what_it_names_and_the_old_date_stays_in_the_history(store: Store) -> None:
    taken_over(store, *GIVEN)
    earlier = replace(GIVEN[0], due=date(2026, 6, 5), title="Write the guide")
    assert counts(again(store, earlier, *GIVEN[1:])) == (0, 1, 2, 0)
    assert (stands(store, "1.1").due, stands(store, "1.1").version) == (date(2026, 6, 5), 1)
    assert stands(store, "1.1").remind_on == date(2026, 5, 21)  # it is told of at once
    facts = {"changed": "title, due", "from": "2026-11-27", "to": "2026-06-05"}
    assert lines(store, "A:PLAN/1.1") == [("person:ben", "import", facts)]


def test_what_left_the_file_is_dropped_but_stays_to_be_seen(store: Store) -> None:
    taken_over(store, *GIVEN)
    assert counts(again(store, *GIVEN[1:])) == (0, 0, 2, 1)
    gone = stands(store, "1.1")
    assert (gone.progress, gone.remind_on) == (Progress.DROPPED, None)
    assert counts(again(store, *GIVEN[1:])) == (0, 0, 2, 0)
    assert counts(again(store, *GIVEN)) == (0, 1, 2, 0)  # it is back
    assert stands(store, "1.1").is_open


def test_what_was_done_and_left_the_file_stays_done(store: Store) -> None:
    taken_over(store, *GIVEN)
    do(store, plan_deeds.done, RULES, NOW, "slack:U_NADIA", "PLAN/1.1", "On the web site.")
    assert counts(again(store, *GIVEN[1:])) == (0, 0, 2, 0)
    assert stands(store, "1.1").progress is Progress.DONE


def test_another_plan_is_left_alone(store: Store) -> None:
    taken_over(store, *GIVEN)
    other = Plan("OTHER", "Case review", "2015", "review.docx 77aa")
    given = File((replace(action("1.1"), id="OTHER/1.1", plan="OTHER"),), other)
    assert counts(do(store, import_plan, given, NOW)) == (1, 0, 0, 0)
    assert {one.id for one in do(store, actions.all_plans)} == {"PLAN", "OTHER"}
    assert stands(store, "1.1").is_open


def test_the_history_says_once_that_a_plan_was_read_and_still_verifies(store: Store) -> None:
    taken_over(store, *GIVEN)
    assert lines(store, "P:PLAN") == [
        ("clock", "import", {"source": "plan.csv 0a1b", "added": "3", "changed": "0", "dropped": "0"})
    ]
    again(store, *GIVEN[1:])
    assert do(store, verify) == []


def test_an_old_plan_is_told_of_at_once_and_then_weekly(store: Store) -> None:
    taken_over(store, action("1.1", due=date(2015, 3, 31)))
    assert (stands(store, "1.1").remind_on or BEFORE.date()) < BEFORE.date()
