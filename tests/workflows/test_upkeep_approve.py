"""A draft is checked as a whole; then knowledge, messages and changelog change together, or nothing does."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from bot.masking import Masker
from bot.partnership.refusal import Refused
from bot.partnership.settled import Decision
from bot.store import people, questions, settled_questions
from bot.store.database import Store
from bot.workflows.masker import masker_of
from bot.workflows.upkeep_approve import Approval, Approved, approve
from bot.workflows.upkeep_files import Checkout, write_all
from bot.workflows.upkeep_log import log, unlogged
from knowledge.knowledge import Knowledge
from knowledge.load import load
from tests.partnership.samples import RULES
from tests.store.samples import do
from tests.upkeep.samples import MONDAY, NOW, asked
from tests.workflows.upkept import DRAFT, MEASURED, SENTENCE, TAUGHT, TEAM, checkout_in, everything, write

ASKED = "my sister's fencing coach lives out in Kent and coaches here so whose is he then"


@pytest.fixture(scope="module")
def masker(knowledge: Knowledge) -> Masker:
    return masker_of("", knowledge)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A copy of the knowledge whose state is logged, with one draft."""
    copy = checkout_in(tmp_path / "checkout")
    log(copy, MONDAY, "business team", "First logged state.")
    write(copy.draft("one"), DRAFT)
    return copy


@pytest.fixture
def filled(sqlite_store: Store) -> Store:
    """A store with somebody who may approve, and a question."""
    do(sqlite_store, people.replace_all, [TEAM])
    do(sqlite_store, questions.add, replace(asked(ASKED), id="q1"))
    return sqlite_store


def approved(
    store: Store, checkout: Checkout, masker: Masker, name: str = "one", why: str = "Many asked.", look: bool = False
) -> Approved:
    return do(store, approve, RULES, NOW, checkout, masker, Approval(name, "bt-1", why, look))


def test_an_approved_draft_is_the_advice_the_training_and_the_changelog(
    filled: Store, checkout: Checkout, masker: Masker
) -> None:
    done = approved(filled, checkout, masker)
    route = load(checkout.knowledge).pathways["lado"]
    assert route.notes[-1].say.startswith("A coach who lives in one area")
    assert next(one for one in route.careful if one.say == SENTENCE).asks[-1] == "escort"
    blocks = yaml.safe_load(checkout.upkeep("lado").read_text())["nlu"]
    assert [block.get("metadata") for block in blocks] == [{"urgent": True}, None]
    written = checkout.changelog.read_text()
    assert "Many asked. Decided by: business team." in written and "- Changed: pathway lado." in written
    assert "Noor" not in written and "bt-1" not in written
    assert not unlogged(checkout) and not checkout.draft("one").exists()
    assert done.must_train and "+  - say: A coach who lives" in done.diff and "lado.yml" in done.diff
    (settled,) = do(filled, settled_questions.since, NOW)
    assert (settled.group, settled.decision, settled.by) == ("1a2b3c4d", Decision.WRITTEN, "person:bt-1")


def test_a_look_shows_the_same_and_changes_nothing(filled: Store, checkout: Checkout, masker: Masker) -> None:
    before = everything(checkout)
    seen = approved(filled, checkout, masker, look=True)
    assert everything(checkout) == before and do(filled, settled_questions.since, NOW) == []
    assert seen == approved(filled, checkout, masker)


def test_only_words_for_a_sentence_need_no_training(filled: Store, checkout: Checkout, masker: Masker) -> None:
    write(checkout.draft("one"), f"group: g\npathway: lado\nasks: [{{say: '{SENTENCE}', add: [escort]}}]\n")
    assert approved(filled, checkout, masker).must_train is False
    assert not (checkout.examples / "upkeep").exists()


def test_more_messages_go_into_the_same_file(filled: Store, checkout: Checkout, masker: Masker) -> None:
    approved(filled, checkout, masker)
    write(checkout.draft("two"), "group: g\npathway: lado\nmessages: [{text: judo sensei breaks thumbs on purpose}]\n")
    approved(filled, checkout, masker, "two")
    assert checkout.upkeep("lado").read_text().count("    - ") == 3


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("source: southend", "source: nowhere", "the knowledge would have a fault: .*nowhere-safeguarding"),
        ("pathway: lado", "pathway: lada", "no pathway 'lada'"),
        ("notes:", "nots:", "has a fault: nots"),
        ("A coach who", "TODO", "still holds a TODO"),
        ("A coach who", "Ring Priya Ramanathan, who", "may point to a person: 'Priya Ramanathan'"),
        ("escort", "priya.r@example.org", "may point to a person"),
        (SENTENCE, "Nobody says this.", "No sentence of this pathway says"),
        ("he has both keys and she is in there with him now", TAUGHT + "?", "nearly the same as one that is there"),
        ("he has both keys and she is in there with him now", MEASURED, "tests measure with"),
        ("he has both keys and she is in there with him now", ASKED, "still what somebody asked"),
        ("he has both keys", "he has [both](area) keys", "must be one line, without"),
        ("he has both keys", "/he has both keys", "must be one line, without"),
        (
            "he has both keys and she is in there with him now",
            "swim teacher has a house in Southend and teaches in Tilbury; whose LADO is it",
            "nearly the same as one that is there",
        ),
    ],
)
def test_a_bad_draft_is_refused_in_one_sentence_and_nothing_is_changed(
    filled: Store, checkout: Checkout, masker: Masker, old: str, new: str, sentence: str
) -> None:
    assert old in DRAFT
    write(checkout.draft("one"), DRAFT.replace(old, new))
    before = everything(checkout)
    with pytest.raises(Refused, match=sentence) as refused:
        approved(filled, checkout, masker)
    assert "\n" not in str(refused.value)
    assert everything(checkout) == before and do(filled, settled_questions.since, NOW) == []


@pytest.mark.parametrize("name", ["two", "../one", ""])
def test_a_draft_that_is_not_there_is_refused(filled: Store, checkout: Checkout, masker: Masker, name: str) -> None:
    with pytest.raises(Refused, match="No draft is called"):
        approved(filled, checkout, masker, name)


@pytest.mark.parametrize(
    ("why", "sentence"), [(" ", "--why is empty"), ("Priya Ramanathan rang us", "point to a person")]
)
def test_why_is_given_and_names_nobody(
    filled: Store, checkout: Checkout, masker: Masker, why: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        approved(filled, checkout, masker, why=why)


def test_a_change_by_hand_must_be_logged_first(filled: Store, checkout: Checkout, masker: Masker) -> None:
    path = checkout.knowledge / "contacts.yaml"
    write(path, path.read_text().replace("hours: at all times", "hours: always", 1))
    with pytest.raises(Refused, match=r"1 changes that are not in its changelog\. First run: signpost knowledge log"):
        approved(filled, checkout, masker)
    assert len(log(checkout, MONDAY, "business team", "The line was rung.")) == 1
    assert "- Changed: contact police_999." in checkout.changelog.read_text()
    assert approved(filled, checkout, masker).diff


def test_when_one_file_cannot_be_written_none_is_changed(filled: Store, checkout: Checkout, masker: Masker) -> None:
    (checkout.examples / "upkeep").write_text("a file where the folder of messages must be")
    before = everything(checkout)
    with pytest.raises(OSError):
        approved(filled, checkout, masker)
    assert everything(checkout) == before and do(filled, settled_questions.since, NOW) == []


def test_the_log_writes_nothing_when_nothing_changed(checkout: Checkout) -> None:
    before = everything(checkout)
    assert not log(checkout, MONDAY, "business team", "Again.")
    assert everything(checkout) == before


def test_a_logged_state_that_is_damaged_is_refused(checkout: Checkout) -> None:
    checkout.logged.write_text("{")
    with pytest.raises(Refused, match="cannot be read"):
        log(checkout, MONDAY, "business team", "Again.")


def test_what_was_replaced_already_is_put_back_when_a_later_file_cannot_be(tmp_path: Path) -> None:
    old, new, never = tmp_path / "old.txt", tmp_path / "folder" / "new.txt", tmp_path / "folder"
    old.write_text("as it was")
    with pytest.raises(OSError):
        write_all({old: "changed", new: "new", never: "a folder stands here by then"})
    assert old.read_text() == "as it was"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [old]
