"""Who acts, and who stands in for whom."""

from dataclasses import replace
from datetime import date

from bot.partnership.people import CLOCK, Actor, Away, Person, Role, business_team, cover, covered
from tests.partnership.samples import ASHA, BEN, NADIA, OMAR, actor, away

DAY = date(2026, 11, 23)


def test_the_days_of_absence_are_both_included() -> None:
    person = replace(NADIA, away=(Away(date(2026, 11, 20), date(2026, 11, 23)), Away(date(2026, 12, 1), DAY)))
    there = [day for day in range(19, 26) if not person.is_away(date(2026, 11, day))]
    assert there == [19, 24, 25]


def test_somebody_who_is_there_needs_no_cover() -> None:
    assert cover([BEN, NADIA], NADIA, DAY) == NADIA


def test_the_deputy_stands_in_while_the_person_is_away_or_gone() -> None:
    for absent in (away(NADIA, DAY, deputy=OMAR), replace(NADIA, active=False, deputy="omar")):
        assert cover([absent, OMAR], absent, DAY) == OMAR


def test_the_deputys_deputy_stands_in_when_both_are_away() -> None:
    first, second = away(NADIA, DAY, deputy=OMAR), away(OMAR, DAY, deputy=ASHA)
    assert cover([first, second, ASHA], first, DAY) == ASHA


def test_nobody_stands_in_where_no_deputy_is_there() -> None:
    circle = [away(NADIA, DAY, deputy=OMAR), away(OMAR, DAY, deputy=NADIA)]
    assert cover(circle, circle[0], DAY) is None
    assert cover([away(NADIA, DAY)], away(NADIA, DAY), DAY) is None
    assert cover([], replace(NADIA, active=False, deputy="nobody in the file"), DAY) is None


def test_a_deputy_covers_only_those_who_are_away_that_day() -> None:
    absent = away(NADIA, DAY, deputy=OMAR)
    everyone = [BEN, absent, OMAR]
    assert covered(everyone, OMAR, DAY) == (absent,)
    assert covered(everyone, OMAR, date(2026, 11, 24)) == ()
    assert covered(everyone, BEN, DAY) == covered(everyone, absent, DAY) == ()


def test_the_team_is_told_in_the_order_of_the_people_file() -> None:
    assert business_team([NADIA, replace(BEN, order=7), ASHA], DAY) == [ASHA, replace(BEN, order=7)]


def test_in_the_team_a_deputy_takes_the_place_and_nobody_is_there_twice() -> None:
    assert business_team([away(BEN, DAY, deputy=NADIA), ASHA, NADIA], DAY) == [NADIA, ASHA]
    assert business_team([away(BEN, DAY, deputy=ASHA), ASHA], DAY) == [ASHA]
    assert business_team([away(BEN, DAY), ASHA], DAY) == [ASHA]


def test_only_active_members_count_as_the_business_team() -> None:
    assert actor(BEN).is_business_team
    assert not actor(replace(BEN, active=False)).is_business_team
    for role in (Role.PRACTITIONER, Role.CHAIR, Role.LEAD):
        assert not actor(replace(BEN, role=role)).is_business_team
    assert not Actor("slack:U_NOBODY").is_business_team


def test_the_history_keeps_the_person_and_the_address_only_of_somebody_unknown() -> None:
    assert Actor("slack:U1", Person("nadia", "Nadia Shaw", "Health")).id == "person:nadia"
    assert Actor("slack:U1").id == "slack:U1"


def test_the_clock_is_nobody() -> None:
    assert CLOCK.is_clock
    assert not CLOCK.is_business_team
    assert not Actor("slack:clock").is_clock
