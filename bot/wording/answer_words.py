"""What every channel writes round an answer: its buttons, its captions, and the signs behind its sentences."""

from dataclasses import dataclass

from bot.wording.answer_layout import GUIDED, Layout
from bot.wording.guide_forms import guide_button
from bot.wording.message import Button
from bot.wording.typed import letters
from knowledge.answer import Answer, AnswerContact, AnswerSource, Line, Question, Section

STAR = "\u2217"
CONFIRM = f"{STAR} after a line: not yet read in a SET source, confirm with the partnership."
FEEDBACK = "Was this right? Your word goes to the partnership's business team. It is not a duty line: to refer, ring."
CUT = "… The rest is under “Show everything”."
QUOTING = {"why", "passages"}  # hold the words of others, the asker's or a document's: nothing in them becomes a link
QUOTED = 1_000  # letters of a passage that is shown word for word; of them a part may have three
LINES, RINGABLE = 12, 2  # of a part, and numbers that are said once more at the end
_MAY_BE_OLD = "This contact may be out of date. If it does not answer at once, use the next one, or 999 in danger."
_NUMBERED, _BARE = {"steps"}, {"danger", "banner", "lead"}
_OPTIONS = 6
_LABEL_SHOWN = 30  # letters of a button that a telephone is sure to show


@dataclass(frozen=True)
class Replies:
    """The replies to what is asked back: their buttons, and the same written out where a telephone would cut them."""

    buttons: tuple[Button, ...]
    written: tuple[str, ...]


def level_words(answer: Answer) -> str:
    """The threshold level behind a title; "" when the route has none."""
    return f" (threshold level {answer.level})" if answer.level is not None else ""


def signs(line: Line) -> str:
    """The number of a sentence's source, and the star where it is still to be confirmed."""
    return f"{f' [{line.source}]' if line.source else ''}{STAR if line.confirm else ''}"


def mark(section: Section, number: int, bullet: str) -> str:
    """What stands before a line of a part: steps have numbers, a single line nothing, others the bullet."""
    if section.key in _NUMBERED:
        return f"{number}. "
    return "" if len(section.lines) == 1 or section.key in _BARE else bullet


def caution(contact: AnswerContact) -> str:
    """The warning beside a contact; "" where none is needed."""
    return contact.caution or (_MAY_BE_OLD if contact.stale else "")


def source_facts(source: AnswerSource, dated: bool) -> list[str]:
    """What is said of a source behind its name; the day it was looked at only where the sources differ in it."""
    section = [source.section] if source.section else []
    page = [f"page {source.page}"] if source.page is not None else []
    facts = [f"edition: {source.edition}", *section, *page]
    return [*facts[:-1], f"{facts[-1]} (checked {source.date})"] if dated else facts


def replies(question: Question, asked_id: str) -> Replies:
    """A button for each reply; their values name the question and the reply."""
    options = [" ".join(option.split()) for option in question.options[:_OPTIONS]]
    numbered = [f"{number}. {option}" for number, option in enumerate(options, 1)]
    cut = any(letters(option) > _LABEL_SHOWN for option in options)
    labels = enumerate(numbered if cut else options)
    pressed = (Button("question.option", label, f"{asked_id}:{at}") for at, label in labels)
    return Replies(tuple(pressed), tuple(numbered) if cut else ())


def next_buttons(layout: Layout, asked_id: str) -> tuple[Button, ...]:
    """What can be done with the answer; after talk and explanations only what makes sense there."""
    more = Button("question.more", "Show everything", asked_id)
    if layout.is_small:
        return (more,)
    return (
        more,
        Button("referral.open", "I referred today", asked_id),
        Button("escalate.open", "Record a disagreement", asked_id),
        Button("question.note", "Decision note", asked_id),
        *((guide_button(asked_id),) if layout.answer.kind in GUIDED else ()),
    )


def feedback_buttons(layout: Layout, asked_id: str) -> tuple[Button, ...]:
    """Whether the answer was right; nothing of the kind after talk."""
    if layout.is_talk:
        return ()
    return (
        Button("question.right", "Yes, it was right", asked_id),
        Button("question.wrong", "No, it was not right", asked_id),
        Button("question.tell_team", "Tell the business team", asked_id),
    )
