"""`signpost outbox`."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.partnership.notices import TEAM, Notice
from bot.store import inbox, outbox
from bot.store.database import Store
from bot.store.inbox import Delivery
from tests.commands.command import Console

NOW = datetime(2026, 6, 3, 9, 0, tzinfo=UTC)
REPLY_ADDRESS = "slack:?url=https%3A%2F%2Fhooks.slack.example%2Fcommands%2Fa-secret"


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    """The console's database with one notice given up, two that wait, and one delivery not handled."""
    opened = Store.open(sqlite_url)
    with opened.begin() as tx:
        outbox.add(tx, [Notice("a", "answer", REPLY_ADDRESS, "question-1")], NOW)
        given_up = outbox.claim(tx, "one", NOW, 1, 30)
        assert given_up is not None
        outbox.give_up(tx, given_up.id, NOW, "slack: channel_not_found")
        outbox.add(tx, [Notice("b", "card", TEAM, "E-2026-0001"), Notice("c", "home", "slack:U7", "slack:U7")], NOW)
        inbox.receive(tx, Delivery("k", "slack", "message", {"text": "typed words"}), NOW)
    yield opened
    opened.close()


def number_of(console: Console, about: str) -> str:
    return next(line.split()[0] for line in console("outbox").out.splitlines() if about in line)


def test_the_list_says_what_waits_why_and_what_came_in(store: Store, console: Console) -> None:
    done = console("outbox")
    heading, failed, waiting, *_ = done.out.splitlines()
    assert heading.split() == ["id", "since", "kind", "about", "to", "state", "tries", "next", "try", "reason"]
    assert failed.split()[4:7] == ["question-1", "Slack", "failed"]
    assert "none, given up" in failed and failed.endswith("slack: channel_not_found")
    assert "2026-06-03 10:00:00" in waiting and "business team" in waiting
    assert "Came in: 1 waiting. The oldest that is not handled came on 2026-06-03 10:00:00." in done.out


def test_the_list_shows_no_address_of_anybody_and_no_typed_words(store: Store, console: Console) -> None:
    done = console("outbox")
    assert "home" in done.out and "U7" not in done.out
    assert "a-secret" not in done.out and "hooks" not in done.out and "typed words" not in done.out


def test_one_notice_that_was_given_up_is_sent_again(store: Store, console: Console) -> None:
    number = number_of(console, "question-1")
    assert console("outbox", "resend", number).out == "1 notice will be sent again.\n"
    done = console("outbox", "resend", number)
    assert (done.code, done.err.strip()) == (
        *(1, f"signpost: Notice {number} was not given up, so there is nothing to send again."),
    )


def test_everything_that_was_given_up_is_sent_again_and_nothing_else(store: Store, console: Console) -> None:
    assert console("outbox", "resend", "--all-failed").out == "1 notice will be sent again.\n"
    assert "given up" not in console("outbox").out
    assert console("outbox", "resend", "--all-failed").out == "0 notices will be sent again.\n"


@pytest.mark.parametrize("words", [(), ("1", "--all-failed"), ("first",)])
def test_resend_wants_one_number_or_all(store: Store, console: Console, words: tuple[str, ...]) -> None:
    assert console("outbox", "resend", *words).code == 2


def test_an_empty_outbox_is_said_in_words(console: Console) -> None:
    assert console("outbox").out == "Nothing waits to be sent.\n\nCame in: nothing.\n"


def test_what_came_in_and_could_not_be_handled_is_handled_again(store: Store, console: Console) -> None:
    with store.begin() as tx:
        for _ in range(8):
            inbox.try_later(tx, "k", NOW, "OperationalError")
        assert inbox.counts(tx) == {"failed": 1}
    assert console("outbox", "retry").out == "Will be handled again: 1 message.\n"
    with store.begin() as tx:
        assert [one.key for one in inbox.claim(tx, "one", datetime.now(UTC), 5)] == ["k"]
    assert console("outbox", "retry").out == "Will be handled again: 0 messages.\n"
