"""What Slack itself sends about the app, and payloads delivered as they are."""

from collections.abc import Callable

from . import events
from .courier import Courier
from .envelopes import Envelope, Kind
from .people import Json


async def verify_url(courier: Courier, challenge: str = "a-challenge") -> Envelope:
    """Enters the bot's address in the settings of the app."""
    return await courier.deliver("events_api", events.url_verification(challenge))


async def notice(courier: Courier, what: str) -> Envelope:
    """Something happened to the app itself: app_rate_limited, tokens_revoked or app_uninstalled."""
    makers: dict[str, Callable[[], Json]] = {
        "app_rate_limited": events.app_rate_limited,
        "tokens_revoked": events.tokens_revoked,
        "app_uninstalled": events.app_uninstalled,
    }
    if what not in makers:
        raise ValueError(f"no such notice: {what}")
    return await courier.deliver("events_api", makers[what]())


async def payload(courier: Courier, kind: Kind, payload: Json) -> Envelope:
    """Delivers exactly this payload, signed: a hand-made one, or one again."""
    return await courier.deliver(kind, payload)
