"""`signpost people`."""

from pathlib import Path

from bot.settings import Settings
from tests.commands.command import Console

EXAMPLE = str(Path(__file__).parents[2] / "docs" / "examples" / "people.csv")


def test_an_import_names_everybody_it_added_and_a_second_one_changes_nothing(console: Console) -> None:
    first = console("people", "import", EXAMPLE)
    assert (first.code, first.err) == (0, "")
    assert "added: Amira Example (Partnership business team), bt-1" in first.out
    assert "7 added, 0 changed, 0 gone." in first.out
    assert console("people", "import", EXAMPLE).out == "Nothing changed: everybody was known like this already.\n"


def test_the_list_shows_who_is_reached_how_and_never_an_address(console: Console) -> None:
    assert "Nobody is known yet" in console("people", "list").out
    console("people", "import", EXAMPLE)
    done = console("people", "list")
    amira = next(line for line in done.out.splitlines() if line.startswith("bt-1"))
    assert "slack, email" in amira and "2026-12-21 to 2027-01-02" in amira
    assert "@" not in done.out


def test_a_file_with_faults_changes_nothing_and_names_them_all(console: Console, tmp_path: Path) -> None:
    console("people", "import", EXAMPLE)
    path = tmp_path / "new.csv"
    path.write_text("name,agency,role,email\nBen Sample,,boss,ben@police.example\n")
    done = console("people", "import", str(path))
    assert (done.code, done.err) == (1, "signpost: 3 faults in new.csv. Nothing was changed.\n")
    assert "Line 2: role 'boss' is not known." in done.out and "Line 2: the agency is missing." in done.out
    assert "bt-1" in console("people", "list").out


def test_a_file_that_is_not_there_is_named_in_one_sentence(console: Console, tmp_path: Path) -> None:
    done = console("people", "import", str(tmp_path / "none.csv"))
    assert (done.code, done.err) == (1, f"signpost: {tmp_path}/none.csv cannot be read: No such file or directory.\n")


def test_a_database_that_cannot_be_reached_is_said_without_its_password(console: Console) -> None:
    nowhere = Settings(database_url="postgresql://signpost:a-secret@127.0.0.1:9/signpost")
    done = Console(nowhere, console.screen)("people", "list")
    assert done.code == 1
    assert done.err.startswith("signpost: The database cannot be used (OperationalError).")
    assert "a-secret" not in done.err


def test_a_wrong_call_ends_with_2(console: Console) -> None:
    assert console("people").code == 2
    assert console("people", "import").code == 2
