"""Whether advice is on: a reason is needed, nothing is switched twice, and the stretches of being off can be told."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.partnership.advice import LONGEST_WHY, OffSpell, Switched, is_on, off_spells, switched
from bot.partnership.advice_week import AdviceWeek, advice_week, drill_days
from bot.partnership.drill import Drilled
from bot.partnership.refusal import Refused
from tests.partnership.samples import clock

FRIDAY = clock(2026, 11, 27, 17)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OFF = Switched(False, "person:ben", "A wrong number is shown.", FRIDAY)


def on(at: datetime) -> Switched:
    return Switched(True, "person:asha", "Put right.", at)


def test_it_is_on_until_somebody_switches_it_off() -> None:
    assert (is_on(None), is_on(OFF), is_on(on(FRIDAY))) == (True, False, True)


@pytest.mark.parametrize(
    ("why", "sentence"),
    [("  ", "Say in a sentence why"), ("a" * (LONGEST_WHY + 1), "Shorten the reason")],
)
def test_a_reason_that_cannot_be_kept_is_refused(why: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        switched(None, replace(OFF, why=why))


def test_nothing_is_switched_to_what_it_is_already() -> None:
    with pytest.raises(Refused, match="already switched off"):
        switched(OFF, OFF)
    with pytest.raises(Refused, match="already switched on"):
        switched(None, on(FRIDAY))


def test_the_reason_is_kept_in_one_line() -> None:
    assert switched(None, replace(OFF, why=" A wrong\n number. ")).why == "A wrong number."


def test_who_did_it_is_the_drill_a_person_or_the_name_that_a_command_gave() -> None:
    def name(key: str) -> str:
        return {"person:ben": "Ben Okoro (LSCP)"}[key]

    assert OFF.by(name) == "Ben Okoro (LSCP)"
    assert replace(OFF, who="console:Sam Okafor").by(name) == "Sam Okafor"
    assert replace(OFF, who="clock", kind="drill").by(name) == "the daily drill"


def test_a_stretch_counts_when_it_touches_the_time_asked_for() -> None:
    changes = [OFF, on(FRIDAY + HOUR), replace(OFF, at=FRIDAY + 3 * DAY)]
    whole = off_spells(changes, FRIDAY - DAY, FRIDAY + 7 * DAY)
    assert whole == (OffSpell(OFF, on(FRIDAY + HOUR)), OffSpell(changes[2]))
    assert whole[1].until is None
    assert off_spells(changes, FRIDAY + 2 * HOUR, FRIDAY + DAY) == ()
    assert off_spells(changes, FRIDAY + 4 * DAY, FRIDAY + 5 * DAY) == (OffSpell(changes[2]),)
    assert off_spells(changes, FRIDAY - DAY, FRIDAY) == ()


def test_a_stretch_that_ended_after_the_time_asked_for_is_still_told_as_off() -> None:
    assert off_spells([OFF, on(FRIDAY + DAY)], FRIDAY - DAY, FRIDAY + HOUR) == (OffSpell(OFF),)


def drilled(day: date, result: str, *missed: str) -> Drilled:
    return Drilled(day, FRIDAY, 100, 100, 0, tuple({"id": one} for one in missed), result)


def test_a_week_of_drills_counts_the_days_that_passed_failed_and_did_not_run() -> None:
    since, until = clock(2026, 11, 23, 9), clock(2026, 11, 30, 9)
    days = drill_days(since, until, date(2026, 11, 1))
    assert (len(days), days[0], days[-1]) == (7, date(2026, 11, 24), date(2026, 11, 30))
    found = [drilled(day, "passed") for day in days[:4]]
    failed = drilled(days[4], "failed", "flag-overdose")
    week = advice_week((), days, [*found, failed, drilled(days[5], "not run"), drilled(date(2026, 11, 23), "passed")])
    assert (week.days, week.passed, week.failed, week.not_run) == (7, 4, (days[4],), 2)
    assert week.missed == ("flag-overdose",) and week.is_news


def test_before_the_first_drill_ever_none_is_missing() -> None:
    since, until = clock(2026, 11, 23, 9), clock(2026, 11, 30, 9)
    assert drill_days(since, until, None) == ()
    assert drill_days(since, until, date(2026, 11, 29)) == (date(2026, 11, 29), date(2026, 11, 30))
    assert not AdviceWeek().is_news


def test_a_week_in_which_every_drill_passed_is_no_news_and_one_in_which_advice_was_off_is() -> None:
    days = (date(2026, 11, 24),)
    passed = [drilled(days[0], "passed")]
    assert not advice_week((), days, passed).is_news
    assert advice_week((OffSpell(OFF),), days, passed).is_news
    assert advice_week((), days, [drilled(days[0], "passed", "lado-other")]).is_news
    assert advice_week((), days, []).is_news
