"""Makes an invented procedure in all four formats: three pages, a contents page, running lines, a parted word."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement

HEADER, FOOTER = "Exampleshire Safeguarding Children Partnership", "Procedure, edition of April 2026"


@dataclass(frozen=True)
class Part:
    """A section of the invented procedure and the page it is on."""

    heading: str
    paragraphs: tuple[str, ...]
    page: int

    @property
    def level(self) -> int:
        """1 for `4 ...`, 2 for `4.1 ...`."""
        return self.heading.split()[0].count(".") + 1


PROCEDURE = (
    Part("1 Purpose", ("This procedure is for everybody who works with children in Exampleshire.",), 2),
    Part("2 Bruising", ("A bruise on a baby who cannot roll is always looked into.",), 2),
    Part(
        "2.1 Babies who do not move",
        (
            "Ring the Exampleshire front door within the hour and ask for a paediatrician.",
            "Do not wait for the parents to explain the mark before you ring.",
        ),
        2,
    ),
    Part("2.2 Older children", ("Note the size and the colour of each mark on a body map.",), 3),
    Part("3 Disagreement", ("The escalation clock starts on the day the disagreement is recorded.",), 3),
    Part("Terms of reference", ("The working group meets every second month in the town hall.",), 3),
)
PARTED = (
    "Write the referral down the same day, and keep a copy of what the multi-",
    "agency meeting decided on the thres-",
)
AFTER = "hold that was met."


def changed(**new: str) -> tuple[Part, ...]:
    """The procedure with other words in some sections: `_2_1="..."`; "" takes a section out."""
    found = []
    for part in PROCEDURE:
        words = new.get("_" + part.heading.split()[0].replace(".", "_"))
        if words != "":
            found.append(Part(part.heading, (words,), part.page) if words else part)
    return tuple(found)


def text(path: Path, parts: Sequence[Part] = PROCEDURE) -> Path:
    """The procedure as plain text whose pages form feeds part."""
    pages: dict[int, list[str]] = {1: ["Contents", *(f"{part.heading} ..... {part.page}" for part in parts)]}
    for part in parts:
        pages.setdefault(part.page, []).extend([part.heading, *part.paragraphs])
    laid = ["\n\n".join([HEADER, *lines, f"{FOOTER}\n{page}"]) for page, lines in sorted(pages.items())]
    path.write_text("\f".join(laid), encoding="utf-8")
    return path


def web_page(path: Path, parts: Sequence[Part] = PROCEDURE) -> Path:
    """The procedure as a web page with a menu, a script and something hidden."""
    body = "".join(
        f"<h{part.level + 1}>{part.heading}</h{part.level + 1}>"
        + "".join(f"<p>{words}</p>" for words in part.paragraphs)
        for part in parts
    )
    path.write_text(
        f"<!doctype html><html><head><title>Procedure</title><style>p {{color: red}}</style></head><body>"
        f"<nav><a href='/'>Home</a></nav><script>alert(1)</script><p hidden>Not for reading</p>{body}"
        f"<footer>{FOOTER}</footer></body></html>",
        encoding="utf-8",
    )
    return path


def word(path: Path, parts: Sequence[Part] = PROCEDURE) -> Path:
    """The procedure as Word keeps it: heading styles, a contents page, the pages as Word broke them."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = HEADER
    contents = document.styles.add_style("TOC 1", 1)
    for part in parts:
        document.add_paragraph(f"{part.heading}\t{part.page}", style=contents)
    page = 1
    for part in parts:
        paragraph = document.add_heading(level=part.level)
        for _ in range(part.page - page):
            run = paragraph.add_run()
            run.add_break(WD_BREAK.PAGE)
            run._r.append(OxmlElement("w:lastRenderedPageBreak"))
        page = part.page
        paragraph.add_run(part.heading)
        for words in part.paragraphs:
            document.add_paragraph(words)
    document.save(str(path))
    return path


def pdf(path: Path, parts: Sequence[Part] = PROCEDURE) -> Path:
    """The procedure as a PDF of three pages: headings in larger letters, running lines, words parted at line ends."""
    pages: dict[int, list[tuple[int, str]]] = {
        1: [(16, "Contents"), *((11, f"{p.heading} ..... {p.page}") for p in parts)]
    }
    for part in parts:
        lines = pages.setdefault(part.page, [])
        lines.append((16 if part.level == 1 else 13, part.heading))
        for words in part.paragraphs:
            lines += [(11, line) for line in broken(words)]
    pages[3] += [(11, PARTED[0]), (11, PARTED[1]), (11, AFTER)]
    path.write_bytes(
        pdf_bytes([[(9, HEADER), *lines, (9, FOOTER), (9, f"Page {page}")] for page, lines in sorted(pages.items())])
    )
    return path


def broken(words: str, width: int = 60) -> list[str]:
    """The words in lines of a page's width."""
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def pdf_bytes(pages: Sequence[Sequence[tuple[int, str]]], packed: bool = False) -> bytes:
    """A PDF by hand: each page is lines with the height of their letters."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for at, lines in enumerate(pages):
        drawn, height = "", 800
        for size, words in lines:
            height -= 30 if size > 11 else 14
            safe = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            drawn += f"BT /F1 {size} Tf 1 0 0 1 60 {height} Tm ({safe}) Tj ET\n"
        stream = zlib.compress(drawn.encode("cp1252")) if packed else drawn.encode("cp1252")
        coded = " /Filter /FlateDecode" if packed else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(stream)}{coded} >>\nstream\n".encode() + stream + b"\nendstream")
    written, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
