"""The words of an e-mail. It leaves the partnership's own systems, so what people typed is not in it."""

from dataclasses import replace

from bot.partnership.asked import Asked
from bot.partnership.escalation import Escalation, Raised
from bot.partnership.notices import Notice
from bot.partnership.referral import Referral
from bot.wording.message import Message
from bot.workflows.questions import answer_of
from bot.workflows.sending import Letter
from bot.workflows.writing import message_of

_LEFT_OUT = "(not in this e-mail)"
_WITH_THE_TEAM = "(left out of e-mail; the business team has it)"
_WHERE = "The words typed are in Slack and in the log, not in this e-mail."
_BUTTONS = "The buttons for this are in Slack."
_QUOTES = "Your message says "


def mail_text(letter: Letter) -> tuple[str, str]:
    """Title and text of the e-mail; both empty when there is nothing left to say."""
    if letter.notice.kind == "answer":
        return _answer(letter.asked) if letter.asked else ("", "")
    written = message_of(_without_typed(letter))
    return (written.title, _text(written)) if written else ("", "")


def _text(written: Message) -> str:
    """The message with where to find what an e-mail cannot hold."""
    hints = [_BUTTONS] if written.buttons else []
    if _LEFT_OUT in written.text:
        hints.append(_WHERE)
    return "\n\n".join([written.text, *hints])


def _answer(asked: Asked) -> tuple[str, str]:
    """The answer without the line that quotes the question."""
    answer = answer_of(asked)
    quotes = {f"- {line.text}" for part in answer.sections for line in part.lines if line.text.startswith(_QUOTES)}
    kept = [line for line in answer.text.split("\n") if line not in quotes]
    return answer.title, "\n".join(kept)


def _without_typed(letter: Letter) -> Letter:
    """The letter about the same things with every typed word left out, so that no message can show one."""
    return replace(
        letter,
        notice=_bare_notice(letter.notice),
        digest=letter.digest.without_reasons(_LEFT_OUT) if letter.digest else None,
        item=_bare_escalation(letter.item) if letter.item else None,
        asked=replace(letter.asked, masked=_left_out(letter.asked.masked)) if letter.asked else None,
        referral=_bare_referral(letter.referral) if letter.referral else None,
        home=None,
        matrix=letter.matrix.without_words(_WITH_THE_TEAM) if letter.matrix else None,
        meeting=letter.meeting.without_words(_WITH_THE_TEAM) if letter.meeting else None,
    )


def _bare_notice(notice: Notice) -> Notice:
    """Why a person switched advice was typed; why the drill did was not."""
    if notice.kind != "advice" or notice.data.get("kind") != "person":
        return notice
    return replace(notice, data={**notice.data, "why": _left_out(notice.data["why"])})


def _bare_escalation(item: Escalation) -> Escalation:
    return replace(
        item,
        raised=_bare_form(item.raised),
        notes=tuple(replace(note, text=_left_out(note.text)) for note in item.notes),
        reason=_left_out(item.reason) if item.reason else item.reason,
    )


def _bare_form(raised: Raised) -> Raised:
    """References are gone altogether: some messages put them into a sentence."""
    return replace(
        raised,
        disputed=_left_out(raised.disputed),
        tried=_left_out(raised.tried),
        wanted=_left_out(raised.wanted),
        case_reference="",
    )


def _bare_referral(referral: Referral) -> Referral:
    return replace(referral, reference="")


def _left_out(words: str) -> str:
    return _LEFT_OUT if words else ""
