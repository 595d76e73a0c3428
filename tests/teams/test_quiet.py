"""No word that somebody typed stands in a log at any level, and nobody hears what went wrong inside."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.fake_teams.seen import Delivery
from tests.teams.office import FORM, REF, Office

WORD = "umbrella"
WORDS = f"An 8-year-old has a belt mark, {WORD}"


@pytest.fixture
def everything(caplog: pytest.LogCaptureFixture, office: Office) -> pytest.LogCaptureFixture:
    """All logs from the lowest level, those of the SDK too, although the bot has silenced them."""
    return _everything(caplog)


def _everything(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    for name in [name for name in logging.root.manager.loggerDict if name.startswith(("microsoft_agents", "aiohttp"))]:
        caplog.set_level(logging.DEBUG, logger=name)
    logging.getLogger("bot.teams.agent").debug("the log is heard")
    assert "the log is heard" in caplog.text
    return caplog


@contextmanager
def without(database: Path, table: str) -> Iterator[None]:
    """The database lacks a table, as when somebody works on it."""
    with sqlite3.connect(database, isolation_level=None) as other:
        other.execute("PRAGMA legacy_alter_table = ON")
        other.execute(f"ALTER TABLE {table} RENAME TO away")
        yield
        other.execute(f"ALTER TABLE away RENAME TO {table}")
    other.close()


async def test_a_message_and_its_answer_leave_no_words(office: Office, everything: pytest.LogCaptureFixture) -> None:
    await office.teams.message("nadia", WORDS)
    await office.teams.mention("tom", "general", WORDS)
    await office.settle()
    assert "999" in (await office.told("nadia"))[-1]
    assert WORD not in everything.text


@pytest.mark.parametrize(
    "changed",
    [
        {"type": "event", "name": WORD},
        {"type": "messageUpdate"},
        {"type": "messageReaction", "reactionsAdded": [{"type": WORD}]},
        {"type": "trace", "label": WORD},
        {"type": WORD},
        {"type": "invoke", "name": WORD, "value": {"text": WORD}},
        {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": {"verb": WORD, "data": {"value": WORD}}}},
        {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": WORD}},
        {"type": "invoke", "name": "task/fetch", "value": {"data": WORD}},
        {"type": "invoke", "name": "task/submit", "value": {"data": [WORD]}},
        {"type": "invoke", "name": "task/submit", "value": {"data": {"form": WORD, "carries": {"ref": WORD}}}},
        {"type": "invoke", "name": "composeExtension/fetchTask", "value": {"messagePayload": WORD}},
        {"type": "invoke", "name": "composeExtension/query", "value": {"parameters": [{"value": WORD}]}},
    ],
)
async def test_what_nobody_asks_for_is_taken_without_a_word(
    office: Office, everything: pytest.LogCaptureFixture, changed: dict[str, object]
) -> None:
    before = await office.told("nadia")
    activity = {**await office.teams.unsent("nadia", WORDS), **changed}
    sent = await office.teams.raw(activity, await office.teams.token())
    assert sent.status in {200, 202, 501}
    await office.settle()
    assert await office.told("nadia") == before
    assert WORD not in everything.text
    assert "Traceback" not in everything.text


async def test_a_refused_form_leaves_no_words(office: Office, everything: pytest.LogCaptureFixture) -> None:
    await office.open_form()
    await office.teams.submit("tom", FORM | {"disputed": f"Ring 07700 900123, {WORD}"})
    dialog = await office.teams.dialog("tom")
    assert dialog is not None
    assert dialog.inputs["disputed"].endswith(WORD)  # kept for the person
    assert WORD not in everything.text
    assert "900123" not in everything.text + office.tables()


async def test_a_recorded_form_leaves_no_words_in_the_log(office: Office, everything: pytest.LogCaptureFixture) -> None:
    card = await office.raise_one(disputed=f"The referral was closed, {WORD}.")
    assert WORD in card.words
    assert WORD not in everything.text


def quiet(sent: Delivery, log: pytest.LogCaptureFixture) -> bool:
    """Whether neither the answer nor the log tells more than that it failed."""
    told = f"{sent.body} {log.text}"
    return not [word for word in (WORD, "Traceback", "sqlite", "no such table", "INSERT") if word in told]


async def test_a_message_that_could_not_be_stored_is_delivered_again_and_then_answered(
    faulty: Office, sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    log, before = _everything(caplog), len(await faulty.told("nadia"))
    with without(Path(sqlite_url.removeprefix("sqlite:///")), "inbox"):
        sent = await faulty.teams.message("nadia", WORDS)
        assert sent.status == 500
    assert quiet(sent, log)
    assert len(await faulty.told("nadia")) == before  # nothing of it was said to the person
    assert (await faulty.teams.again(sent)).status == 202
    await faulty.settle()
    assert len(await faulty.told("nadia")) == before + 1


async def test_a_form_that_could_not_be_recorded_can_be_sent_again(
    faulty: Office, sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    log = _everything(caplog)
    await faulty.open_form()
    with without(Path(sqlite_url.removeprefix("sqlite:///")), "history"):
        sent = await faulty.teams.submit("tom", FORM | {"disputed": f"Closed without a visit, {WORD}."})
        assert sent.status == 500
    assert quiet(sent, log)
    assert [one["text"] for one in await faulty.teams.errors("tom")] == ["Something went wrong. Please try again."]
    await faulty.teams.submit("tom", FORM)
    assert REF in await faulty.shown("tom")
    await faulty.settle()
    assert len(await faulty.cards()) == 1
