"""`signpost knowledge check` says exactly what is wrong where."""

import re
import shutil
from pathlib import Path

import pytest

from knowledge.load import DATA, KnowledgeError, load


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the knowledge that a test may spoil."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def spoil(file: Path, pattern: str, into: str) -> None:
    text = file.read_text(encoding="utf-8")
    spoiled = re.sub(pattern, into, text, count=1, flags=re.M)
    assert spoiled != text
    file.write_text(spoiled, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "pattern", "into", "fault"),
    [
        ("pathways/lado.yaml", r"^level: .*$", "level: 7", r"lado.yaml: level: .*less than or equal to 4"),
        ("pathways/lado.yaml", r"^offer:", "ofer:", r"lado.yaml: ofer: .*not permitted"),
        ("pathways/lado.yaml", r"source: [\w-]+", "source: no-such-page", r"lado.yaml: source: .*'no-such-page'"),
        ("pathways/lado.yaml", r"in_hours: \[\w+", "in_hours: [nobody", r"contacts.thurrock.in_hours: .*'nobody'"),
        ("pathways/lado.yaml", r"^id: lado", "id: lada", r"is 'lada', the file is called 'lado'"),
        ("contacts.yaml", r"checked_on: .*$", "checked_on: soon", r"contacts.yaml: police_999.checked_on"),
        ("red_flags.yaml", r"all_of: \[\[collapse\]", "all_of: [[colapse]", r"red_flags.yaml: collapse: .*'colapse'"),
        ("vocabulary.yaml", r"- 'newborn'", "- 'newborn('", r"\w+: 'newborn\(' is not a regular expression"),
        ("settings.yaml", r"  - lado$", "  - ladoo", r"settings.yaml: protective_order"),
        ("glossary.yaml", r"^- term", "- trem: x\n  term", r"glossary.yaml: 0.trem"),
        ("contacts.yaml", r"^police_999:", "police_999: [", r"contacts.yaml: not YAML"),
    ],
)
def test_a_fault_is_named_with_file_and_place(copy: Path, file: str, pattern: str, into: str, fault: str) -> None:
    spoil(copy / file, pattern, into)
    with pytest.raises(KnowledgeError) as error:
        load(copy)
    assert any(re.search(fault, said) for said in error.value.faults), error.value.faults


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "places.yaml").unlink()
    with pytest.raises(KnowledgeError, match=r"places.yaml: the file is missing"):
        load(copy)


def test_any_change_of_the_knowledge_changes_its_version(copy: Path) -> None:
    before = load(copy).version
    spoil(copy / "contacts.yaml", r"hours: at all times", "hours: always")
    assert load(copy).version != before
