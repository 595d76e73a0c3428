"""Referrals whose outcome somebody wants to be asked about."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update

from bot.partnership.referral import Referral, ReferralState
from bot.store.tables import referrals

_DUE = (  # asked with every look of the clock; building a statement takes longer than running it
    select(referrals)
    .where(referrals.c.state == ReferralState.WAITING.value, referrals.c.ask_at <= bindparam("now"))
    .order_by(referrals.c.ask_at, referrals.c.id)
    .with_for_update()
)


def add(tx: Connection, referral: Referral, form_key: str | None = None) -> None:
    """Keep a new referral."""
    tx.execute(insert(referrals).values(_row(referral) | {"form_key": form_key}))


def by_form(tx: Connection, form_key: str) -> Referral | None:
    """The referral that a form led to; None when it has led to nothing yet."""
    return next(iter(_found(tx, select(referrals).where(referrals.c.form_key == form_key))), None)


def load(tx: Connection, id: str) -> Referral | None:
    """The referral, kept from other writers until the transaction ends; None when there is none."""
    return next(iter(_found(tx, select(referrals).where(referrals.c.id == id).with_for_update())), None)


def waiting(tx: Connection, now: datetime) -> list[Referral]:
    """Those whose outcome is to be asked for now, kept from other writers until the transaction ends."""
    return [_referral(row) for row in tx.execute(_DUE, {"now": now})]


def save(tx: Connection, referral: Referral) -> None:
    """Keep the referral as it stands now."""
    tx.execute(update(referrals).where(referrals.c.id == referral.id).values(_row(referral)))


def of(tx: Connection, ids: Collection[str]) -> list[Referral]:
    """Those noted by any of the addresses, the latest referral first."""
    chosen = select(referrals).where(referrals.c.noted_by.in_(ids))
    return _found(tx, chosen.order_by(referrals.c.referred_on.desc(), referrals.c.id))


def _found(tx: Connection, chosen: Select[Any]) -> list[Referral]:
    return [_referral(row) for row in tx.execute(chosen)]


def _row(one: Referral) -> dict[str, Any]:
    return {
        "id": one.id,
        "noted_by": one.by,
        "front_door": one.front_door,
        "referred_on": one.referred_on,
        "reference": one.reference,
        "state": one.state.value,
        "asked": one.asked,
        "ask_at": one.ask_at,
    }


def _referral(row: Row[Any]) -> Referral:
    state = ReferralState(row.state)
    return Referral(row.id, row.noted_by, row.front_door, row.referred_on, row.reference, state, row.asked, row.ask_at)
