"""What is hidden stays hidden: tried with every world that fits what a reader sees."""

import random
from collections.abc import Iterator, Mapping
from itertools import product

import pytest

from bot.partnership.few import Count, Hidden, count, parts, share, shares

FEW, WITHHELD = Hidden.FEW, Hidden.WITHHELD
LEAST = 5
type Numbers = tuple[int, ...]


def seen(counts: Mapping[str, int]) -> dict[str, Count] | None:
    return parts(counts, LEAST)


@pytest.mark.parametrize(("number", "shown"), [(0, 0), (1, FEW), (4, FEW), (5, 5), (41, 41)])
def test_a_number_is_shown_from_five_and_none_is_said(number: int, shown: Count) -> None:
    assert count(number, LEAST) == shown


def test_two_small_parts_that_hide_each_other_leave_the_rest_shown() -> None:
    assert seen({"Police": 20, "Housing": 2, "School or college": 3}) == (
        {"Police": 20, "Housing": FEW, "School or college": FEW}
    )


def test_a_single_small_part_takes_the_next_number_with_it_because_the_total_is_known() -> None:
    assert seen({"Police": 20, "Housing": 9, "School or college": 3}) == (
        {"Police": 20, "Housing": WITHHELD, "School or college": FEW}
    )


def test_two_parts_of_one_are_not_given_away_by_their_sum() -> None:
    shown = seen({"Police": 20, "Housing": 1, "School or college": 1})
    assert shown == {"Police": WITHHELD, "Housing": FEW, "School or college": FEW}


def test_parts_that_nothing_can_hide_are_not_shown_at_all() -> None:
    assert seen({"Police": 5, "Housing": 3}) is None
    assert seen({"Housing": 6, "School or college": 0}) == {"Housing": 6, "School or college": 0}


def test_a_part_is_hidden_when_the_rest_of_its_whole_is_small() -> None:
    assert share(18, 20, LEAST) is WITHHELD
    assert share(2, 20, LEAST) is FEW
    assert share(10, 20, LEAST) == 10
    assert share(20, 20, LEAST) == 20
    assert share(3, 4, LEAST) is FEW
    assert share(0, 4, LEAST) == 0


def test_of_a_number_that_is_hidden_no_part_is_shown_and_it_is_in_no_total() -> None:
    found = shares({"a": 6, "b": 12}, {"a": WITHHELD, "b": 30}, LEAST)
    assert (found.part, found.whole, found.parts) == (12, 30, {"a": WITHHELD, "b": 12})


def test_a_small_total_does_not_say_that_each_part_is_one() -> None:
    found = shares({"a": 1, "b": 1, "c": 1, "d": 1}, dict.fromkeys("abcd", 20), LEAST)
    assert found.part is WITHHELD and set(found.parts.values()) == {FEW}


def worlds(shown: Mapping[str, Count], total: int) -> Iterator[Numbers]:
    """Every way in which the parts can be what their marks say and have the total."""
    ranges = {FEW: range(1, LEAST), WITHHELD: range(LEAST, total + 1)}
    possible = [ranges[one] if isinstance(one, Hidden) else (one,) for one in shown.values()]
    return (world for world in product(*possible) if sum(world) == total)


def test_every_hidden_part_could_be_any_small_number_in_thousands_of_tables() -> None:
    chance = random.Random(7)  # noqa: S311 - the same tables every time
    for _ in range(3000):
        counts = {str(n): chance.choice([0, 1, 1, 2, 3, 4, 5, 6, 8, 9, 12, 15]) for n in range(chance.randint(1, 4))}
        if (shown := seen(counts)) is None:
            continue
        found = list(worlds(shown, sum(counts.values())))
        for place, one in enumerate(shown.values()):
            if one is FEW:
                assert {world[place] for world in found} == {1, 2, 3, 4}, (counts, shown)


def part_worlds(whole: int, part: Count) -> range:
    """What the part of a whole may be in the eyes of a reader who knows the marks."""
    if isinstance(part, int):
        return range(part, part + 1)
    if part is FEW:
        return range(1, min(LEAST, whole + 1))
    return range(LEAST if whole >= 2 * LEAST - 1 else 1, whole + 1)


def test_no_small_number_of_a_table_with_parts_and_wholes_can_be_worked_out() -> None:
    chance = random.Random(11)  # noqa: S311 - the same tables every time
    hidden_ones = 0
    for _ in range(3000):
        wholes = {str(n): chance.choice([5, 6, 7, 8, 9, 10, 12, 17]) for n in range(chance.randint(1, 3))}
        counts = {name: chance.choice([0, whole, chance.randint(0, whole)]) for name, whole in wholes.items()}
        found = shares(counts, wholes, LEAST)
        possible = [part_worlds(wholes[name], found.parts[name]) for name in wholes]
        every = [world for world in product(*possible) if found.part in {sum(world), WITHHELD}]
        for place, (name, whole) in enumerate(wholes.items()):
            number, read = counts[name], {world[place] for world in every}
            if 0 < number < LEAST or 0 < whole - number < LEAST:
                hidden_ones += 1
                assert len(read) >= 4, (wholes, counts, found)
            if found.parts[name] is FEW:
                assert read == {1, 2, 3, 4}, (wholes, counts, found)
    assert hidden_ones > 1000
