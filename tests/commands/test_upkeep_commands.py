"""`signpost knowledge questions`, `settle`, `suggest`, `drafts`, `approve` and `log`, on copies of the knowledge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.settings import Settings
from bot.store import people, questions
from bot.store.database import Store
from tests.commands.command import Console
from tests.store.samples import do
from tests.upkeep.samples import asked
from tests.workflows.upkept import TEAM, checkout_in, write

DAYS = ("--from", "2026-11-16", "--to", "2026-11-22")
LADO = ("which lado for a coach who lives in Southend", "coach lives in southend, which lado", "lado for our coach")
SLIPPED = "my neighbour Priya Ramanathan hits the dog next door"  # stored by a masker that did not know the name


@pytest.fixture
def store(sqlite_store: Store) -> Iterator[Store]:
    """Four questions without a good answer, and somebody who may decide."""
    do(sqlite_store, people.replace_all, [TEAM])
    for number, words in enumerate((*LADO, SLIPPED)):
        do(sqlite_store, questions.add, asked(words, by=f"slack:U{number}", days_ago=4))
    yield sqlite_store


@pytest.fixture
def console(store: Store, sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Console:
    """Commands on that database, with drafts in a folder of their own."""
    settings = Settings(database_url=sqlite_url, signpost_drafts=str(tmp_path / "drafts"))
    return Console(settings, capsys)


@pytest.fixture
def checkout(tmp_path: Path) -> tuple[str, str]:
    """The option that names a copy of the knowledge."""
    return "--checkout", str(checkout_in(tmp_path / "checkout").root)


def group_of(console: Console) -> str:
    return console("knowledge", "questions", *DAYS).out.split("\n")[2].split()[0]


def test_the_list_shows_each_group_with_what_was_answered_and_masks_once_more(console: Console) -> None:
    done = console("knowledge", "questions", *DAYS)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("4 questions without a good answer in 2 groups, 16 November 2026 to 22 November 2026\n")
    assert "3 questions of 3 people, on 19 November 2026" in done.out
    assert "Answered with: Allegation about a worker (3)" in done.out
    assert "Words: coach, lado" in done.out and f"“{LADO[0]}”" in done.out
    assert "What was typed is not shown" in done.out
    assert not any(word in done.out for word in ("Priya", "Ramanathan", "priya"))


def test_a_name_that_slipped_through_is_masked_where_many_asked(console: Console, store: Store) -> None:
    for number in range(5, 8):
        do(store, questions.add, asked(SLIPPED, by=f"slack:U{number}", days_ago=3))
    done = console("knowledge", "questions", *DAYS)
    assert "my neighbour <NAME> hits the dog next door" in done.out
    assert "Priya" not in done.out and "Ramanathan" not in done.out


def test_days_without_a_question_say_so(console: Console) -> None:
    done = console("knowledge", "questions", "--from", "2026-11-01", "--to", "2026-11-02")
    assert done.out == "No question of 1 November 2026 to 2 November 2026 waits for a better answer.\n"
    assert console("knowledge", "questions", "--from", "2026-11-03", "--to", "2026-11-02").code == 2


def test_a_group_that_is_settled_is_gone_from_the_list(console: Console) -> None:
    group = group_of(console)
    done = console("knowledge", "settle", group, "--as", "right", "--by", "bt-1", "--why", "It was right.")
    assert (done.code, done.out) == (0, f"{group} with 3 questions is settled: right.\n")
    assert console("knowledge", "questions", *DAYS).out.startswith("1 question without a good answer in 1 group,")
    again = console("knowledge", "settle", group, "--as", "right", "--by", "bt-1", "--why", "It was right.")
    assert again.code == 1 and "No open group is called" in again.err


def test_a_reason_that_names_somebody_is_refused(console: Console) -> None:
    call = (
        "knowledge",
        "settle",
        group_of(console),
        "--as",
        "right",
        "--by",
        "bt-1",
        "--why",
        "Priya Ramanathan says so",
    )
    done = console(*call)
    assert done.code == 1 and "--why may point to a person" in done.err
    assert console("knowledge", "settle", "x", "--as", "perhaps", "--by", "bt-1", "--why", "So.").code == 2


def test_from_a_group_to_better_advice(console: Console, checkout: tuple[str, str], tmp_path: Path) -> None:
    assert (
        "entries written into" in console("knowledge", "log", "--by", "business team", "--why", "First.", *checkout).out
    )
    group = group_of(console)
    done = console("knowledge", "suggest", group, "--pathway", "lado", *checkout)
    path = tmp_path / "drafts" / f"{group}-lado.yaml"
    assert (done.code, done.err) == (0, "") and done.out.startswith(f"{path}\n")
    assert console("knowledge", "drafts").out == f"{path.stem}  {path}\n"
    assert console("knowledge", "suggest", group, "--pathway", "lado", *checkout).code == 1

    call = ("knowledge", "approve", path.stem, "--by", "noor@example.org", "--why", "Several asked.", *checkout)
    assert console(*call).err == "signpost: The draft still holds a TODO. Fill it in or delete that part.\n"
    draft = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert len(draft["questions"]) == 3 and draft["notes"][0]["source"] == "TODO"
    messages = [{"text": "two lados for one netball coach"}]
    write(
        path, yaml.safe_dump({"group": group, "pathway": "lado", "messages": messages, "questions": draft["questions"]})
    )
    assert "Nothing was changed." in console(*call, "--look").out
    done = console(*call)
    assert (done.code, done.err) == (0, "")
    assert "+    - two lados for one netball coach" in done.out and "signpost train" in done.out
    assert console("knowledge", "drafts").out == "No draft waits.\n"
    assert console("knowledge", "questions", *DAYS).out.startswith("1 question")


def test_what_a_draft_offers_names_nobody(console: Console, checkout: tuple[str, str], tmp_path: Path) -> None:
    lonely = next(line for line in console("knowledge", "questions", *DAYS).out.splitlines() if "of 1 person" in line)
    done = console("knowledge", "suggest", lonely.split()[0], "--pathway", "mash_referral", *checkout)
    text = Path(done.out.splitlines()[0]).read_text(encoding="utf-8")
    assert "messages:" not in text and "Priya" not in text and "Ramanathan" not in text


def test_an_unknown_pathway_is_refused_with_those_that_there_are(console: Console, checkout: tuple[str, str]) -> None:
    done = console("knowledge", "suggest", group_of(console), "--pathway", "lada", *checkout)
    assert done.code == 1 and "no pathway 'lada'. Known are: adult_safeguarding," in done.err


def test_the_log_takes_a_role_and_no_name(console: Console, checkout: tuple[str, str]) -> None:
    done = console("knowledge", "log", "--by", "Priya Ramanathan", "--why", "First.", *checkout)
    assert done.code == 2 and "--by may point to a person" in done.err
    assert not (Path(checkout[1]) / "knowledge" / "CHANGELOG.md").exists()
