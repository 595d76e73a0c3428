"""What the business team's digest tells of questions without a good answer. It holds no typed words."""

from collections import Counter
from datetime import date, timedelta

from sqlalchemy import Connection

from bot.partnership.rules import load_rules
from bot.partnership.settled import OpenGroup, OpenQuestions
from bot.store.question_counts import midnight
from bot.upkeep.grouping import Group
from bot.workflows.upkeep import groups_between

_LARGEST = 3
_WEEK, _DAY = timedelta(days=7), timedelta(days=1)


def open_questions(tx: Connection, monday: date) -> OpenQuestions:
    """The groups of the seven days before this Monday, about which nobody has decided."""
    first, last = monday - _WEEK, monday - _DAY
    found = groups_between(tx, load_rules(), midnight(monday), first, last)
    largest = tuple(_told(one) for one in found[:_LARGEST])
    return OpenQuestions(first, last, len(found), sum(len(one.questions) for one in found), largest)


def _told(group: Group) -> OpenGroup:
    titles = Counter(one.title for one in group.questions)
    return OpenGroup(group.id, len(group.questions), titles.most_common(1)[0][0], group.words)
