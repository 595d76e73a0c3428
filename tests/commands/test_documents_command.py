"""`signpost knowledge import`, `changes` and `confirm`, as the business team gives them."""

import argparse
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.commands import documents
from bot.settings import Settings
from tests.commands.command import Done

PLAN = "thurrock-lscp-implementation-plan"
SECTIONS = {
    "Foreword": "This plan is invented for a test of the import.",
    "Requests for information": "Whoever is asked for information hands it over within ten working days.",
    "Decision Making": "Decisions are taken by consensus and written into the minutes.",
    "MACE": "The group on exploitation meets every month at the town hall.",
}


@dataclass(frozen=True)
class Console:
    """Gives the commands and takes what they say."""

    settings: Settings
    screen: pytest.CaptureFixture[str]

    def __call__(self, *words: str) -> Done:
        parser = argparse.ArgumentParser(prog="signpost knowledge")
        documents.add(parser.add_subparsers(required=True))
        try:
            options = parser.parse_args(words)
            code = options.run(options, self.settings)
        except SystemExit as end:
            code = int(str(end.code))
        said = self.screen.readouterr()
        return Done(code, said.out, said.err)


@pytest.fixture
def console(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Console:
    """A console on an empty folder."""
    return Console(Settings(signpost_documents=tmp_path / "copies"), capsys)


def written(path: Path, **new: str) -> str:
    said = {**SECTIONS, **{name.replace("_", " "): words for name, words in new.items()}}
    path.write_text("\n\n".join(f"{heading}\n\n{words}" for heading, words in said.items()) + "\n", encoding="utf-8")
    return str(path)


def imported(console: Console, file: str, edition: str) -> Done:
    return console("import", file, "--document", PLAN, "--edition", edition)


def test_an_import_says_what_was_understood(console: Console, tmp_path: Path) -> None:
    done = imported(console, written(tmp_path / "plan.txt"), "2019-01-09")
    assert done.code == 0 and done.err == ""
    assert "edition 2019-01-09: pages not marked, 4 sections, 43 words." in done.out
    assert "  Requests for information\n" in done.out
    assert "no section of this copy has that name" in done.out and "Training & Development: " in done.out
    assert "Cites the document without a section: look yourself" in done.out


def test_a_new_edition_lists_the_pathways_with_old_and_new_words_and_they_can_be_confirmed(
    console: Console, tmp_path: Path
) -> None:
    imported(console, written(tmp_path / "a.txt"), "2019-01-09")
    newer = written(
        tmp_path / "b.txt", Requests_for_information="Whoever is asked hands it over within five working days."
    )
    done = imported(console, newer, "2020-01-09")
    assert done.code == 0 and "1 section changed" in done.out
    assert "before: Whoever is asked for information hands it over within ten working days." in done.out
    assert "now: Whoever is asked hands it over within five working days." in done.out
    waits = [line.split(",")[0] for line in console("changes").out.splitlines() if ", because of " in line]
    assert waits == ["consent_info_sharing", "practice_review"]
    assert "\nconsent_info_sharing\n" in done.out
    sure = console("confirm", "consent_info_sharing", "--by", "Ada Example")
    assert sure.code == 0 and sure.out.startswith("consent_info_sharing is confirmed by Ada Example for ")
    assert "1 confirmation to give:\n\npractice_review, because of" in console("changes").out
    console("confirm", "practice_review", "--by", "Ada Example", "--document", PLAN)
    assert "Nothing waits for a confirmation." in console("changes").out


def test_the_same_file_again_says_so(console: Console, tmp_path: Path) -> None:
    file = written(tmp_path / "plan.txt")
    imported(console, file, "2019-01-09")
    done = imported(console, file, "2019-01-09")
    assert done.code == 0 and "Nothing was changed." in done.out


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("import", "no.txt", "--document", PLAN, "--edition", "2019-01-09"), 1, "cannot be used: No such file"),
        (
            ("import", "no.txt", "--document", "nothing", "--edition", "2019-01-09"),
            1,
            "No document is called 'nothing'",
        ),
        (("import", "no.txt", "--document", PLAN, "--edition", "soon"), 2, "'soon' is no day, write it as 2026-09-01"),
        (("import", "no.txt", "--edition", "2019-01-09"), 2, "--document"),
        (("confirm", "lado"), 2, "--by"),
        (("confirm", "lado", "--by", "Ada"), 1, "Nothing waits for lado"),
    ],
)
def test_a_wrong_call_is_one_sentence(console: Console, words: tuple[str, ...], code: int, says: str) -> None:
    done = console(*words)
    assert done.code == code and done.out == "" and says in done.err


def test_without_copies_changes_says_how_to_begin(console: Console) -> None:
    assert "No copies are here yet." in console("changes").out
