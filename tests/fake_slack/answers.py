"""What Slack does with a bot's direct answer to a slash command or an interaction."""

from .block_kit import faults_in_message
from .envelopes import Envelope
from .people import BOT_USER, Channel, Json
from .things import Message, with_ids
from .world import World


class Unusable(Exception):
    """An answer that Slack does not show; the text is Slack's code."""


def after_command(world: World, sent: Envelope, channel: Channel) -> None:
    """Shows the answer to a slash command, or the error that Slack shows."""
    user, command = sent.payload["user_id"], sent.payload["command"]
    if not sent.ok:
        code = "operation_timeout" if sent.failure in ("http_timeout", "timeout") else "dispatch_failed"
        world.tell(user, f'{command} failed with the error "{code}"', command)
        return
    answer = {"text": sent.answer} if isinstance(sent.answer, str) else sent.answer or {}
    if answer.get("text") or answer.get("blocks"):
        try:
            show(world, answer, channel.id, user)
        except Unusable as code:
            world.tell(user, f'{command} failed with the error "{code}"', command)


def after_interaction(world: World, sent: Envelope, user: str, about: str) -> None:
    """Shows an error when the bot did not acknowledge."""
    if not sent.ok:
        world.tell(user, f"Signpost did not respond ({sent.failure}). Try again.", about)


def content_of(answer: Json) -> tuple[str, list[Json]]:
    """The text and blocks of an answer."""
    text, blocks = answer.get("text") or "", answer.get("blocks") or []
    if not text and not blocks:
        raise Unusable("no_text")
    if faults := faults_in_message(answer):
        raise Unusable(f"invalid_blocks: {'; '.join(faults)}")
    return text, with_ids(blocks)


def show(world: World, answer: Json, channel: str, user: str) -> Message:
    """Posts an answer, ephemeral unless it asks for in_channel."""
    text, blocks = content_of(answer)
    to = None if answer.get("response_type") == "in_channel" else user
    return world.add(Message(channel, world.ts(), BOT_USER, text, blocks, answer.get("thread_ts"), to))
