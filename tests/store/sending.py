"""A worker of the outbox, in short."""

from bot.store import outbox
from bot.store.database import Store
from tests.store.samples import NOW, SECOND, do


def claim(store: Store, seconds: float = 0, worker: str = "w") -> outbox.Parcel | None:
    return do(store, outbox.claim, worker, NOW + seconds * SECOND, 0.0, 30.0)


def claimed(store: Store, seconds: float = 0, worker: str = "w") -> outbox.Parcel:
    parcel = claim(store, seconds, worker)
    assert parcel is not None
    return parcel


def send_all(store: Store, seconds: float = 0) -> list[str]:
    sent = []
    while parcel := claim(store, seconds):
        sent.append(parcel.notice.key)
        do(store, outbox.settle, parcel.id, NOW, {"conversation": "C1", "message": "1.1"})
    return sent
