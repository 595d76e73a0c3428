"""What was decided about groups of questions is kept as it is, on both databases."""

from bot.partnership.settled import Decision, Settled
from bot.store import questions, settled_questions
from bot.store.database import Store
from tests.store.samples import DAY, MINUTE, NOW, do, question


def decision(group: str, days: int = 0, decided: Decision = Decision.RIGHT) -> Settled:
    return Settled(group, decided, "person:bt-1", "The duty line 🧒 is right.", NOW + days * DAY, ("q1", "q2"))


def test_a_decision_comes_back_as_it_was_kept_the_oldest_first(store: Store) -> None:
    given = [decision("b", 1), decision("a"), decision("a", 1, Decision.WRITTEN)]
    for one in given:
        do(store, settled_questions.add, one)
    assert do(store, settled_questions.since, NOW) == [given[1], given[2], given[0]]
    assert do(store, settled_questions.since, NOW + MINUTE) == [given[2], given[0]]


def test_the_same_decision_twice_in_a_moment_is_once(store: Store) -> None:
    for _ in range(2):
        do(store, settled_questions.add, decision("a"))
    assert do(store, settled_questions.since, NOW) == [decision("a")]


def test_the_questions_of_a_stretch_are_those_from_its_beginning_until_before_its_end(store: Store) -> None:
    for number in range(4):
        do(store, questions.add, question(f"q{number}", NOW + number * MINUTE))
    assert [one.id for one in do(store, questions.between, NOW + MINUTE, NOW + 3 * MINUTE)] == ["q1", "q2"]
