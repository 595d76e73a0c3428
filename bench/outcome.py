"""What is left in the database and in Slack after a run: shared by the crash run and the benchmark."""

from sqlalchemy import Connection

from bot.store import inbox, outbox
from bot.store.database import Store
from tests.fake_slack import FakeSlack, SeenMessage
from tests.slack.process import until


def is_drained(tx: Connection) -> bool:
    """Whether nothing waits any more, neither to be handled nor to be sent."""
    coming, going = inbox.counts(tx), outbox.counts(tx)
    return not any((coming.get("waiting"), coming.get("working"), going.get("waiting"), going.get("sending")))


async def drained(store: Store) -> None:
    """Returns once everything came out."""
    await until(lambda: store.run(is_drained))


async def everything_said(slack: FakeSlack) -> list[SeenMessage]:
    """Every message of the bot, in all channels."""
    found = [SeenMessage.from_json(one) for one in await slack.get("messages")]
    return [one for one in found if one.user == "U_BOT"]
