"""What arrives at the wire is believed only with Slack's signature."""

import hashlib
import hmac
import json
import logging
import time
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from sqlalchemy import select

from bot.store.tables import metadata
from tests.slack.bot import SECRET
from tests.slack.office import Office

pytestmark = pytest.mark.capability("forged deliveries are refused", "slack")

EVENT = json.dumps(
    {
        "type": "event_callback",
        "event_id": "Ev1",
        "team_id": "T_SET",
        "api_app_id": "A_SIGNPOST",
        "event": {
            "type": "message",
            "channel_type": "im",
            "channel": "D_NADIA",
            "user": "U_NADIA",
            "ts": "1.1",
            "text": "An 8-year-old has a belt mark",
        },
    }
)


def signed(body: str, secret: str = SECRET, at: float | None = None) -> dict[str, str]:
    """The two headers of a signature."""
    second = str(int(at or time.time()))
    digest = hmac.new(secret.encode(), f"v0:{second}:{body}".encode(), hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": second, "X-Slack-Signature": f"v0={digest}"}


def tables(office: Office) -> str:
    """All rows of all tables."""
    with office.store.begin() as tx:
        return repr([tx.execute(select(table)).all() for table in metadata.tables.values()])


JSON_TYPE = {"Content-Type": "application/json"}
FORGED: dict[str, Callable[[], dict[str, str]]] = {
    "without a signature": dict,
    "with an empty one": lambda: signed(EVENT) | {"X-Slack-Signature": ""},
    "of another secret": lambda: signed(EVENT, "another secret"),
    "of an empty secret": lambda: signed(EVENT, ""),
    "of another body": lambda: signed(EVENT.replace("belt", "bite")),
    "of no version": lambda: {name: one.removeprefix("v0=") for name, one in signed(EVENT).items()},
    "without its second": lambda: {"X-Slack-Signature": signed(EVENT)["X-Slack-Signature"]},
    "of another second": lambda: signed(EVENT) | {"X-Slack-Request-Timestamp": str(int(time.time()) - 1)},
    "from more than five minutes ago": lambda: signed(EVENT, at=time.time() - 301),
    "from more than five minutes ahead": lambda: signed(EVENT, at=time.time() + 330),
}


@pytest.mark.parametrize("how", FORGED)
async def test_a_forged_or_late_delivery_is_refused_and_leaves_nothing(office: Office, how: str) -> None:
    before = tables(office)
    (attempt,) = await office.slack.send_raw(EVENT, headers=JSON_TYPE | FORGED[how]())
    assert attempt.status == 401
    assert tables(office) == before
    (attempt,) = await office.slack.send_raw(EVENT)
    assert attempt.status == 200
    assert tables(office) != before  # the same with a good signature is taken


FORM_TYPE = {"Content-Type": "application/x-www-form-urlencoded"}
RUBBISH = {
    "no JSON": ("typed-rubbish", JSON_TYPE),
    "no object": ('["typed-rubbish"]', JSON_TYPE),
    "no letters": ("\x00\x01 typed-rubbish", JSON_TYPE),
    "a payload that is no JSON": ("payload=typed-rubbish", FORM_TYPE),
    "a payload that is no object": ('payload=["typed-rubbish"]', FORM_TYPE),
    "another content type": ("typed-rubbish", {"Content-Type": "multipart/form-data"}),
    "an event as a form": (urlencode({"type": "event_callback", "event": "typed-rubbish"}), FORM_TYPE),
    "an event without its parts": ('{"type": "event_callback", "event": {"typed-rubbish": 1}}', JSON_TYPE),
    "nothing": ("", JSON_TYPE),
}


@pytest.mark.parametrize("what", RUBBISH)
async def test_rubbish_from_anybody_leaves_nothing_and_its_words_are_not_logged(
    office: Office, caplog: pytest.LogCaptureFixture, what: str
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    body, content_type = RUBBISH[what]
    before = tables(office)
    (attempt,) = await office.slack.send_raw(body, headers=content_type | signed(body, "another secret"))
    assert attempt.status in {400, 401}
    await office.slack.send_raw(body, headers=content_type | signed(body))
    assert tables(office) == before
    assert "typed-rubbish" not in caplog.text + attempt.body


async def test_the_check_of_the_certificate_does_nothing_else(office: Office) -> None:
    before = tables(office)
    for body, kind in ((json.dumps({"ssl_check": "1"} | json.loads(EVENT)), JSON_TYPE), ("ssl_check=1", FORM_TYPE)):
        await office.slack.send_raw(body, headers=kind)
    assert tables(office) == before


async def test_a_good_delivery_sent_again_by_somebody_who_overheard_it_is_too_old_after_five_minutes(
    office: Office,
) -> None:
    sent = await office.fill_in()
    body = urlencode({"payload": json.dumps(sent.payload)})
    before = tables(office)
    (attempt,) = await office.slack.send_raw(body, headers=FORM_TYPE | signed(body, at=time.time() - 301))
    assert attempt.status == 401
    assert tables(office) == before
