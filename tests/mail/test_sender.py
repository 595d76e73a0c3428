"""E-mail at the wire: what the mail server gets, and what its refusals mean."""

from dataclasses import replace
from typing import Any

import pytest

from bot.mail.sender import MailSender, subject
from bot.workflows.sending import Later, Letter, Unreachable
from tests.mail.letters import letter
from tests.mail.post_office import PostOffice, mute, post_office
from tests.wording.stories import REF

FROM = "Signpost <signpost@partnership.example>"
TEAM_AND_BEN = "team@partnership.example, ben@partnership.example"


def sender(port: int, **other: Any) -> MailSender:  # noqa: ANN401
    given = {
        "security": "none",
        "user": "",
        "password": "",
        "sender_address": "Signpost <signpost@partnership.example>",
    }
    return MailSender("127.0.0.1", port, **(given | other))


def to(addresses: str, one: Letter | None = None) -> Letter:
    return replace(one or letter(), address=addresses)


async def refused_for_ever(office: PostOffice) -> str:
    with pytest.raises(Unreachable) as caught:
        await sender(office.port).send(to(TEAM_AND_BEN))
    return str(caught.value)


async def put_off(office: PostOffice, **other: Any) -> str:  # noqa: ANN401
    with pytest.raises(Later) as caught:
        await sender(office.port, **other).send(to(TEAM_AND_BEN))
    assert caught.value.seconds > 0
    return str(caught.value)


async def test_a_letter_arrives_as_plain_text_at_every_address() -> None:
    async with post_office() as office:
        receipt = await sender(office.port).send(to(TEAM_AND_BEN))
    (mail,) = office.arrived
    assert office.to == [["team@partnership.example", "ben@partnership.example"]]
    assert mail["Subject"] == f"Signpost: {REF}: professional disagreement, Thurrock"
    assert mail.get_content_type() == "text/plain"
    assert "Reference: E-2026-0042" in mail.get_content()
    assert (mail["From"], mail["Auto-Submitted"]) == (FROM, "auto-generated")
    assert receipt.message == mail["Message-ID"]


async def test_a_repeat_has_the_same_message_id_and_another_notice_a_different_one() -> None:
    async with post_office() as office:
        for one in (letter(), letter(), letter("assigned")):
            await sender(office.port).send(to("ben@partnership.example", one))
    first, repeat, other = (mail["Message-ID"] for mail in office.arrived)
    assert first == repeat != other
    assert first.endswith("@partnership.example>")


async def test_letters_of_every_script_arrive_as_they_were_written() -> None:
    text = "Ünïcode – 👧 أخبرني, and a line of " + "x" * 2000
    written = replace(letter("plain", data={"title": "Grüße", "text": text}), item=None)
    async with post_office() as office:
        await sender(office.port).send(to("ben@partnership.example", written))
    assert office.arrived[0]["Subject"] == "Signpost: Grüße"
    assert text in office.arrived[0].get_content()


async def test_when_nothing_is_left_to_say_nothing_is_sent() -> None:
    async with post_office() as office:
        await sender(office.port).send(replace(letter("told"), item=None))
    assert office.arrived == []


def test_a_subject_is_one_line_of_at_most_120_letters() -> None:
    assert subject("A title\r\nBcc: somebody@else.example") == "Signpost: A title Bcc: somebody@else.example"
    assert len(subject("x" * 300)) == 120


async def test_one_refused_address_does_not_keep_the_letter_from_the_other() -> None:
    async with post_office() as office:
        office.refused["team@partnership.example"] = "550 no such mailbox"
        await sender(office.port).send(to(TEAM_AND_BEN))
    assert office.to == [["ben@partnership.example"]]


async def test_addresses_refused_for_ever_lead_to_the_next_way() -> None:
    async with post_office() as office:
        office.refused = dict.fromkeys(TEAM_AND_BEN.split(", "), "550 no such mailbox")
        assert await refused_for_ever(office) == "refused with 550"


async def test_addresses_refused_for_now_are_tried_later() -> None:
    async with post_office() as office:
        office.refused = dict(zip(TEAM_AND_BEN.split(", "), ("550 no such mailbox", "450 greylisted"), strict=True))
        assert await put_off(office) == "refused with 450"


async def test_a_letter_refused_for_ever_leads_to_the_next_way_and_one_refused_for_now_is_tried_later() -> None:
    async with post_office() as office:
        office.on_data = "554 rejected"
        assert await refused_for_ever(office) == "refused with 554"
        office.on_data = "451 try again"
        assert await put_off(office) == "refused with 451"


async def test_a_refused_sender_or_login_is_a_fault_of_the_settings_so_the_letter_is_kept() -> None:
    async with post_office() as office:
        office.on_sender = "550 who are you"
        assert await put_off(office) == "the mail server said 550"
        assert await put_off(office, user="signpost", password="wrong") == "the mail server said 535"
        office.on_sender = "250 OK"
        await sender(office.port, user="signpost", password="right").send(letter())
    assert office.logins[-1] == (b"signpost", b"right")
    assert len(office.arrived) == 1


async def test_a_server_that_is_not_there_or_says_nothing_or_hangs_up_is_tried_later() -> None:
    async with mute() as port:
        assert "Timeout" in await put_off(PostOffice(port=port), seconds=0.2)
    assert "Connect" in await put_off(PostOffice(port=port))
    async with mute(b"220 hello\r\n") as port:
        assert "Disconnected" in await put_off(PostOffice(port=port))


@pytest.mark.parametrize("address", ["", "nobody", "ben@partnership.example, nobody"])
async def test_what_is_no_e_mail_address_leads_to_the_next_way(address: str) -> None:
    with pytest.raises(Unreachable, match="no e-mail address"):
        await sender(9).send(to(address))
