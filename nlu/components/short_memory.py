"""Rasa's memory of conversations, kept short: the newest few hundred, in this process, never on disk."""

from collections import OrderedDict
from typing import Any

from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.trackers import DialogueStateTracker

_CONVERSATIONS = 500


class ShortMemory(InMemoryTrackerStore):
    """Forgets the oldest conversation when there are more than 500; each holds only masked words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.store = OrderedDict()

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the conversation as the newest, and forget the oldest beyond the limit."""
        await super().save(tracker)
        self.store.move_to_end(tracker.sender_id)
        while len(self.store) > _CONVERSATIONS:
            self.store.popitem(last=False)
