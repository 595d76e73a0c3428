"""A question from a chat channel: asked after what came before it, kept in masked words, its answer to be sent."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.assistant.question import Question, Turn
from bot.partnership.asked import Asked
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.store import inbox, outbox, people, questions
from bot.workflows.desk import Desk
from bot.workflows.plan_questions import replies
from knowledge.answer import Answer
from knowledge.model import Area

_STILL_THE_SAME = timedelta(minutes=30)  # a message after a longer pause is a new matter, unless it is in a thread


@dataclass(frozen=True)
class Asking:
    """What somebody asked. `key` makes it unique, `place` is where the reply goes, in the channel's own words.

    `follows` is the id of the question whose answer this replies to, by a button or below it; `in_thread` says that
    the conversation is a thread, in which an earlier message counts however long ago it was.
    """

    key: str
    who: str
    text: str
    conversation: str
    place: str
    follows: str = ""
    in_thread: bool = False
    area: Area | None = None


async def answer(desk: Desk, asking: Asking) -> Asked:
    """The question with its answer, stored with the notice that carries it. The same key again: the same one."""
    now, number = desk.clock(), question_id(asking.key)
    before = await desk.store.run(_before, desk.rules, now, number, asking)
    if isinstance(before, Asked):
        return before
    reply = await desk.ask(Question(asking.text, number, before, asking.area, now))
    asked = Asked(number, asking.who, asking.conversation, asking.place, now, reply.masked, reply.to_json())
    await desk.store.run(_keep, asked, asking, reply, now)
    desk.to_send.set()
    return asked


def question_id(key: str) -> str:
    """A short id of a question, always the same for the same key."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def load(tx: Connection, rules: object, now: datetime, who: str, number: str) -> Asked:
    """A question, for the person who asked it and the business team. Raises Refused for everybody else."""
    asked, actor = questions.load(tx, number), people.actor(tx, who)
    if asked is None:
        raise Refused("This answer is no longer kept. Ask again and you get today's.")
    if not actor.is_business_team and asked.by not in {actor.key, actor.id}:
        raise Refused("Only the person who asked can do this. Ask your own question and you get your own answer.")
    return asked


def answer_of(asked: Asked) -> Answer:
    """The answer that was given."""
    return Answer.from_json(asked.answer)


def _before(tx: Connection, rules: Rules, now: datetime, number: str, asking: Asking) -> Asked | tuple[Turn, ...]:
    """The question when it was answered already, else the masked conversation before it."""
    if known := questions.load(tx, number):
        return known
    turns: list[Turn] = []
    for asked in _earlier(tx, rules, now, asking):
        turns += [Turn("user", asked.masked), Turn("bot", answer_of(asked).text)]
    return tuple(turns)


def _earlier(tx: Connection, rules: Rules, now: datetime, asking: Asking) -> list[Asked]:
    """What was asked before in the same matter: up to the question that this follows, then in its own conversation."""
    reach = timedelta(days=rules.kept_days.questions) if asking.in_thread else _STILL_THE_SAME
    followed = questions.load(tx, asking.follows) if asking.follows else None
    if followed is None:
        return questions.conversation(tx, asking.conversation, now - reach)
    same = followed.conversation == asking.conversation
    since = followed.at - (reach if same else _STILL_THE_SAME)
    found = [one for one in questions.conversation(tx, followed.conversation, since) if one.at <= followed.at]
    return found if same else [*found, *questions.conversation(tx, asking.conversation, now - reach)]


def _keep(tx: Connection, asked: Asked, asking: Asking, reply: Answer, now: datetime) -> None:
    if questions.load(tx, asked.id) is not None:  # another replica was faster
        return
    questions.add(tx, asked)
    outbox.add(tx, replies(tx, asked, reply), now)
    inbox.done(tx, asking.key, now)
