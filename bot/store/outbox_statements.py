"""The statements by which every notice is claimed and settled. Built once: building takes longer than running."""

from sqlalchemy import BindParameter, bindparam, func, select, update

from bot.store import leases
from bot.store.tables import lanes, outbox

_ID: BindParameter[int] = bindparam("held")
_IS_SENDING = outbox.c.state == "sending"
_FIRST = func.min(func.coalesce(outbox.c.lease_until, outbox.c.due_at), type_=outbox.c.due_at.type)

# key_share: whoever adds a notice to the lane keeps its key, and that must not hide the lane
NEXT = (
    select(outbox, leases.has_expired(outbox).label("has_expired"))
    .join(lanes, lanes.c.name == outbox.c.lane)
    .where(outbox.c.state == "waiting", outbox.c.due_at <= bindparam("now"))
    .where(lanes.c.in_flight.is_(None), lanes.c.free_at <= bindparam("now"))
    .order_by(outbox.c.urgent.desc(), outbox.c.created_at, outbox.c.id)
    .limit(1)
    .with_for_update(skip_locked=True, key_share=True)
)
HOLD = (
    update(outbox)
    .where(outbox.c.id == _ID)
    .values(state="sending", worker=bindparam("holder"), lease_until=bindparam("until"))
)
BUSY = update(lanes).where(lanes.c.name == bindparam("lane")).values(in_flight=_ID, free_at=bindparam("free"))
SENT = (
    update(outbox)
    .where(outbox.c.id == _ID, outbox.c.state != "superseded", outbox.c.state != "sent")
    .values(state="sent", settled_at=bindparam("now"), receipt=bindparam("sent_as"), error=None)
    .values(worker=None, lease_until=None)
)
FREE = update(lanes).where(lanes.c.in_flight.in_(bindparam("held", expanding=True))).values(in_flight=None)
FREE_ONE = update(lanes).where(lanes.c.in_flight == _ID).values(in_flight=None)
# Out of the worker's hands: it sets the columns that are given. What another worker has sent meanwhile stays sent.
LEFT = update(outbox).where(outbox.c.id == _ID, outbox.c.state == "sending").values(worker=None, lease_until=None)
AGAIN = LEFT.values(
    state="waiting", attempts=outbox.c.attempts + 1, due_at=bindparam("due_again"), error=bindparam("why")
)
ABOUT = select(outbox.c.kind, outbox.c.subject).where(outbox.c.id == _ID)
# When the first notice of each lane may go, or the lease of what the lane sends runs out.
LANES = (
    select(_FIRST.label("due_at"), lanes.c.free_at)
    .join(lanes, lanes.c.name == outbox.c.lane)
    .where(_IS_SENDING | (outbox.c.state == "waiting"))
    .where(_IS_SENDING | lanes.c.in_flight.is_(None))
    .group_by(lanes.c.name, lanes.c.free_at)
)
