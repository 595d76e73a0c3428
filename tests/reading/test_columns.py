"""What a column means: by its name, by what stands in it, or by a mapping."""

from pathlib import Path

from bot.partnership.plan import Progress, Rag
from bot.reading.plan_file import read_plan
from tests.reading.making import csv, only

HEADING = "Number,Action,Lead,Due,RAG"


def test_a_status_of_colours_is_the_rag_and_a_status_of_words_is_the_progress(tmp_path: Path) -> None:
    colours = read_plan(csv(tmp_path / "a.csv", "No,Action,Status", "1.1,A thing,Red", "1.2,Another,Blue"))
    assert [(one.rag, one.progress) for one in colours.actions] == [
        (Rag.RED, Progress.OPEN),
        (Rag.COMPLETED, Progress.DONE),
    ]
    words = read_plan(csv(tmp_path / "b.csv", "No,Action,Status", "1.1,A thing,Not started", "1.2,Another,Withdrawn"))
    assert [one.progress for one in words.actions] == [Progress.OPEN, Progress.DROPPED]


def test_green_is_not_completed(tmp_path: Path) -> None:
    read = read_plan(csv(tmp_path / "plan.csv", HEADING, "1.1,A thing,Ben,Oct-26,G", "1.2,Another,Ben,Oct-26,Complete"))
    assert [(one.rag, one.progress) for one in read.actions] == [
        (Rag.GREEN, Progress.OPEN),
        (Rag.COMPLETED, Progress.DONE),
    ]


def test_a_mapping_names_other_columns_and_takes_a_name_from_the_field_that_had_it(tmp_path: Path) -> None:
    path = csv(tmp_path / "plan.csv", "Kennung,Comment,Wer", "1.1,Train staff,Ben")
    given = {"number": ["kennung"], "title": ["COMMENT"], "lead": ["wer"]}
    action = only(read_plan(path, given))
    assert (action.number, action.title, action.lead_words, action.comment) == ("1.1", "Train staff", "Ben", "")


def test_a_name_that_the_mapping_gives_to_one_field_stands_for_no_other(tmp_path: Path) -> None:
    action = only(read_plan(csv(tmp_path / "p.csv", "Number,Action,Aim", "1.1,A,They are heard"), {"outcome": ["aim"]}))
    assert (action.outcome, action.aim) == ("They are heard", "")


def test_a_mapping_file_may_give_columns_and_words_for_colours(tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text("columns: {lead: [No, Wer]}\nrag: {red: [stopped]}\nnothing: []\n")
    path = csv(tmp_path / "plan.csv", "Number,Action,Wer,RAG", "1.1,Train staff,Ben,stopped")
    action = only(read_plan(path, mapping))
    assert (action.lead_words, action.rag) == ("Ben", Rag.RED)


def test_a_column_that_is_not_known_is_named_with_the_number_of_cells_left_out(tmp_path: Path) -> None:
    read = read_plan(csv(tmp_path / "plan.csv", "Number,Action,Budget,,Lead", "1.1,A,100,x,Ben", "1.2,B,,,Ben"))
    assert read.unknown_columns == ("'Budget' (1 cell)", "column 4, which has no name (1 cell)")
