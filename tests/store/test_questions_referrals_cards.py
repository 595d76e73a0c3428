"""Questions, referrals and the places of cards are kept as they are."""

from dataclasses import replace
from datetime import date

from bot.partnership.referral import Referral, ReferralState
from bot.store import cards, questions, referrals
from bot.store.database import Store
from tests.store.samples import DAY, MINUTE, NOW, do, question


def referral(id: str, by: str = "slack:U1", days: int = 0) -> Referral:
    return Referral(id, by, "southend", date(2026, 6, 3), "My 12", ReferralState.WAITING, 0, NOW + days * DAY)


def test_a_question_comes_back_as_it_was_kept(store: Store) -> None:
    asked = replace(question("q1"), masked="NUL \0, 🧒", verdict="right", verdict_words="Thanks", told_team=True)
    do(store, questions.add, asked)
    assert do(store, questions.load, "q1") == replace(asked, masked="NUL \ufffd, 🧒")
    assert do(store, questions.load, "q2") is None


def test_a_conversation_is_its_questions_since_a_moment_oldest_first(store: Store) -> None:
    for number, minutes in ((1, 3), (2, 2), (3, 1)):
        do(store, questions.add, question(f"q{number}", NOW + minutes * MINUTE))
    do(store, questions.add, question("other", NOW + 3 * MINUTE, "slack:D2"))
    found = do(store, questions.conversation, "slack:D1", NOW + 2 * MINUTE)
    assert [asked.id for asked in found] == ["q2", "q1"]


def test_a_verdict_counts_once_until_it_changes(store: Store) -> None:
    do(store, questions.add, question("q1"))
    assert do(store, questions.set_verdict, "q1", "wrong_contact", "") is True
    assert do(store, questions.set_verdict, "q1", "wrong_contact", "") is False
    assert do(store, questions.set_verdict, "q1", "wrong_contact", "The number is old.") is True
    assert do(store, questions.set_verdict, "q1", "right", "") is True
    assert do(store, questions.set_verdict, "gone", "right", "") is False
    assert do(store, questions.load, "q1") == replace(question("q1"), verdict="right")


def test_the_team_is_told_of_a_question_once(store: Store) -> None:
    do(store, questions.add, question("q1"))
    assert [do(store, questions.set_told_team, id) for id in ("q1", "q1", "gone")] == [True, False, False]


def test_a_referral_is_found_by_its_id_its_form_and_its_person(store: Store) -> None:
    do(store, referrals.add, referral("r1"), "V1")
    do(store, referrals.add, replace(referral("r2", "person:ben"), referred_on=date(2026, 6, 4)), "V2")
    assert do(store, referrals.load, "r1") == referral("r1")
    assert do(store, referrals.by_form, "V1") == referral("r1")
    assert [one.id for one in do(store, referrals.of, {"slack:U1", "person:ben"})] == ["r2", "r1"]
    assert do(store, referrals.of, []) == []
    assert do(store, referrals.load, "r9") is None
    assert do(store, referrals.by_form, "V9") is None


def test_the_referrals_that_are_due_are_those_still_waiting_for_an_outcome(store: Store) -> None:
    for one in (referral("later", days=1), referral("now"), referral("earlier", days=-1), referral("answered")):
        do(store, referrals.add, one, one.id)
    do(store, referrals.save, replace(referral("answered"), state=ReferralState.ANSWERED))
    assert [one.id for one in do(store, referrals.waiting, NOW)] == ["earlier", "now"]
    do(store, referrals.save, replace(referral("now"), asked=1, ask_at=NOW + 2 * DAY))
    assert [one.id for one in do(store, referrals.waiting, NOW + DAY)] == ["earlier", "later"]
    do(store, referrals.save, replace(referral("later"), state=ReferralState.STOPPED, ask_at=None))
    assert [one.id for one in do(store, referrals.waiting, NOW + DAY)] == ["earlier"]


def test_a_card_has_one_place_in_each_channel(store: Store) -> None:
    assert do(store, cards.place, "E-2026-0001", "slack") is None
    do(store, cards.remember, "E-2026-0001", "slack", "C1", "1.1")
    do(store, cards.remember, "E-2026-0001", "teams", "19:x", "7")
    do(store, cards.remember, "E-2026-0001", "slack", "C2", "2.2")
    assert do(store, cards.place, "E-2026-0001", "slack") == ("C2", "2.2")
    assert do(store, cards.place, "E-2026-0001", "teams") == ("19:x", "7")
