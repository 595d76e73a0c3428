"""What is no document, or built to do harm, is refused in one sentence and quickly."""

import zipfile
from pathlib import Path

import pytest
from pypdf import PdfWriter

from bot.library.faults import DocumentFileError
from bot.library.read import read_document_file
from tests.library.making import PROCEDURE, pdf, pdf_bytes, text, word


def refused(path: Path) -> str:
    with pytest.raises(DocumentFileError) as error:
        read_document_file(path)
    assert "\n" not in str(error.value) and str(error.value).endswith(".")
    return str(error.value)


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", b"", "is empty"),
        ("a.txt", b"  \n ", "holds no text"),
        ("a.html", b"<html><body></body></html>", "holds no text"),
        ("a.pdf", b"%PDF-1.7\nnothing more", "cannot be read as a PDF"),
        ("a.pdf", b"GIF89a", "is not what its ending .pdf says"),
        ("a.docx", b"PK\x03\x04 broken", "is damaged"),
        ("a.txt", b"%PDF-1.4 in disguise", "is not what its ending .txt says"),
        ("a.txt", b"\x00\x01\x02\x03" * 50, "is not text"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a document of a kind that is not read"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.exe", b"MZ", "is of no kind that can be read"),
    ],
)
def test_a_wrong_file_is_refused_in_one_sentence(name: str, content: bytes, says: str, tmp_path: Path) -> None:
    assert says in refused(written(tmp_path / name, content))


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=pdf(tmp_path / "open.pdf"))
    writer.encrypt("a-password", algorithm="RC4-128")
    locked = tmp_path / "locked.pdf"
    writer.write(locked)
    assert "protected with a password" in refused(locked)


def test_a_scan_is_refused_and_told_what_to_do(tmp_path: Path) -> None:
    assert "text recognition" in refused(written(tmp_path / "scan.pdf", pdf_bytes([[], [], []])))


def test_a_pdf_that_unpacks_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    bomb = pdf_bytes([[(11, "a" * 90_000_000)]], packed=True)
    assert len(bomb) < 1_000_000
    assert "cannot be read as a PDF" in refused(written(tmp_path / "bomb.pdf", bomb))


def test_a_word_file_that_unpacks_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    bomb = word(tmp_path / "bomb.docx")
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/more.xml", b"<a>" + b" " * 120_000_000 + b"</a>")
    assert "far larger inside" in refused(bomb)


def test_a_word_file_with_outside_definitions_is_refused(tmp_path: Path) -> None:
    hostile = word(tmp_path / "a.docx")
    with zipfile.ZipFile(hostile, "a") as packed:
        packed.writestr("word/more.xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')
    assert "definitions" in refused(hostile)


def test_html_nested_beyond_all_measure_is_read_or_refused_and_never_hangs(tmp_path: Path) -> None:
    deep = written(tmp_path / "deep.html", b"<div>" * 50_000 + b"<p>The words at the bottom of it all.</p>")
    try:
        read_document_file(deep)
    except DocumentFileError as error:
        assert "cannot be read as HTML" in str(error) or "holds no text" in str(error)


def test_html_words_stay_words(tmp_path: Path) -> None:
    page = written(
        tmp_path / "a.html", b"<h1>1 Purpose</h1><p>Ring &lt;script&gt;alert(1)&lt;/script&gt; the front door now.</p>"
    )
    assert (
        read_document_file(page).sections[0].paragraphs[0].text == "Ring <script>alert(1)</script> the front door now."
    )


def test_the_same_words_have_the_same_fingerprint(tmp_path: Path) -> None:
    one, same = text(tmp_path / "a.txt"), text(tmp_path / "b.txt")
    assert read_document_file(one).fingerprint == read_document_file(same).fingerprint
    other = text(tmp_path / "c.txt", PROCEDURE[:-1])
    assert read_document_file(one).fingerprint != read_document_file(other).fingerprint
