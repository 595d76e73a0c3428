"""Questions that are alike stand together."""

from datetime import date, timedelta

from bot.upkeep.grouping import Group, grouped
from bot.upkeep.words import said_in, stem, telling
from knowledge.knowledge import Knowledge
from tests.upkeep.samples import NOW, question

LADO = [
    "our football coach lives in Southend but coaches in Grays, which LADO takes it?",
    "Which LADO do I ring when the coach lives in one area and coaches in another",
    "coach works in Thurrock, lives in Essex: which LADO",
]
ALONE = [
    "can a child of nine be left at home alone after school",
    "home alone overnight at 15 while mum works, allowed?",
]


def words_of(groups: list[Group]) -> list[list[str]]:
    return [[one.words for one in group.questions] for group in groups]


def test_questions_about_one_matter_are_a_group_the_largest_first(knowledge: Knowledge) -> None:
    given = [*(question(one, "early_help") for one in ALONE), *(question(one) for one in LADO)]
    assert words_of(grouped(given, [], said_in(knowledge))) == [LADO, ALONE]


def test_the_order_in_which_they_are_read_changes_nothing(knowledge: Knowledge) -> None:
    given = [question(one, days_ago=place) for place, one in enumerate([*LADO, *ALONE])]
    assert grouped(given[::-1], [], said_in(knowledge)) == grouped(given, [], said_in(knowledge))


def test_words_that_everybody_uses_make_no_group(knowledge: Knowledge) -> None:
    given = [
        question("please can you tell me who I should ring about FGM"),
        question("please tell me who to ring: MACE"),
    ]
    assert len(grouped(given, [], said_in(knowledge))) == 2


def test_a_question_without_a_telling_word_stands_alone(knowledge: Knowledge) -> None:
    assert len(grouped([question("?"), question("who?"), question("🙂")], [], said_in(knowledge))) == 3


def test_what_is_like_a_decided_question_with_the_same_answer_is_left_out(knowledge: Knowledge) -> None:
    again, elsewhere = question("which LADO for a coach who lives in Southend and coaches in Grays"), question(ALONE[0])
    decided = [question(LADO[0])]
    assert words_of(grouped([again, elsewhere], decided, said_in(knowledge))) == [[ALONE[0]]]
    other = question(again.words, "mash_referral")
    assert len(grouped([other], decided, said_in(knowledge))) == 1


def test_a_group_says_how_many_asked_and_when(knowledge: Knowledge) -> None:
    given = [question(one, by=f"slack:U{n % 2}", days_ago=3 - n) for n, one in enumerate(LADO)]
    (group,) = grouped(given, [], said_in(knowledge))
    assert (group.id, group.askers) == (given[0].id[:8], 2)
    assert (group.first, group.last) == (date(2026, 11, 20), date(2026, 11, 22))
    assert group.touches(NOW - timedelta(days=1), NOW) is True
    assert group.touches(NOW, NOW + timedelta(days=1)) is False


def test_the_words_of_a_group_are_such_as_the_knowledge_uses_and_so_no_names(knowledge: Knowledge) -> None:
    given = [question(f"{one} Zebedee Quill") for one in LADO]
    (group,) = grouped(given, [], said_in(knowledge))
    assert group.words[:2] == ("coach", "lado")
    assert not {"zebedee", "quill"} & set(group.words)


def test_forms_of_a_word_are_one_and_placeholders_of_masking_are_none() -> None:
    assert stem("referrals") == stem("referral") and stem("nurseries") == stem("nursery")
    assert telling("<NAME> told me that the Coaches' van is at <ADDRESS>") == ["coaches'", "van"]
