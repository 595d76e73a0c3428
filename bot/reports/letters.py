"""The drafted letter to an agency's executive member about actions that were not answered in time."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from bot.partnership.matrix import LetterDraft, LetterItem
from bot.reports.blocks import clean, in_table
from bot.reports.saying import counted, day_words

TEMPLATE = Path(__file__).parent / "templates" / "letter.docx"
_NOBODY = "[name of the executive member: the people file names nobody]"
_NO_SENDER = "[name of the business manager]"


def write_letter(draft: LetterDraft, path: Path) -> None:
    """Write the draft as a Word document, made from the template. Raises OSError.

    It is marked as a draft on every page. A person checks, dates and sends it.
    """
    from docxtpl import DocxTemplate  # takes half a second to load, which no other command should wait for

    template = DocxTemplate(str(TEMPLATE))
    template.render(_said(draft), autoescape=True)
    template.core_properties.title = clean(f"Draft letter to {draft.agency}")
    template.save(str(path))


def _said(draft: LetterDraft) -> dict[str, Any]:
    """What the fields of the template stand for."""
    return {
        "agency": clean(draft.agency),
        "executive_member": clean(draft.executive_member) or _NOBODY,
        "sender": clean(draft.sender) or _NO_SENDER,
        "written_on": day_words(draft.written_on),
        "how_many": counted(len(draft.items), "action"),
        "items": [_line(one) for one in draft.items],
        "rule": clean(draft.rule),
        "copied_to": [clean(one) for one in draft.copied_to],
        "readings": [clean(one) for one in draft.readings],
    }


def _line(one: LetterItem) -> dict[str, str]:
    """One action; its answer in words."""
    days = {name: f"{day.day} {day:%b %Y}" for name, day in asdict(one).items() if isinstance(day, date)}
    answered = f"came late, {days['responded_on']}" if one.responded_on else "none yet"
    return {
        **days,
        "number": in_table(one.number),
        "group": in_table(one.group),
        "words": in_table(one.words),
        "answer": answered,
    }
