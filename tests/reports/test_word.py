"""A Word document that everybody can use: headings, language, headings of tables, descriptions of pictures."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.shared import Cm

from bot.partnership.plan_standing import AimStanding, Standing
from bot.reports.blocks import Bullets, Heading, Paper, Picture, Table, Text
from bot.reports.charts import progress_png
from bot.reports.word import WIDTH, write_word
from tests.reports.reading import opened

AIM = AimStanding("Aim", tuple((one, 1) for one in Standing), 1)
LONG = "word " * 400
PAPER = Paper(
    "The title",
    ("A line.",),
    (
        Heading("Part"),
        Heading("Part of it", 2),
        Text("A paragraph."),
        Bullets(("one", "two")),
        Picture(lambda: progress_png([AIM], "none"), "What the bars show."),
        Table("The caption", ("Name", "Number"), (("a", "1"), (LONG, "2")), (3, 1), frozenset({1})),
    ),
    date(2026, 9, 7),
)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The document."""
    write_word(PAPER, tmp_path / "paper.docx")
    return tmp_path / "paper.docx"


def test_headings_are_styles_in_their_order(written: Path) -> None:
    styled = [(one.style.name, one.text) for one in opened(written).paragraphs if one.style]
    assert [pair for pair in styled if pair[0] in {"Title", "Heading 1", "Heading 2", "Caption"}] == [
        ("Title", "The title"),
        ("Heading 1", "Part"),
        ("Heading 2", "Part of it"),
        ("Caption", "The caption"),
    ]
    assert ("List Bullet", "two") in styled


def test_the_language_is_british_english_and_the_title_is_known(written: Path) -> None:
    document = opened(written)
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    about = document.core_properties
    assert (about.title, about.author, about.language, about.comments) == ("The title", "Signpost", "en-GB", "")
    assert about.created is not None and about.created.date() == PAPER.made_on


def test_the_headings_of_a_table_are_repeated_and_the_table_is_described(written: Path) -> None:
    (table,) = opened(written).tables
    marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert marked == [True, False, False]
    caption = table._tbl.tblPr.find(qn("w:tblCaption"))
    assert caption is not None and caption.get(qn("w:val")) == "The caption"


def test_a_short_row_is_kept_on_one_page_and_a_long_one_may_be_torn(written: Path) -> None:
    (table,) = opened(written).tables
    kept = [row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows]
    assert kept == [False, True, False]


def test_the_picture_says_what_it_shows(written: Path) -> None:
    (picture,) = opened(written).inline_shapes
    assert picture._inline.docPr.get("descr") == "What the bars show."


def test_the_picture_is_as_wide_as_the_text_and_has_no_room_beside_it(written: Path) -> None:
    (picture,) = opened(written).inline_shapes
    assert picture.width == WIDTH
    assert [picture._inline.get(side) for side in ("distL", "distR")] == ["0", "0"]


def test_the_page_is_a4_and_counts_its_pages(written: Path) -> None:
    (section,) = opened(written).sections
    assert section.page_width is not None and abs(section.page_width - Cm(21)) < Cm(0.01)
    fields = [one.get(qn("w:instr")) for one in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_every_page_says_of_which_edition_it_is(tmp_path: Path) -> None:
    write_word(replace(PAPER, edition="made on 7 September 2026"), tmp_path / "paper.docx")
    below = opened(tmp_path / "paper.docx").sections[0].footer.paragraphs[0].text
    assert below.startswith("The title, made on 7 September 2026, page ")


def test_the_heading_of_a_table_stays_with_its_first_row_and_a_list_with_what_announces_it(tmp_path: Path) -> None:
    rows = (("a", "1"), ("b", "2"))
    write_word(
        replace(PAPER, blocks=(Text("These:"), Bullets(("one", "two")), Table("C", ("A", "B"), rows, (1, 1)))),
        tmp_path / "paper.docx",
    )
    document = opened(tmp_path / "paper.docx")
    kept = {one.text: one.paragraph_format.keep_with_next for one in document.paragraphs}
    assert (kept["These:"], kept["one"], kept["two"]) == (True, True, None)
    (table,) = document.tables
    held = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert held == [True, True, None]


def test_the_columns_share_the_page_as_they_were_told(written: Path) -> None:
    (table,) = opened(written).tables
    wide, narrow = (cell.width for cell in table.rows[1].cells)
    assert wide is not None and narrow is not None and 2.9 < wide / narrow < 3.1
