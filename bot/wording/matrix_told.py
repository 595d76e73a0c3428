"""What is said about the action matrix: reminders, the drafted letter, who hears of it, and a response that came."""

from datetime import date, datetime

from bot.partnership.matrix import LetterDraft, MatrixItem, MatrixNews
from bot.partnership.notices import TEAM
from bot.partnership.plan_rules import MatrixRule
from bot.wording.message import Fact, Message
from bot.wording.standing import Name
from bot.wording.times import day_words
from knowledge.hours import LONDON

NOT_CONFIRMED = "our reading, which the partnership has not confirmed"


def matrix_message(
    news: MatrixNews, deed: str, now: datetime, rule: MatrixRule, name: Name, to: str = TEAM
) -> Message | None:
    """The notice as things stand now; None when there is nothing left to say. Raises ValueError for another deed."""
    match deed:
        case "remind":
            return reminder(news, now, rule, name, to) if news.item.waits else None
        case "letter":
            return letter_drafted(news.letter, now, rule) if news.letter else None
        case "inform":
            return partners_informed(news.letter, rule, to) if news.letter else None
        case "answered":
            return answered(news, name) if news.item.responded_on else None
    raise ValueError(f"nobody writes a matrix notice about {deed!r}")


def reminder(news: MatrixNews, now: datetime, rule: MatrixRule, name: Name, to: str) -> Message:
    """To whoever answers for the agency; to the business team when nobody of the agency is there."""
    item, today = news.item, now.astimezone(LONDON).date()
    late = (_counts(item, rule),) if today > item.due_on else ()
    return Message(
        title=f"{item.agency}: {_standing(item, today, now)}",
        lines=(*_what_to_do(news, to), *late, f"{rule.readings.response} ({NOT_CONFIRMED})"),
        facts=(
            Fact("Action", item.words),
            Fact("Number", item.id),
            Fact("Given by", f"{news.group}, {day_words(item.met_on, now)}"),
            Fact("Matrix received", day_words(item.received_on, now)),
            Fact("Last day for a response", day_words(item.due_on, now)),
            *((Fact("Acknowledged", day_words(item.acknowledged_on, now)),) if item.acknowledged_on else ()),
        ),
        small=(_rule(rule), _why(item, to, name)),
    )


def letter_drafted(letter: LetterDraft, now: datetime, rule: MatrixRule) -> Message:
    """To the business manager, who checks the draft and sends it."""
    executive = letter.executive_member or "Nobody: the people file names no executive member of this agency"
    return Message(
        title=f"{letter.agency}: a letter is drafted for you to check and send",
        lines=(
            f"{letter.agency} did not answer {_actions(letter)} in time. Signpost sends no letter: you do.",
            f'Write the draft to a file: signpost matrix letter "{letter.agency}" --out letter.docx',
            "Was an item given in error, or answered in time and not recorded? Take it off: signpost matrix strike.",
        ),
        facts=(
            *_failures(letter, now),
            Fact("To the executive member", executive),
            Fact("Copied to the strategic partners", ", ".join(letter.copied_to) or "Nobody is in the people file"),
        ),
        small=(*_read(rule), "You get this because you are the business manager, or stand in for the manager."),
    )


def partners_informed(letter: LetterDraft, rule: MatrixRule, to: str) -> Message:
    """To each strategic partner; to the business team when the people file names none."""
    inform = ("Nobody of the Strategic Group can be reached. Tell the strategic partners.",) if to == TEAM else ()
    why = "the strategic partners are informed of such failures"
    return Message(
        title=f"{letter.agency} did not answer {_actions(letter)} in time",
        lines=(*inform, "The business manager has the draft of a letter to the agency's executive member."),
        facts=tuple(
            Fact(one.number, f"{one.group}, last day {day_words(one.due_on)} {one.due_on.year}") for one in letter.items
        ),
        small=(*_read(rule), f"You get this because {why}."),
    )


def answered(news: MatrixNews, name: Name) -> Message:
    """To the business team: the agency responded itself."""
    item = news.item
    on = day_words(item.responded_on) if item.responded_on else ""
    return Message(
        title=f"{item.agency} answered {item.id}",
        lines=(f"{name(item.responded_by)} responded on {on}.",),
        facts=(Fact("Action", item.words), Fact("Response (their words)", item.response)),
        small=("You get this because responses go to the business team.",),
    )


def _standing(item: MatrixItem, today: date, now: datetime) -> str:
    if today > item.due_on:
        return f"no response came by {day_words(item.due_on, now)}"
    if today == item.due_on:
        return "the response is due today"
    return f"a response is due by {day_words(item.due_on, now)}"


def _what_to_do(news: MatrixNews, to: str) -> tuple[str, ...]:
    if to == TEAM:
        who = "Nobody who answers for this agency can be reached: neither a lead nor a deputy is there."
        return (f"{who} Ring the agency, or correct the people file.",)
    return (f"{news.group} gave your agency this action. Send your response to the business team.",)


def _counts(item: MatrixItem, rule: MatrixRule) -> str:
    words = f"This counts as a failure of {item.agency}. At {rule.failures} failures a letter is drafted."
    return f"{words} Answer all the same. {rule.readings.late} ({NOT_CONFIRMED})"


def _actions(letter: LetterDraft) -> str:
    return f"{len(letter.items)} actions of the groups" if len(letter.items) != 1 else "an action of the groups"


def _failures(letter: LetterDraft, now: datetime) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            one.number,
            f"{one.words}\n{one.group}, last day {day_words(one.due_on, now)}, {_came(one.responded_on, now)}",
        )
        for one in letter.items
    )


def _came(on: date | None, now: datetime) -> str:
    return f"answered late on {day_words(on, now)}" if on else "not answered"


def _rule(rule: MatrixRule) -> str:
    return f"Within {rule.respond_working_days} working days of receiving the matrix (source: {rule.source.words})."


def _read(rule: MatrixRule) -> tuple[str, ...]:
    return (f"Rule: {rule.source.words}.", f"Check before you act ({NOT_CONFIRMED}): {' '.join(rule.readings.all)}")


def _why(item: MatrixItem, to: str, name: Name) -> str:
    if to == TEAM:
        return "You get this because the business team hears when nobody can be reached."
    if to == f"person:{item.person}":
        return "You get this because you answer for this action."
    return f"You get this because you lead for {item.agency}, or stand in for somebody who answers for this action."
