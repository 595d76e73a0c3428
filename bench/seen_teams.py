"""What the bot said in Teams, by the notice that each message came from."""

from collections.abc import Iterable

from bench.crash_seen import Seen, mark_of_words, moments
from tests.fake_teams import FakeTeams
from tests.fake_teams import Seen as SeenMessage
from tests.fake_teams.elements import buttons_of, verb_of
from tests.teams.bot import BUSINESS


async def seen_in_teams(teams: FakeTeams, where: Iterable[str]) -> Seen:
    """When each notice arrived in these conversations and personal chats."""
    said = [message for place in where for message in await teams.replies(place)]
    return moments((_mark(one), one.at) for one in said)


def _mark(message: SeenMessage) -> str:
    """The mark of its notice; its own id when no notice of these runs looks like that."""
    for action in buttons_of(message.card):
        if verb_of(action).startswith("question."):
            return f"answer:{action['data']['value'].partition(':')[0]}"
    if "referral.open" in message.buttons and message.conversation.startswith("a:"):
        return f"help:teams:welcome:{message.conversation}"
    told = mark_of_words(message.words, in_team=message.conversation == BUSINESS)
    return told or f"unknown:{message.conversation}:{message.id}"
