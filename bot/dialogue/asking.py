"""The buttons under an answer, and their forms."""

from bot.dialogue.questions import channel_of, keep_question, masked
from bot.dialogue.reply import Opened, Press, Pressed, Reply, Said, Send, Sent, Shown, WholeAnswer
from bot.wording.note import note_message
from bot.wording.question_forms import tell_team_form, verdict_form
from bot.workflows import feedback, questions
from bot.workflows.desk import Desk
from bot.workflows.questions import answer_of
from knowledge.note import decision_note
from knowledge.note_shape import note_text

THANKS = Said("Thank you. Your word goes into the review of the answers.")
TOLD = Said(
    "The business team has your question, without names. They work in office hours: if you are worried now, ring."
)


async def _option(desk: Desk, pressed: Pressed) -> None:
    """A reply to what was asked back is a question of its own, in the same matter."""
    number, _, index = pressed.value.partition(":")
    asked = await desk.do(questions.load, pressed.who, number)
    question = answer_of(asked).question
    if question is not None and index.isdigit() and int(index) < len(question.options):
        words, place = question.options[int(index)], pressed.place_after(asked.place)
        key = f"{channel_of(pressed.who)}:action:{pressed.key}"
        await keep_question(desk, key, pressed.who, words, place, asked.conversation, asked.id)


async def _more(desk: Desk, pressed: Pressed) -> Reply:
    return WholeAnswer(await desk.do(questions.load, pressed.who, pressed.value))


async def _note(desk: Desk, pressed: Pressed) -> Reply:
    """The decision note of an answer, to be copied: it holds nothing of what was typed."""
    asked = await desk.do(questions.load, pressed.who, pressed.value)
    note = decision_note(answer_of(asked), asked.at)
    return Shown("Decision note", note_message(note), copied=note_text(note))


async def _right(desk: Desk, pressed: Pressed) -> Reply:
    await desk.do(feedback.verdict, pressed.who, pressed.value, "right", "")
    return THANKS


async def _wrong(desk: Desk, pressed: Pressed) -> Reply:
    asked = await desk.do(questions.load, pressed.who, pressed.value)
    return Opened(verdict_form(asked.id))


async def _tell_team(desk: Desk, pressed: Pressed) -> Reply:
    asked = await desk.do(questions.load, pressed.who, pressed.value)
    return Opened(tell_team_form(asked.id, asked.masked))


async def _verdict(desk: Desk, sent: Sent) -> Reply:
    words = await masked(desk, sent.values.get("words", ""))
    await desk.do(feedback.verdict, sent.who, sent.carries.get("asked", ""), sent.values.get("reason", ""), words)
    return THANKS


async def _told_team(desk: Desk, sent: Sent) -> Reply:
    await desk.do(feedback.tell_team, sent.who, sent.carries.get("asked", ""))
    return TOLD


PRESSES: dict[str, Press] = {
    "question.option": _option,
    "question.more": _more,
    "question.note": _note,
    "question.right": _right,
    "question.wrong": _wrong,
    "question.tell_team": _tell_team,
}
FORMS: dict[str, Send] = {"question.verdict": _verdict, "question.tell_team": _told_team}
