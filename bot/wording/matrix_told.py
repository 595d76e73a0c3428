"""What is said about the action matrix: reminders, the drafted letter, who hears of it, and a response that came."""

from datetime import datetime

from bot.partnership.matrix import LetterDraft, MatrixItem, MatrixNews
from bot.partnership.notices import TEAM
from bot.partnership.plan_rules import PlanRules
from bot.wording.message import Fact, Message
from bot.wording.standing import Name
from bot.wording.times import day_words
from knowledge.hours import LONDON

_NOBODY = (
    "Nobody who answers for these agencies can be reached: neither a lead nor a deputy is there. "
    "Ring the agency, or correct the people file."
)


def matrix_message(
    news: MatrixNews, deed: str, now: datetime, rules: PlanRules, name: Name, to: str = TEAM
) -> Message | None:
    """The notice as things stand now; None when there is nothing left to say. Raises ValueError for another deed."""
    match deed:
        case "remind":
            waiting = tuple(item for item in news.items if item.waits)
            return reminder(waiting, news, now, rules, to) if waiting else None
        case "answered":
            answers = [item for item in news.items if item.responded_on]
            return answered(answers[0], now, name) if answers else None
        case "letter":
            return letter_drafted(news.letter, now, rules) if news.letter else None
        case "inform":
            return partners_informed(news.letter, now, rules, to) if news.letter else None
    raise ValueError(f"nobody writes a matrix notice about {deed!r}")


def reminder(items: tuple[MatrixItem, ...], news: MatrixNews, now: datetime, rules: PlanRules, to: str) -> Message:
    """To whoever answers for the agency; to the business team when nobody of the agency is there."""
    today, rule = now.astimezone(LONDON).date(), rules.matrix
    late = [item for item in items if today > item.due_on]
    do = _NOBODY if to == TEAM else "Send your response to the business team, which records it."
    return Message(
        title=_title(items, len(late), now),
        lines=(do, rules.ours(rule.readings.response), *((_counts(rules),) if late else ())),
        facts=tuple(_fact(item, news, now) for item in items),
        small=(
            f"Within {rule.respond_working_days} working days of receiving the matrix (source: {rule.source.words}).",
            _why(items, to),
        ),
    )


def letter_drafted(letter: LetterDraft, now: datetime, rules: PlanRules) -> Message:
    """To the business manager, who checks the draft and sends it."""
    executive = letter.executive_member or "Nobody: the people file names no executive member of this agency"
    return Message(
        title=f"{letter.agency}: a letter is drafted for you to check and send",
        lines=(
            f"{letter.agency} did not answer {_number(letter)} in time. Signpost sends no letter: you do.",
            f'Write the draft to a file: signpost matrix letter "{letter.agency}" --out letter.docx',
            "Given in error, or answered in time and not recorded? Take it off: signpost matrix strike ID --reason ...",
        ),
        facts=(
            *_failures(letter, now),
            Fact("To the executive member", executive),
            Fact("Copied to the strategic partners", ", ".join(letter.copied_to) or "Nobody is in the people file"),
        ),
        small=(*_read(rules), "You get this because you are the business manager, or stand in for the manager."),
    )


def partners_informed(letter: LetterDraft, now: datetime, rules: PlanRules, to: str) -> Message:
    """To each strategic partner; to the business team when the people file names none."""
    tell = ("The people file names no strategic partner who is there. Tell the strategic partners.",)
    return Message(
        title=f"{letter.agency} did not answer {_number(letter)} in time",
        lines=(
            *(tell if to == TEAM else ()),
            "The business manager has the draft of a letter to the agency's executive member.",
        ),
        facts=_failures(letter, now),
        small=(*_read(rules), "You get this because the strategic partners are informed of such failures."),
    )


def answered(item: MatrixItem, now: datetime, name: Name) -> Message:
    """To the business team: the agency responded itself."""
    on = f" on {day_words(item.responded_on, now)}" if item.responded_on else ""
    return Message(
        title=f"{item.agency} answered {item.id}",
        lines=(f"{name(item.responded_by)} responded{on}.",),
        facts=(Fact("Action", item.words), Fact("Response (their words)", item.response)),
        small=("You get this because responses go to the business team.",),
    )


def _title(items: tuple[MatrixItem, ...], late: int, now: datetime) -> str:
    agencies = ", ".join(sorted({item.agency for item in items}))
    days = sorted({item.due_on for item in items})
    what = "an action needs a response" if len(items) == 1 else f"{len(items)} actions need a response"
    if late == len(items):
        return f"{agencies}: {what}, and the last day has passed"
    if late:
        return f"{agencies}: {what}; for {late} the last day has passed"
    return f"{agencies}: {what}{' by' if len(days) == 1 else ', the first by'} {day_words(days[0], now)}"


def _fact(item: MatrixItem, news: MatrixNews, now: datetime) -> Fact:
    group, met, received = news.groups.get(item.group, item.group), item.met_on, item.received_on
    given = f"Given by {group} on {day_words(met, now)}; matrix received on {day_words(received, now)}."
    seen = f" Acknowledged on {day_words(item.acknowledged_on, now)}." if item.acknowledged_on else ""
    return Fact(item.id, f"{item.words}\n{given}{seen}\nLast day for a response: {day_words(item.due_on, now)}.")


def _counts(rules: PlanRules) -> str:
    words = f"What is late counts as a failure of the agency; at {rules.matrix.failures} failures a letter is drafted."
    return f"{words} Answer all the same. {rules.ours(rules.matrix.readings.late)}"


def _number(letter: LetterDraft) -> str:
    return "an action" if len(letter.items) == 1 else f"{len(letter.items)} actions"


def _failures(letter: LetterDraft, now: datetime) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            one.number,
            f"{one.words}\n{one.group}, last day {day_words(one.due_on, now)}, "
            + (f"answered late on {day_words(one.responded_on, now)}" if one.responded_on else "not answered"),
        )
        for one in letter.items
    )


def _read(rules: PlanRules) -> tuple[str, ...]:
    check = f"Check before you act ({rules.our_reading}): {' '.join(rules.matrix.readings.all)}"
    return (f"Rule: {rules.matrix.source.words}.", check)


def _why(items: tuple[MatrixItem, ...], to: str) -> str:
    if to == TEAM:
        return "You get this because the business team hears when nobody can be reached."
    if all(to == f"person:{item.person}" for item in items):
        return "You get this because you answer for this on the action matrix."
    return "You get this because you lead for the agency, or stand in for somebody who answers for it."
