"""Slack's limit of about one message a second in a channel, with short bursts."""

import math
import time


class Rate:
    """A bucket of allowed messages for each channel."""

    def __init__(self) -> None:
        self._buckets: dict[str, tuple[float, float]] = {}

    def wait_for(self, channel: str, seconds: float, burst: int) -> int:
        """0 when a message may be sent now, else the whole seconds to wait (Retry-After)."""
        now = time.monotonic()
        left, since = self._buckets.get(channel, (float(burst), now))
        left = min(float(burst), left + (now - since) / seconds) if seconds else float(burst)
        if left < 1:
            self._buckets[channel] = left, now
            return max(1, math.ceil((1 - left) * seconds))
        self._buckets[channel] = left - 1, now
        return 0
