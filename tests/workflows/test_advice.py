"""Switching advice off and on: who may, who is told, what is kept, and how quickly every process follows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.partnership.advice import OffSpell
from bot.partnership.refusal import Refused
from bot.store import advice as kept
from bot.store import people
from bot.store.database import Store
from bot.store.engine import make_engine
from bot.wording.advice_digest import advice_lines
from bot.workflows import advice
from bot.workflows.advice_digest import week_of_advice
from bot.workflows.advice_switch import StoredSwitch
from bot.workflows.people import names
from knowledge.knowledge import Knowledge
from tests.partnership.samples import RULES, clock
from tests.store.samples import do
from tests.workflows.drilling import drilled
from tests.workflows.escalated import ASHA, BEN, NADIA, NOW
from tests.workflows.post_room import PostRoom

TEAM, PRACTITIONER, COMMAND = "slack:U_BEN", "slack:U_NADIA", "console:root"
WHY = "A wrong number is shown."
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def known(store: Store) -> Store:
    """A store with the invented people."""
    do(store, people.replace_all, [replace(BEN, email="ben@lscp.example"), ASHA, NADIA])
    return store


def test_only_the_business_team_switches(known: Store) -> None:
    for who in (PRACTITIONER, "slack:U_NOBODY", "clock"):
        with pytest.raises(Refused, match="Only the partnership's business team can do this"):
            do(known, advice.switch, RULES, NOW, who, False, WHY)
    with pytest.raises(Refused, match="Only the partnership's business team"):
        do(known, advice.state, RULES, NOW, PRACTITIONER)
    assert do(known, kept.everything) == []


async def test_the_team_and_whoever_did_it_are_told_once_who_and_why(known: Store, knowledge: Knowledge) -> None:
    do(known, advice.switch, RULES, NOW, TEAM, False, WHY)
    said = await PostRoom(known, knowledge).deliver(NOW)
    assert sorted(to for to, _ in said) == ["slack:U_BEN", "team"]
    for _, message in said:
        assert message.title == "Automatic advice is switched off"
        assert "Ben Okoro (LSCP) switched it off on Monday 23 November, 10:00." in message.lines
        assert f"Reason: {WHY}" in message.lines
        assert [button.action for button in message.buttons] == ["advice.on"]
    do(known, advice.switch, RULES, NOW + HOUR, "slack:U_ASHA", True, "Mended.")
    again = await PostRoom(known, knowledge).deliver(NOW + HOUR)
    assert {message.title for _, message in again} == {"Automatic advice is on again"}
    assert "Asha Rahman (LSCP) switched it on" in again[0][1].text


@pytest.mark.parametrize(
    ("by", "who"),
    [
        ("ben", "person:ben"),
        (" BEN@lscp.example ", "person:ben"),
        ("Ben  Okoro", "person:ben"),
        ("Sam Okafor", "console:Sam Okafor"),
    ],
)
def test_a_command_names_who_switches(known: Store, by: str, who: str) -> None:
    assert do(known, advice.switch, RULES, NOW, COMMAND, False, WHY, by).who == who


async def test_a_name_that_only_a_command_gave_is_told_as_it_was_given(known: Store, knowledge: Knowledge) -> None:
    do(known, advice.switch, RULES, NOW, COMMAND, False, WHY, "Sam Okafor")
    ((to, message),) = await PostRoom(known, knowledge).deliver(NOW)
    assert to == "team" and message.lines[0].startswith("Sam Okafor switched it off")


def test_a_command_that_names_nobody_is_refused(known: Store) -> None:
    with pytest.raises(Refused, match="Say with --by who switches it"):
        do(known, advice.switch, RULES, NOW, COMMAND, False, WHY, "  ")


def test_the_state_shows_every_switching_newest_first(known: Store) -> None:
    do(known, advice.switch, RULES, NOW, TEAM, False, WHY)
    do(known, advice.switch, RULES, NOW + HOUR, TEAM, True, "Mended.")
    found = do(known, advice.state, RULES, NOW, TEAM)
    assert found.is_on and found.last is not None and found.last.why == "Mended."
    assert [one.why for one in found.before] == [WHY]


async def test_every_process_follows_and_asks_the_store_only_when_its_word_is_old(known: Store) -> None:
    seconds = 0.0
    one, two = (StoredSwitch(known, seconds=lambda: seconds) for _ in range(2))
    assert await one.is_on() and await two.is_on()
    do(known, advice.switch, RULES, NOW, TEAM, False, WHY)
    seconds = 1.0
    assert await one.is_on()  # what it was told is still fresh
    seconds = 2.0
    assert not await one.is_on() and not await two.is_on()
    do(known, advice.switch, RULES, NOW, TEAM, True, "Mended.")
    seconds = 4.0
    assert await one.is_on() and await two.is_on()


@pytest.fixture
def gone(known: Store) -> Iterator[Store]:
    """A store whose table of switchings can be taken away and put back, as when a database is being mended."""
    yield known
    with known.begin() as tx:
        tx.exec_driver_sql("ALTER TABLE taken_away RENAME TO advice")


@pytest.mark.parametrize("turned_off", [False, True])
async def test_while_the_store_cannot_be_read_its_last_word_holds(
    gone: Store, turned_off: bool, caplog: pytest.LogCaptureFixture
) -> None:
    seconds = 0.0
    switch = StoredSwitch(gone, seconds=lambda: seconds)
    if turned_off:
        do(gone, advice.switch, RULES, NOW, TEAM, False, WHY)
    before = await switch.is_on()
    with gone.begin() as tx:
        tx.exec_driver_sql("ALTER TABLE advice RENAME TO taken_away")
    seconds = 10.0
    assert await switch.is_on() is before is not turned_off
    assert "whether advice is on cannot be read" in caplog.text and WHY not in caplog.text


async def test_a_process_that_has_never_reached_the_store_takes_advice_for_off() -> None:
    nowhere = Store(make_engine("postgresql://nobody@127.0.0.1:9/nothing?connect_timeout=1"))
    assert not await StoredSwitch(nowhere).is_on()
    nowhere.close()


def test_the_teams_digest_tells_when_advice_was_off_by_whom_and_why_and_how_the_drills_went(known: Store) -> None:
    monday = clock(2026, 11, 30, 9)
    off, back = clock(2026, 11, 27, 17), clock(2026, 11, 28, 8)
    do(known, advice.switch, RULES, off, TEAM, False, WHY)
    do(known, advice.switch, RULES, back, "slack:U_ASHA", True, "Mended.")
    for number in range(7):
        drilled(known, (monday - number * DAY).date(), "passed" if number != 3 else "failed")
    week = do(known, week_of_advice, monday.date())
    assert [(one.off.at, one.until) for one in week.off] == [(off, back)]
    told = advice_lines(week, do(known, names))
    when = "from Friday 27 November, 17:00 until Saturday 28 November, 08:00"
    drill = "Drill: 6 of 7 days passed. It failed on Friday 27 November. Missed: flag-overdose."
    assert told == (
        f"Automatic advice was off {when}: Ben Okoro (LSCP), “{WHY}”.",
        f"{drill} The command signpost advice status shows more.",
    )


def test_the_digest_of_a_partnership_that_never_drilled_or_switched_says_nothing_of_it(known: Store) -> None:
    assert not (week := do(known, week_of_advice, clock(2026, 11, 30, 9).date())).is_news
    assert advice_lines(week, do(known, names)) == ()


def test_what_is_still_off_and_what_did_not_run_is_told(known: Store) -> None:
    do(known, advice.by_the_drill, clock(2026, 11, 27, 7), "The drill missed 1 of 100 questions: lado-other.")
    drilled(known, clock(2026, 11, 24, 9).date(), "passed")
    week = do(known, week_of_advice, clock(2026, 11, 30, 9).date())
    assert isinstance(week.off[0], OffSpell) and week.off[0].until is None
    told = advice_lines(week, do(known, names))
    assert "Friday 27 November, 07:00 and is still off: the daily drill" in told[0]
    assert told[1] == "Drill: 1 of 7 days passed. On 6 it did not run to its end."
