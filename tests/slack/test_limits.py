"""Time in Slack: the warning, the limit, and the search for somebody who acknowledges, each told once."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.partnership.people import Away, Person
from bot.store import people
from tests.fake_slack import SeenMessage
from tests.partnership.samples import clock
from tests.slack.bot import ASHA, BEN, NADIA
from tests.slack.office import MAILBOX, REF, TEAM, Office

OMAR = Person("omar", "Omar Reid", "Police", slack_id="U_GREG", order=3)
MINUTE = timedelta(minutes=1)
NEAR, PASSED = f"{REF}: the limit passes soon", f"{REF}: the limit has passed"
UNSEEN = f"{REF}: nobody has acknowledged it"


async def about(office: Office, where: str, title: str) -> list[SeenMessage]:
    """The bot's messages with that title."""
    return [one for one in await office.slack.replies(where) if title in one.text.splitlines()]


async def with_owner(office: Office, at: datetime) -> SeenMessage:
    """The card of one that is acknowledged and with Nadia, at stage 1."""
    office.bot.clock.set(at)
    card = await office.raise_one(stage="1")
    await office.press("U_BEN", card, "acknowledge")
    await office.do("U_BEN", await office.card(), "assign", owner="U_NADIA")
    return card


@pytest.mark.parametrize(
    ("raised_at", "limit"),
    [
        (clock(2026, 11, 20, 10), clock(2026, 11, 23, 17)),
        (clock(2026, 12, 24, 10), clock(2026, 12, 29, 17)),
        (clock(2026, 10, 23, 10), clock(2026, 10, 26, 17)),
    ],
)
async def test_the_warning_and_the_limit_are_said_below_the_card_once(
    office: Office, raised_at: datetime, limit: datetime
) -> None:
    card = await with_owner(office, raised_at)
    await office.at(limit - 121 * MINUTE)
    assert await about(office, TEAM, NEAR) == []
    for _ in range(3):
        await office.at(limit - 120 * MINUTE)
    (near,) = await about(office, TEAM, NEAR)
    assert near.thread_ts == card.ts
    assert len(await about(office, "U_NADIA", NEAR)) == 1
    assert await about(office, "U_TOM", NEAR) == []
    for _ in range(3):
        await office.at(limit)
    for where in (TEAM, "U_NADIA", "U_TOM"):
        assert len(await about(office, where, PASSED)) == 1
    assert "Passed on" in (await office.card()).words


async def test_over_easter_and_into_summer_time_the_limit_waits_for_tuesday(office: Office) -> None:
    office.bot.clock.set(clock(2027, 3, 25, 10))
    card = await office.raise_one(stage="1")
    assert "Tuesday 30 March, 17:00" in card.words
    await office.at(clock(2027, 3, 30, 14, 59))
    assert "the limit passes soon" not in "\n".join(await office.thread())
    await office.at(clock(2027, 3, 30, 15))
    assert "E-2027-0001: the limit passes soon" in "\n".join(await office.thread())


async def test_a_passed_limit_is_shown_in_the_channel_too_and_gives_the_requester_words_to_send(office: Office) -> None:
    await with_owner(office, clock(2026, 11, 23, 10))
    await office.at(clock(2026, 11, 24, 17))
    posted = [one["arguments"] for one in await office.slack.calls("chat.postMessage")]
    assert [one["reply_broadcast"] for one in posted if PASSED in one["text"] and one["channel"] == TEAM] == [True]
    (said,) = await about(office, "U_TOM", PASSED)
    assert "Words that you can send or read out: We have not settled our disagreement at stage 1" in said.text
    assert said.actions == ["escalation.note", "escalation.withdraw"]


async def test_after_resolving_nothing_is_said_of_the_limit(office: Office) -> None:
    await with_owner(office, clock(2026, 11, 23, 10))
    await office.do("U_BEN", await office.card(), "resolve", outcome="agreed", reason="Both signed the plan.")
    await office.at(clock(2026, 11, 25, 12))
    assert await about(office, TEAM, PASSED) == await about(office, "U_TOM", PASSED) == []


async def test_without_an_acknowledgement_one_after_the_other_hears_and_then_the_mailbox(office: Office) -> None:
    await office.raise_one()
    raised_at = clock(2026, 11, 23, 10)
    for minutes, heard in ((59, []), (61, ["U_BEN"]), (121, ["U_BEN", "U_ASHA"])):
        await office.at(raised_at + minutes * MINUTE)
        assert [one for one in ("U_BEN", "U_ASHA") if await about(office, one, UNSEEN)] == heard
    assert office.mail.arrived == []
    await office.at(raised_at + 241 * MINUTE)
    (mail,) = office.mail.arrived
    assert UNSEEN in mail["Subject"]
    assert office.mail.to == [[MAILBOX, "ben@lscp.example", "asha@lscp.example"]]
    await office.at(raised_at + 360 * MINUTE)
    assert len(office.mail.arrived) == len(await about(office, "U_BEN", UNSEEN)) == 1


async def test_with_a_child_in_danger_the_search_begins_after_a_quarter_of_an_hour(office: Office) -> None:
    await office.raise_one(danger_now="yes")
    await office.at(clock(2026, 11, 23, 10, 16))
    (said,) = await about(office, "U_BEN", UNSEEN)
    assert said.text.startswith("Danger now:")
    await office.at(clock(2026, 11, 23, 10, 31))
    assert len(office.mail.arrived) == 1


async def test_whoever_is_sought_acknowledges_from_that_message_and_the_search_ends(office: Office) -> None:
    await office.raise_one()
    await office.at(clock(2026, 11, 23, 11, 1))
    (said,) = await about(office, "U_BEN", UNSEEN)
    await office.press("U_BEN", said, "acknowledge")
    assert (await office.item()).acknowledged_by == "person:ben"
    await office.at(clock(2026, 11, 23, 16))
    assert await about(office, "U_ASHA", UNSEEN) == []
    assert office.mail.arrived == []


async def test_while_the_owner_is_away_the_deputy_hears_and_can_act(office: Office) -> None:
    await with_owner(office, clock(2026, 11, 23, 10))
    day = Away(date(2026, 11, 24), date(2026, 11, 24))
    absent = replace(NADIA, slack_id="U_NADIA", away=(day,), deputy="omar")
    await office.store.run(people.replace_all, [BEN, ASHA, absent, OMAR])
    await office.at(clock(2026, 11, 24, 15))
    assert await about(office, "U_NADIA", NEAR) == []
    (said,) = await about(office, "U_GREG", NEAR)
    assert "You get this because you stand in for Nadia Shaw (Health)." in said.text
    await office.do("U_GREG", said, "note", text="I ring them today.")
    assert [note.who for note in (await office.item()).notes] == ["person:omar"]


async def test_while_the_team_is_away_their_deputy_is_sought_and_can_acknowledge(office: Office) -> None:
    today = Away(date(2026, 11, 23), date(2026, 11, 23))
    team = [replace(BEN, away=(today,), deputy="omar"), replace(ASHA, away=(today,))]
    await office.store.run(people.replace_all, [*team, NADIA, OMAR])
    await office.raise_one()
    await office.at(clock(2026, 11, 23, 11, 1))
    (said,) = await about(office, "U_GREG", UNSEEN)
    await office.press("U_GREG", said, "acknowledge")
    assert (await office.item()).acknowledged_by == "person:omar"


async def test_a_friday_evening_is_answered_from_monday_on(office: Office) -> None:
    office.bot.clock.set(clock(2026, 11, 20, 17, 5))
    await office.raise_one()
    await office.at(clock(2026, 11, 22, 20))
    assert await about(office, "U_BEN", UNSEEN) == []
    await office.at(clock(2026, 11, 23, 10, 1))
    assert len(await about(office, "U_BEN", UNSEEN)) == 1
