"""Messages from Teams: masked and stored before Teams is told that we have them. A repeat is stored once."""

from bot.dialogue.questions import keep_home, keep_question, masked
from bot.partnership.conversation import Conversation
from bot.teams.heard import Heard, root
from bot.teams.place import PREFIX
from bot.workflows import conversations
from bot.workflows.desk import Desk
from bot.workflows.notify import show_help
from bot.workflows.questions import question_id

_HOME = {"home", "my actions", "my escalations"}
_ESCALATE = {"escalate", "/escalate", "log an escalation"}
_REFER = "/refer"


async def keep_message(desk: Desk, said: Heard) -> bool:
    """Store a message; whether it is new. "home" and the like ask for a card, everything else is a question."""
    await remember(desk, root(said.conversation))
    key, words = f"{PREFIX}{said.conversation.id}:{said.id}", said.text.removeprefix(_REFER).strip()
    command = words.casefold().rstrip(".!?")
    if command in _HOME:
        return await keep_home(desk, key, said.who)
    if command in _ESCALATE:
        words = "help"  # it has the button: a dialog opens only when somebody presses
    follows = question_id(_key_of_root(said)) if said.conversation.kind == "channel" else ""
    masked_words = await masked(desk, words)
    return await keep_question(desk, key, said.who, masked_words, said.place.address, said.talk, follows)


async def remember(desk: Desk, one: Conversation) -> None:
    """Keep where it is, so that something can be said there first."""
    await desk.do(conversations.remember, "", one)


async def welcome(desk: Desk, said: Heard) -> None:
    """Say once what Signpost is, when somebody has installed it."""
    await desk.do(show_help, said.place.address, f"{PREFIX}welcome:{said.conversation.id}")


def _key_of_root(said: Heard) -> str:
    """The key of the question with which a channel's thread began."""
    message = said.conversation.id.partition(";messageid=")[2]
    return f"{PREFIX}{said.conversation.id}:{message}"
