"""A procedure is read into the same sections whatever the format, with its pages where the file tells them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.library.read import read_document_file
from knowledge.documents.passages import SectionCopy
from tests.library.making import FOOTER, HEADER, PROCEDURE, Part, pdf, text, web_page, word

type Make = Callable[[Path], Path]
FORMATS: list[tuple[str, Make]] = [("a.pdf", pdf), ("a.docx", word), ("a.html", web_page), ("a.txt", text)]


def read(path: Path) -> tuple[SectionCopy, ...]:
    return read_document_file(path).sections


def words_of(section: SectionCopy) -> str:
    return " ".join(paragraph.text for paragraph in section.paragraphs)


@pytest.mark.parametrize(("name", "make"), FORMATS, ids=[name for name, _ in FORMATS])
def test_the_sections_have_their_numbers_headings_and_words(name: str, make: Make, tmp_path: Path) -> None:
    sections = [section for section in read(make(tmp_path / name)) if section.paragraphs]
    assert [section.name for section in sections] == [part.heading for part in PROCEDURE]
    for section, part in zip(sections, PROCEDURE, strict=True):
        assert words_of(section).startswith(" ".join(part.paragraphs))
    assert [section.number for section in sections] == ["1", "2", "2.1", "2.2", "3", ""]
    assert sections[2].under == ("2 Bruising",)


@pytest.mark.parametrize(("name", "make"), [one for one in FORMATS if one[0] != "a.html"])
def test_the_pages_are_those_of_the_file(name: str, make: Make, tmp_path: Path) -> None:
    done = read_document_file(make(tmp_path / name))
    assert done.pages == 3
    assert [(section.page, section.last_page) for section in done.sections if section.number] == [
        (part.page, part.page) for part in PROCEDURE if part.heading[0].isdigit()
    ]


@pytest.mark.parametrize(("name", "make"), FORMATS, ids=[name for name, _ in FORMATS])
def test_contents_running_lines_menus_and_hidden_words_are_left_out(name: str, make: Make, tmp_path: Path) -> None:
    sections = read(make(tmp_path / name))
    said = " ".join([*(section.name for section in sections), *map(words_of, sections)])
    for gone in (HEADER, FOOTER, ".....", "Contents", "Page 2", "alert", "Home", "Not for reading"):
        assert gone not in said


def test_a_word_parted_at_the_end_of_a_line_is_whole_again_and_a_hyphen_of_its_own_stays(tmp_path: Path) -> None:
    assert "the multi-agency meeting decided on the threshold that was met." in words_of(
        read(pdf(tmp_path / "a.pdf"))[-1]
    )


def test_the_number_that_word_makes_itself_is_read(tmp_path: Path) -> None:
    path = auto_numbered(tmp_path / "a.docx")
    assert [section.name for section in read(path)] == ["1 Purpose", "2 Bruising", "2.1 Babies"]


def auto_numbered(path: Path) -> Path:
    from docx import Document
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = Document()
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{rank}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{shown}"/></w:lvl>'
        for rank, shown in enumerate(("%1.", "%1.%2"))
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level, heading in ((1, "Purpose"), (1, "Bruising"), (2, "Babies")):
        paragraph = document.add_heading(heading, level)
        numbered = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level - 1}"/><w:numId w:val="77"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(numbered))
        document.add_paragraph("What is said here is invented and long enough.")
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    "line",
    ["12 May 2026 the group met again", "7.30 pm is the latest hour", "3 children were seen that day by the nurse."],
)
def test_dates_times_and_amounts_are_no_section_numbers(line: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        f"1 Purpose\n\nThis is for all.\n\n{line}\n\n2 Scope\n\nIt holds in Exampleshire.\n", encoding="utf-8"
    )
    assert [section.name for section in read(path)] == ["1 Purpose", "2 Scope"]


def test_a_numbered_list_is_no_run_of_sections(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "1 Purpose\n\nThree things count:\n\n1. Speed\n2. Care\n3. Candour\n\n2 Scope\n\nIt holds here.\n",
        encoding="utf-8",
    )
    assert [section.name for section in read(path)] == ["1 Purpose", "2 Scope"]


def test_page_marks_in_a_text_tell_the_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Page 1\n\n1 Purpose\n\nThis is for all.\n\nPage 2\n\n2 Scope\n\nIt holds here.\n", encoding="utf-8"
    )
    assert [section.page for section in read(path)] == [1, 2]


def test_contents_tell_where_sections_begin_when_a_text_has_no_page_marks(tmp_path: Path) -> None:
    parts = (*PROCEDURE, Part("4 Records", ("Keep them for as long as the law says.",), 7))
    listed = "\n".join(f"{part.heading}\t{part.page}" for part in parts)
    body = "\n\n".join("\n\n".join((part.heading, *part.paragraphs)) for part in parts)
    path = tmp_path / "a.txt"
    path.write_text(f"Contents\n\n{listed}\n\n{body}\n", encoding="utf-8")
    assert [section.page for section in read(path)] == [part.page for part in parts]
