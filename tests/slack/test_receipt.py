"""What somebody reads who has raised an escalation: 999 first in danger, the number, and when it is read."""

from datetime import datetime

import pytest

from tests.partnership.samples import clock
from tests.slack.office import REF, Office

DANGER_LINE = "If a child is in danger now or needs urgent medical help, ring 999."


async def test_danger_now_puts_999_and_the_areas_front_door_first_on_the_receipt(office: Office) -> None:
    await office.fill_in(danger_now="yes", area="southend")
    receipt = (await office.shown("U_TOM")).split("\n")
    assert DANGER_LINE.split("999")[0] in receipt[1]
    assert "<tel:999|999>" in receipt[1]
    assert receipt[2].startswith("*Southend Children's Single Point of Contact")  # Monday at ten: the front door
    assert REF not in "".join(receipt[:3])


async def test_danger_out_of_hours_puts_the_emergency_duty_team_before_the_front_door(office: Office) -> None:
    office.bot.clock.set(clock(2026, 11, 21, 22))
    await office.fill_in(danger_now="yes", area="essex")
    receipt = await office.shown("U_TOM")
    duty, door = receipt.index("Essex emergency duty team"), receipt.index("Essex Children and Families Hub")
    assert receipt.index("999") < duty < door < receipt.index(REF)


async def test_danger_flags_the_card_and_ends_the_limit_the_same_working_day(office: Office) -> None:
    card = await office.raise_one(danger_now="yes", stage="4")
    assert card.words.startswith("*Danger now:")
    assert card.text.startswith("Danger now:")
    assert "Monday 23 November, 17:00" in card.words


async def test_danger_told_in_words_puts_999_first_although_no_was_ticked(office: Office) -> None:
    await office.fill_in(disputed="They closed it. The child has taken an overdose tonight.")
    receipt = (await office.shown("U_TOM")).split("\n")
    assert "<tel:999|999>" in receipt[1]
    assert "Thurrock" in receipt[2]
    await office.send()
    message = (await office.told("U_TOM"))[-1]
    assert message.startswith(DANGER_LINE)
    assert not (await office.item()).raised.danger_now


async def test_without_danger_the_receipt_begins_with_the_number_and_keeps_the_rule_on_999(office: Office) -> None:
    await office.fill_in()
    receipt = await office.shown("U_TOM")
    assert receipt.split("\n")[1].startswith(REF)
    assert "ring 999" in receipt


async def test_the_same_submission_delivered_twice_makes_one_record_and_one_receipt(office: Office) -> None:
    sent = await office.fill_in()
    again = await office.slack.again(sent)
    assert again.answer == sent.answer
    await office.send()
    assert len(await office.cards()) == 1
    assert len(await office.told("U_TOM")) == 1


async def test_the_receipt_is_also_a_direct_message_that_can_be_read_aloud(office: Office) -> None:
    await office.raise_one()
    (receipt,) = await office.slack.replies("U_TOM")
    assert receipt.text.startswith(f"{REF}: your disagreement is recorded")
    assert f"Your reference number is {REF}." in receipt.text
    assert receipt.actions == ["escalation.note", "escalation.withdraw"]
    assert "E-2026-0001" not in "".join(await office.told("U_NADIA"))


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        (clock(2026, 11, 20, 17, 5), "Monday 23 November, 09:00"),
        (clock(2026, 11, 21, 11), "Monday 23 November, 09:00"),
        (clock(2026, 12, 25, 11), "Tuesday 29 December, 09:00"),
        (clock(2027, 3, 29, 11), "Tuesday 30 March, 09:00"),
    ],
)
async def test_out_of_hours_the_receipt_says_when_somebody_reads_it(
    office: Office, moment: datetime, opening: str
) -> None:
    office.bot.clock.set(moment)
    await office.fill_in()
    said = "The business team is not a duty line. It works 09:00 to 17:00"
    assert said in await office.shown("U_TOM")
    assert f"your note waits until {opening}." in await office.shown("U_TOM")
    await office.send()
    assert f"your note waits until {opening}." in (await office.told("U_TOM"))[0]


async def test_in_office_hours_no_waiting_is_announced(office: Office) -> None:
    await office.fill_in()
    assert "not a duty line" not in await office.shown("U_TOM")
