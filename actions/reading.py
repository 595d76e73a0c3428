"""Reads what `knowledge` needs from a Rasa tracker. Whatever is missing or odd is left out, never guessed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from rasa_sdk import Tracker

from knowledge.advise import Said
from knowledge.model import Area

_ADDS_A_FACT = "inform"  # the intent of a reply such as "he is 4 months old"


def said_from(tracker: Tracker, now: datetime) -> Said:
    """The latest message as the assistant understood it. The bot's metadata brings the home area and the moment."""
    message: Mapping[str, Any] = tracker.latest_message
    metadata = message.get("metadata") or {}
    intent = (message.get("intent") or {}).get("name")
    return Said(
        text=message.get("text") or "",
        before=(tracker.get_slot("told") or "") if intent == _ADDS_A_FACT else "",
        place=tracker.get_slot("area") or "",
        area=_area(metadata.get("area")),
        at=_moment(metadata.get("at"), now),
        intent=intent,
        ranking={r["name"]: float(r["confidence"]) for r in message.get("intent_ranking") or ()},
        urgency=float(message.get("urgency") or 0.0),
        evidence=tuple(message.get("evidence") or ()),
        topic=tracker.get_slot("topic"),
        offered=tracker.get_slot("offered") or {},
        asked=tuple(tracker.get_slot("asked") or ()),
        concerns={c["name"]: float(c["confidence"]) for c in message.get("concerns") or ()},
        unsure_before=bool(tracker.get_slot("unsure")),
    )


def _area(value: object) -> Area:
    return Area(str(value)) if value in set(Area) else Area.THURROCK


def _moment(value: object, now: datetime) -> datetime:
    return datetime.fromisoformat(value) if isinstance(value, str) else now
