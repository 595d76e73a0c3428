"""`signpost plan`."""

from pathlib import Path

import pytest

from tests.commands.command import Console

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
PLAN, PEOPLE = str(EXAMPLES / "plan.csv"), str(EXAMPLES / "people.csv")
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def test_an_import_says_what_became_of_each_row_and_a_second_one_changes_nothing(console: Console) -> None:
    console("people", "import", PEOPLE)
    first = console("plan", "import", PLAN)
    assert (first.code, first.err) == (0, "")
    assert "Line 4: action, 1.10." in first.out
    assert "added: 1.10 Check after six months whether the leaflet is used" in first.out
    assert first.out.endswith("6 added, 0 changed, 0 no longer in the plan, 0 unchanged.\n")
    assert console("plan", "import", PLAN).out.endswith("0 added, 0 changed, 0 no longer in the plan, 6 unchanged.\n")


def test_a_trial_says_the_same_and_changes_nothing(console: Console) -> None:
    tried = console("plan", "import", PLAN, "--dry-run")
    assert "6 added" in tried.out and "This was a trial: nothing was changed." in tried.out
    assert console("plan", "list").out == "There is no plan yet. Take one over: signpost plan import FILE\n"


def test_a_changed_file_says_what_is_new_and_what_is_gone(console: Console, tmp_path: Path) -> None:
    console("plan", "import", PLAN)
    lines = Path(PLAN).read_text(encoding="utf-8").splitlines(keepends=True)
    lines[1] = lines[1].replace("Draft is with the data protection officer", "Signed")
    path = tmp_path / "plan.csv"
    path.write_text("".join(lines[:-1]), encoding="utf-8")
    done = console("plan", "import", str(path))
    assert "changed: 1.1 Agree one form for asking a family for consent" in done.out
    assert "no longer in the plan: 3.1 Train reception staff" in done.out


def test_the_list_shows_leads_by_name_and_what_is_overdue_in_words(console: Console) -> None:
    console("people", "import", PEOPLE)
    console("plan", "import", PLAN)
    shown = console("plan", "list").out
    assert "Dilip Invented (Children's social care)  2026-06-30 overdue" in shown
    assert "5 open actions, 2 with a date that has passed." in shown
    of_group = console("plan", "list", "--group", "LPR", "--overdue").out.splitlines()
    assert [line.split()[0] for line in of_group[1:-1]] == ["1.1", "1.2"]
    assert console("plan", "list", "--group", "mace", "--overdue").out == "No such action is open.\n"


def test_a_group_that_nobody_knows_is_named_with_those_that_there_are(console: Console) -> None:
    done = console("plan", "list", "--group", "choir")
    assert done.code == 1
    assert done.err.startswith("signpost: No group is called 'choir'. Known are: strategic, meb,")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [("30/06/2026", "31/02/2026", "31/02"), ("1.2,", "1.1,", "1.1")],
)
def test_a_file_with_a_fault_changes_nothing(console: Console, tmp_path: Path, old: str, new: str, says: str) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(Path(PLAN).read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    done = console("plan", "import", str(path))
    assert done.code == 1 and says in done.out
    assert done.err.endswith("in plan.csv. Nothing was changed.\n")
    assert "There is no plan yet" in console("plan", "list").out


def test_a_file_or_mapping_that_is_not_there_is_named(console: Console, tmp_path: Path) -> None:
    done = console("plan", "import", str(tmp_path / "none.csv"))
    assert (done.code, done.err) == (1, f"signpost: {tmp_path}/none.csv cannot be read: No such file or directory.\n")
    done = console("plan", "import", PLAN, "--mapping", str(tmp_path / "none.yaml"))
    assert done.code == 1 and f"{tmp_path}/none.yaml cannot be read" in done.err


def test_the_plans_name_and_other_names_of_columns_can_be_given(console: Console, tmp_path: Path) -> None:
    text = Path(PLAN).read_text(encoding="utf-8").replace("Number,", "Ref of ours,", 1)
    path, mapping = tmp_path / "x.csv", tmp_path / "m.yaml"
    path.write_text(text, encoding="utf-8")
    mapping.write_text("columns: {number: [Ref of ours]}\n", encoding="utf-8")
    done = console("plan", "import", str(path), "--plan", "delivery-2026", "--mapping", str(mapping))
    assert "6 added" in done.out and "(delivery-2026, " in done.out


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the partnership's real documents are not beside the project")
def test_the_real_documents_are_read_whole_and_what_they_list_is_overdue(console: Console) -> None:
    report = console("plan", "import", str(SEEDS / "thurrock-lscp-performance-report-2019.txt"))
    assert "22 actions, listed as overdue." in report.out and "22 added" in report.out
    assert len(console("plan", "list", "--overdue").out.splitlines()) == 24
    review = console("plan", "import", str(SEEDS / "thurrock-scrutiny-committee-2015-07.txt"))
    assert (review.code, review.err) == (0, "")
    assert "246 actions" in review.out and " 0 not read." in review.out
