"""What the bot said in Slack, by the notice that each message came from."""

from collections.abc import Collection

from bench.crash_seen import Seen, mark_of_words, moments
from tests.fake_slack import FakeSlack, SeenMessage

BUSINESS = "G_BUSINESS"


async def seen_in_slack(slack: FakeSlack, at_once: Collection[str] = ()) -> Seen:
    """When each notice arrived, in all channels; what was said `at_once`, as the answer to a command, is no notice."""
    found = [SeenMessage.from_json(one) for one in await slack.get("messages")]
    said = [one for one in found if one.user == "U_BOT" and one.text not in at_once]
    return moments((_mark(one), float(one.ts)) for one in said)


def _mark(message: SeenMessage) -> str:
    """The mark of its notice; its own time when no notice of these runs looks like that."""
    for block in message.blocks:
        for element in block.get("elements", []):
            if str(element.get("action_id", "")).startswith("question."):
                return f"answer:{element['value'].partition(':')[0]}"
    told = mark_of_words(message.text, in_team=message.channel == BUSINESS)
    return told or f"unknown:{message.channel}:{message.ts}"
