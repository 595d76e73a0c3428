"""The changelog of the advice says which entries changed."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.upkeep.changelog import Logged, entry, with_entry
from bot.upkeep.fingerprints import Changes, changes, fingerprints
from knowledge.load import DATA

DAY = date(2026, 11, 23)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the knowledge that a test may change."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_each_changed_entry_is_named_and_no_other(copy: Path) -> None:
    before = fingerprints(copy)
    edit(copy / "contacts.yaml", "hours: at all times", "hours: always")
    edit(copy / "pathways" / "lado.yaml", "asks: [suitable,", "asks: [suits,")
    edit(copy / "red_flags.yaml", "- id: overdose\n", "- id: overdose_now\n")
    edit(copy / "settings.yaml", "unsure_below: ", "unsure_below: 0")
    edit(copy / "settings.yaml", "confirm_mark: ", "confirm_mark: please ")
    found = changes(before, fingerprints(copy))
    assert found.added == ("red flag overdose_now",)
    assert found.removed == ("red flag overdose",)
    assert found.changed == ("contact police_999", "pathway lado", "setting confirm_mark")


def test_a_new_file_is_an_entry_too(copy: Path) -> None:
    before = fingerprints(copy)
    (copy / "leaflet.txt").write_text("words")
    (copy / "pathways" / "new_route.yaml").write_text("id: new_route")
    assert changes(before, fingerprints(copy)).added == ("file leaflet.txt", "pathway new_route")


def test_a_comment_or_another_order_changes_nothing(copy: Path) -> None:
    before = fingerprints(copy)
    edit(copy / "places.yaml", "- area:", "# where\n- area:")
    edit(copy / "pathways" / "lado.yaml", "level: null\nurgent: false\n", "urgent: false\nlevel: null\n")
    assert not changes(before, fingerprints(copy))


def test_an_entry_groups_what_changed_by_kind_and_counts_what_would_be_a_long_list() -> None:
    many = tuple(f"contact c{n:02}" for n in range(13))
    found = Changes(("red flag fire",), (*many, "pathway fgm", "pathway lado"), ())
    assert entry(DAY, "abc", "business team", "Numbers rung.", found, messages=2) == (
        "## 2026-11-23, version abc\n\nNumbers rung. Decided by: business team.\n\n"
        "- Added: red flag fire.\n- Changed: 13 of contact; pathway fgm, lado.\n"
        "- Messages added for the language model: 2.\n"
    )


def test_the_newest_entry_stands_first_under_the_heading() -> None:
    first = with_entry("", entry(DAY, "a", "chair", "First", Changes(("x y",), (), ()), is_first=True))
    second = with_entry(first, entry(DAY, "b", "chair", "Second", Changes((), ("x y",), ())))
    assert second.startswith("# Changelog of the advice\n")
    assert [line for line in second.splitlines() if line.startswith("## ")] == [
        "## 2026-11-23, version b",
        "## 2026-11-23, version a",
    ]
    assert "First logged state: 1 entries" in first
    assert second.endswith(first[first.index("## ") :])


def test_the_logged_state_comes_back_and_anything_else_is_refused() -> None:
    state = Logged("abc", {"b": "2", "a": "1"})
    assert Logged.from_json(state.to_json()) == state
    for wrong in ("{}", "[]", "{", '{"version": 1, "entries": []}'):
        with pytest.raises(ValueError):
            Logged.from_json(wrong)
