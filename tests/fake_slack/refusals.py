"""How the Web API says no."""

from .people import Json


class Refused(Exception):
    """An answer with ok: false."""

    def __init__(self, error: str, **more: object) -> None:
        super().__init__(error)
        self.answer: Json = {"ok": False, "error": error, **more}


class RateLimited(Refused):
    """An answer 429 with Retry-After."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("ratelimited")
        self.retry_after = retry_after


def with_messages(error: str, faults: list[str]) -> Refused:
    """A refusal that lists what is wrong, where Slack lists it."""
    return Refused(error, response_metadata={"messages": [f"[ERROR] {fault}" for fault in faults]})
