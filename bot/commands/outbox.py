"""`signpost outbox`: what waits to be sent and why, and trying again what was given up, going out or coming in."""

import argparse
from datetime import UTC, datetime
from typing import Any

from bot.commands.shown import WRONG_CALL, counted, failed, table, with_store
from bot.partnership.notices import TEAM, TEAM_MAIL
from bot.settings import Settings
from bot.store import inbox, outbox
from bot.store.database import Store
from bot.store.outbox import Waiting
from knowledge.hours import LONDON

_HEADING = ("id", "since", "kind", "about", "to", "state", "tries", "next try", "reason")
_TO = {
    TEAM: "business team",
    TEAM_MAIL: "business team's e-mail",
    "person": "a person",
    "slack": "Slack",
    "teams": "Teams",
}


def add(commands: Any) -> None:  # noqa: ANN401 - argparse does not name the type
    """Add the command to the parser."""
    parser = commands.add_parser("outbox", help="show what waits to be sent, and send again what was given up")
    parser.set_defaults(run=show)
    parts = parser.add_subparsers(metavar="[resend|retry]")
    again = parts.add_parser("resend", help="try again what was given up")
    again.add_argument("id", type=int, nargs="?", help="the number of the notice")
    again.add_argument("--all-failed", action="store_true", help="everything that was given up")
    again.set_defaults(run=resend)
    came_in = parts.add_parser("retry", help="handle again what came in and could not be handled")
    came_in.set_defaults(run=retry)


def show(options: argparse.Namespace, settings: Settings) -> int:
    """What has not arrived, with the reason, and how many deliveries are not handled yet."""
    return with_store(settings, _show)


def resend(options: argparse.Namespace, settings: Settings) -> int:
    """Put notices that were given up back in the queue; the running Signpost sends them."""
    if options.all_failed == (options.id is not None):
        return failed("Give the number of one notice, or --all-failed.", WRONG_CALL)
    return with_store(settings, lambda store: _resend(store, options.id))


def retry(options: argparse.Namespace, settings: Settings) -> int:
    """Put deliveries that could not be handled back in the queue; the running Signpost handles them."""
    return with_store(settings, _retry)


def _retry(store: Store) -> int:
    with store.begin() as tx:
        again = inbox.retry_failed(tx, datetime.now(UTC))
    print(f"Will be handled again: {counted(again, 'message')}.")
    return 0


def _show(store: Store) -> int:
    with store.begin() as tx:
        waiting, handled, oldest = outbox.waiting(tx), inbox.counts(tx), inbox.oldest_waiting(tx)
    print(table(_HEADING, [_row(one) for one in waiting]) if waiting else "Nothing waits to be sent.")
    states = ", ".join(f"{count} {state}" for state, count in sorted(handled.items())) or "nothing"
    print(f"\nCame in: {states}." + (f" The oldest that is not handled came on {_clock(oldest)}." if oldest else ""))
    return 0


def _resend(store: Store, number: int | None) -> int:
    now = datetime.now(UTC)
    with store.begin() as tx:
        given_up = [one.id for one in outbox.waiting(tx) if one.state == "failed"]
        again = [id for id in given_up if number in {None, id} and outbox.resend(tx, id, now)]
    if number is not None and not again:
        return failed(f"Notice {number} was not given up, so there is nothing to send again.")
    print(f"{counted(len(again), 'notice')} will be sent again.")
    return 0


def _row(one: Waiting) -> tuple[str, ...]:
    next_try = {"failed": "none, given up", "sending": "now"}.get(one.state) or _clock(one.not_before)
    return (
        *(str(one.id), _clock(one.created_at), one.kind, _kind_of(one.subject), _kind_of(one.to)),
        *(one.state, str(one.attempts), next_try, one.error or ""),
    )


def _kind_of(to: str) -> str:
    """What kind of address it is, not the address itself: it may be one that anybody can write to."""
    kind = to.partition(":")[0]
    return _TO.get(kind, kind)


def _clock(at: datetime) -> str:
    return f"{at.astimezone(LONDON):%Y-%m-%d %H:%M:%S}"
