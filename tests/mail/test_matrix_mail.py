"""E-mail about matrix and meetings: nothing that was typed leaves with it."""

from dataclasses import replace

from bot.mail.letter import mail_text
from bot.partnership.meeting_deeds import request
from bot.partnership.notices import TEAM, Notice
from bot.workflows.sending import Letter
from tests.mail.letters import letter
from tests.partnership.gathered import LATER, LENA, MET, NADIA, PLAN, STELLA
from tests.wording.gathered_messages import MOMENTS, matrix_news, meeting_news, typed

LEFT_OUT = "(left out of e-mail; the business team has it)"


def about(kind: str, data: dict[str, str]) -> Letter:
    return replace(letter(), notice=Notice("key", kind, TEAM, "subject", data=data), item=None, now=MOMENTS[2])


def test_a_reminder_by_e_mail_names_the_item_but_not_the_action() -> None:
    title, text = mail_text(replace(about("matrix", {"deed": "remind"}), matrix=matrix_news(typed())))
    assert title == "Police: an action needs a response, and the last day has passed"
    assert f"mace-2026-11-23/1: {LEFT_OUT}" in text
    assert "Last day for a response: Monday 7 December." in text and "typed-" not in text


def test_neither_the_letter_nor_a_request_for_a_meeting_carries_typed_words() -> None:
    asked = request("x", "meb", NADIA, [LENA, STELLA], MET, "typed-reason", LATER, PLAN, in_writing=True)
    call = about("meeting", {"task": "call", "due": str(asked.hold_by)})
    sent = [
        mail_text(replace(about("matrix", {"deed": "letter"}), matrix=matrix_news(typed()))),
        mail_text(replace(call, meeting=meeting_news(asked))),
    ]
    assert all(LEFT_OUT in text and "typed-" not in text for _, text in sent)
