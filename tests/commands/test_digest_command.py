"""`signpost digest`."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.partnership.plan_rules import load_plan_rules
from bot.store import outbox
from bot.store.database import Store
from bot.wording.digest import digest
from bot.workflows.digests import send_digests
from bot.workflows.people import names
from bot.workflows.plan_letters import digest_of
from tests.commands.command import Console

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
MONDAY_9 = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def filled(console: Console) -> Console:
    """The example people and the example plan."""
    console("people", "import", str(EXAMPLES / "people.csv"))
    console("plan", "import", str(EXAMPLES / "plan.csv"))
    return console


def test_the_preview_is_word_for_word_what_is_sent(filled: Console, sqlite_store: Store) -> None:
    with sqlite_store.begin() as tx:
        send_digests(tx, load_plan_rules(), MONDAY_9)
        notices = []
        while parcel := outbox.claim(tx, "test", MONDAY_9, 0, 30):
            notices.append(parcel.notice)
            outbox.settle(tx, parcel.id, MONDAY_9, {})
        sent = {one.to: digest_of(tx, one, MONDAY_9) for one in notices}
        texts = {
            to: digest(week, MONDAY_9.date(), names(tx)).text for to, week in sent.items() if week and not week.is_empty
        }
    assert {"team", "person:so-1", "person:gp-1"} <= set(texts)
    for to, text in texts.items():
        shown = filled("digest", "preview", "--for", to.removeprefix("person:"), "--at", "2026-11-23")
        assert (shown.code, shown.out, shown.err) == (0, f"{text}\n", ""), to


@pytest.mark.parametrize("reader", ["so-1", "Dilip Invented", "DILIP@example.org"])
def test_a_person_is_found_by_id_name_or_e_mail_address(filled: Console, reader: str) -> None:
    people = (EXAMPLES / "people.csv").read_text(encoding="utf-8")
    mail = next(
        cell for line in people.splitlines() if line.startswith("so-1") for cell in line.split(",") if "@" in cell
    )
    done = filled("digest", "preview", "--for", mail.upper() if "@" in reader else reader, "--at", "2026-11-23T09:00")
    assert done.code == 0
    assert "Overdue: 1" in done.out and "1.1 Agree one form" in done.out
    assert "4.1" not in done.out


def test_an_empty_digest_is_not_shown_and_why_is_said(filled: Console) -> None:
    done = filled("digest", "preview", "--for", "bt-2", "--at", "2026-11-23")
    assert (done.code, done.out) == (0, "")
    assert done.err == "signpost: There is nothing to tell, so no digest would be sent.\n"


def test_a_group_without_a_channel_is_shown_and_that_nobody_would_get_it(filled: Console) -> None:
    done = filled("digest", "preview", "--for", "MAG", "--at", "2026-11-23")
    assert "Due soon: 1" in done.out
    assert "no channel in plan.yaml" in done.err


def test_a_reader_whom_nobody_knows_is_refused(filled: Console) -> None:
    done = filled("digest", "preview", "--for", "somebody")
    assert done.code == 1 and done.err.startswith("signpost: Give a person's id")


def test_a_date_that_is_none_is_a_wrong_call(filled: Console) -> None:
    assert filled("digest", "preview", "--for", "so-1", "--at", "31/02/2026").code == 2


def test_the_preview_changes_nothing(filled: Console) -> None:
    filled("digest", "preview", "--for", "so-1")
    assert filled("digest", "send").out.startswith("4 digests added.")


def test_sending_twice_adds_each_digest_once(filled: Console) -> None:
    first = filled("digest", "send")
    assert (first.code, first.err) == (0, "")
    assert filled("digest", "send").out == "Nothing was added: everybody has this week's digest already.\n"
