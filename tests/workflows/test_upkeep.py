"""Questions without a good answer: the open groups, what is decided about them, and what the digest tells."""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.partnership.asked import Asked
from bot.partnership.people import Person, Role
from bot.partnership.refusal import Refused
from bot.partnership.settled import Decision
from bot.store import people, questions
from bot.store.database import Store
from bot.upkeep.grouping import Group
from bot.workflows.digests import TEAM_READER, digest_for
from bot.workflows.upkeep import groups_between, open_groups, settle
from tests.partnership.plan_people import PLAN_RULES
from tests.partnership.samples import RULES
from tests.store.samples import do
from tests.upkeep.samples import DAY, MONDAY, NOW, answer, asked

LADO = ["which LADO for a coach who lives in Southend", "coach lives in Southend: which LADO", "LADO for our coach?"]
TEAM = Person("bt-1", "Noor Invented", "Board", Role.BUSINESS_TEAM, email="noor@example.org")
CHAIR = Person("ch-1", "Cara Invented", "Police", Role.CHAIR)
NURSE = Person("nu-1", "Nia Invented", "Health")
GONE = Person("bt-2", "Gus Invented", "Board", Role.BUSINESS_TEAM, active=False)


@pytest.fixture
def filled(store: Store) -> Store:
    """Three questions about the same, one about something else, and one that was answered well."""
    do(store, people.replace_all, [TEAM, CHAIR, NURSE, GONE])
    keep(store, [asked(words, days_ago=days) for days, words in enumerate(LADO, 2)])
    keep(store, [asked("who mends the electric meter", answer("advice", "out_of_scope"), verdict="not_asked")])
    keep(store, [asked("whats the lado number", answer("advice"))])
    return store


def keep(store: Store, given: Sequence[Asked]) -> None:
    for one in given:
        do(store, questions.add, one)


def found(store: Store, days: int = 0) -> list[Group]:
    return do(store, open_groups, RULES, NOW + days * DAY)


def sizes(store: Store, days: int = 0) -> list[int]:
    return [len(one.questions) for one in found(store, days)]


def decide(store: Store, decision: Decision, group: str = "", by: str = "bt-1") -> Group:
    return do(store, settle, RULES, NOW, group or found(store)[0].id, decision, by, "It is for the employer.")


def test_the_open_groups_are_those_without_a_good_answer(filled: Store) -> None:
    assert sizes(filled) == [3, 1]


def test_the_groups_of_some_days_have_a_question_of_these_days_and_keep_their_other_questions(filled: Store) -> None:
    assert [len(one.questions) for one in do(filled, groups_between, RULES, NOW, date(2026, 11, 21), MONDAY)] == [3]
    assert do(filled, groups_between, RULES, NOW, MONDAY, MONDAY) == []


def test_a_question_that_is_no_longer_kept_is_in_no_group(filled: Store) -> None:
    assert sizes(filled, RULES.kept_days.questions) == []


@pytest.mark.parametrize("decision", list(Decision))
def test_a_group_that_was_settled_does_not_come_back(filled: Store, decision: Decision) -> None:
    assert len(decide(filled, decision).questions) == 3
    assert sizes(filled) == [1]


@pytest.mark.parametrize(
    ("decision", "left"), [(Decision.WRITTEN, [1, 1]), (Decision.NOT_OURS, [1]), (Decision.RIGHT, [1])]
)
def test_the_same_question_later_comes_back_only_when_a_better_answer_was_written(
    filled: Store, decision: Decision, left: list[int]
) -> None:
    decide(filled, decision)
    keep(filled, [asked(LADO[0], days_ago=-1)])
    assert sizes(filled, 2) == left


def test_a_group_is_named_by_the_beginning_of_the_id_of_any_of_its_questions(filled: Store) -> None:
    (*_, newest) = found(filled)[0].questions
    assert len(decide(filled, Decision.RIGHT, newest.id[:6].upper()).questions) == 3


@pytest.mark.parametrize("group", ["", "0", "nothing", "zzzz"])
def test_a_group_that_nobody_knows_is_refused(filled: Store, group: str) -> None:
    with pytest.raises(Refused, match="No open group is called"):
        do(filled, settle, RULES, NOW, group, Decision.RIGHT, "bt-1", "Why.")


@pytest.mark.parametrize("by", ["bt-1", "NOOR@example.org", "noor  invented", "ch-1"])
def test_the_business_team_and_the_chairs_decide(filled: Store, by: str) -> None:
    decide(filled, Decision.RIGHT, by=by)
    assert sizes(filled) == [1]


@pytest.mark.parametrize(("by", "sentence"), [("nu-1", "Only the business team or a chair"), ("bt-2", "names nobody")])
def test_nobody_else_decides(filled: Store, by: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        decide(filled, Decision.RIGHT, by=by)
    assert sizes(filled) == [3, 1]


def test_a_person_without_an_e_mail_address_is_not_found_by_an_empty_name(filled: Store) -> None:
    with pytest.raises(Refused, match="names nobody"):
        decide(filled, Decision.RIGHT, by=" ")


def test_the_digest_of_the_business_team_tells_the_largest_groups_without_typed_words(filled: Store) -> None:
    keep(filled, [asked("Zebedee Quill kicked the dog", days_ago=2)])
    week = do(filled, digest_for, PLAN_RULES, NOW, TEAM_READER, "business team")
    told = week.questions
    assert (told.first, told.last) == (date(2026, 11, 16), date(2026, 11, 22))
    assert (told.groups, told.questions, week.is_empty) == (3, 5, False)
    assert [one.count for one in told.largest] == [3, 1, 1]
    assert told.largest[0].answered_with == "Allegation about a worker"
    assert {"coach", "lado"} <= set(told.largest[0].words)
    assert not any("zebedee" in one.words or "quill" in one.words for one in told.largest)


def test_a_digest_without_open_questions_says_nothing_of_them(store: Store) -> None:
    keep(store, [asked("whats the lado number", answer("advice"))])
    assert do(store, digest_for, PLAN_RULES, NOW, TEAM_READER, "business team").is_empty


def test_nobody_else_hears_of_them(filled: Store) -> None:
    assert do(filled, digest_for, PLAN_RULES, NOW, "cara", "chair").questions.groups == 0
