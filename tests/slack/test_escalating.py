"""Raising an escalation in Slack: the form, what is refused or asked about, and the receipt."""

from datetime import datetime

import pytest

from tests.fake_slack import SeenView
from tests.partnership.samples import clock
from tests.slack.bot import Bot
from tests.slack.office import FORM, REF, TEAM, Office

DANGER_LINE = "If a child is in danger now or needs urgent medical help, ring 999."
NHS = "This holds an NHS number. Take it out; your own case reference is enough."
BIRTH = "This holds a date of birth or another full date about a person. Write the age instead."


def typed(view: SeenView, field: str) -> object:
    """What stands in a field of text."""
    return view.values[field]["value"]["value"]


async def open_view(office: Office, user: str = "U_TOM") -> SeenView:
    """The person's open window."""
    view = await office.slack.view(user)
    assert view is not None
    return view


async def test_the_bot_with_its_workers_gives_a_number_a_card_and_news(bot: Bot) -> None:
    await bot.slack.command("U_TOM", "/escalate")
    await bot.slack.wait_for_view("U_TOM")
    sent = await bot.slack.submit("U_TOM", None, FORM)
    assert sent.ok
    await bot.slack.wait_for_view("U_TOM", REF)
    card = await bot.slack.wait_for_message(TEAM, REF)
    await bot.slack.press("U_BEN", card, "escalation.acknowledge")
    await bot.slack.wait_for_message("U_TOM", "acknowledged", seconds=5)
    changed = await bot.slack.wait_for_message(TEAM, "Acknowledged by", seconds=5)
    assert changed.ts == card.ts


async def test_what_was_filled_in_is_recorded_and_stands_on_the_card(office: Office) -> None:
    card = await office.raise_one()
    raised = (await office.item()).raised
    said = {name: str(getattr(raised, name)) for name in FORM if name not in {"kind", "danger_now"}}
    assert said == {name: value for name, value in FORM.items() if name in said}
    assert (raised.kind.value, raised.danger_now) == ("disagreement", False)
    for name in ("agency", "other_agency", "disputed", "tried", "wanted", "case_reference"):
        assert str(FORM[name]) in card.words
        assert str(FORM[name]) in card.text  # in plain words too, for a screen reader
    assert "2 of 4" in card.words
    assert "placeholder, not a SET figure" in card.words


async def test_the_command_takes_its_words_over_into_the_form(office: Office) -> None:
    await office.slack.command("U_TOM", "/escalate", "They closed it without a visit")
    assert typed(await open_view(office), "disputed") == "They closed it without a visit"


async def test_the_shortcut_takes_a_message_over_without_names_and_markup(office: Office) -> None:
    await office.slack.shortcut("U_TOM", "escalate_message", "Kai Smith's case was closed & nobody <there> rang")
    assert typed(await open_view(office), "disputed") == "<NAME>'s case was closed & nobody <there> rang"


async def test_a_button_opens_an_empty_form(bot: Bot) -> None:
    await bot.slack.open_home("U_TOM")
    home = await bot.slack.wait_for_home("U_TOM")
    await bot.slack.press("U_TOM", home, "escalate.open")
    form = await bot.slack.wait_for_view("U_TOM", "Log an escalation")
    assert typed(form, "disputed") is None


@pytest.mark.parametrize("field", ["area", "agency", "danger_now"])
async def test_slack_itself_asks_for_what_is_always_needed(office: Office, field: str) -> None:
    sent = await office.fill_in(**{field: None})
    assert sent.held_back
    assert set((await open_view(office)).errors) == {field}


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("stage", "Choose the stage that the disagreement is at."),
        ("other_agency", "Choose the other agency from the list."),
    ],
)
async def test_a_disagreement_without_its_stage_or_other_agency_gets_a_sentence_beside_the_field(
    office: Office, field: str, sentence: str
) -> None:
    await office.fill_in(**{field: None})
    view = await open_view(office)
    assert view.errors == {field: sentence}
    assert typed(view, "disputed") == FORM["disputed"]
    await office.slack.submit("U_TOM", None, {field: FORM[field]})
    assert REF in await office.shown("U_TOM")


async def test_words_of_blanks_only_get_a_sentence_beside_the_field(office: Office) -> None:
    await office.fill_in(wanted="   ")
    assert (await open_view(office)).errors == {"wanted": "Write in a sentence what outcome you want."}


async def test_a_concern_needs_neither_stage_nor_other_agency(office: Office) -> None:
    card = await office.raise_one(kind="concern", stage=None, other_agency=None)
    assert "concern passed to the business team" in card.words
    assert "Stage" not in card.words
    assert (await office.item()).stage is None


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


@pytest.mark.parametrize("number", ["943 476 5919", "9434765919", "943-476-5919"])
@pytest.mark.parametrize("field", ["disputed", "tried", "wanted", "case_reference"])
async def test_an_nhs_number_is_refused_in_every_field_and_what_was_typed_is_kept(
    office: Office, field: str, number: str
) -> None:
    await office.fill_in(**{field: f"See {number} please"})
    view = await open_view(office)
    assert view.errors == {field: NHS}
    assert typed(view, field) == f"See {number} please"
    assert typed(view, "disputed") == (f"See {number} please" if field == "disputed" else FORM["disputed"])
    assert await office.waiting() == []


@pytest.mark.parametrize("birth", ["born on 4 May 2015", "dob 12/03/2016"])
async def test_a_date_of_birth_is_refused_and_cannot_be_confirmed_away(office: Office, birth: str) -> None:
    await office.fill_in(tried=f"We talked. The child was {birth}.")
    view = await open_view(office)
    assert view.errors == {"tried": BIRTH}
    await office.slack.submit("U_TOM")
    assert (await open_view(office)).errors == {"tried": BIRTH}
    await office.slack.submit("U_TOM", None, {"tried": "We talked. The child is eleven."})
    assert REF in await office.shown("U_TOM")


async def test_several_faults_stand_beside_their_fields_at_once(office: Office) -> None:
    await office.fill_in(tried="dob 12/03/2016", case_reference="943 476 5919")
    assert (await open_view(office)).errors == {"tried": BIRTH, "case_reference": NHS}


@pytest.mark.parametrize("reference", ["SCH-118", "LCS 1234567", "CP12345", "44-8812", "9434765918"])
async def test_an_agencys_own_reference_is_taken_as_it_is(office: Office, reference: str) -> None:
    await office.fill_in(case_reference=reference)
    assert REF in await office.shown("U_TOM")
    assert (await office.item()).raised.case_reference == reference


async def test_a_name_is_shown_and_nothing_is_sent_until_it_is_confirmed(office: Office) -> None:
    await office.fill_in(disputed="Kai was not seen.")
    shown = await open_view(office)
    assert "May point to a person: “Kai”." in shown.words
    assert "Nothing has been sent yet" in shown.words
    assert typed(shown, "disputed") == "Kai was not seen."
    assert shown.values["area"]["value"]["selected_option"]["value"] == "thurrock"
    assert "<tel:999|999>" in shown.words
    assert await office.waiting() == []
    await office.slack.submit("U_TOM")
    (sentence,) = (await open_view(office)).errors.values()
    assert sentence == "Change the words shown above, or tick that they point to nobody."
    assert await office.waiting() == []
    await confirm(office)
    assert REF in await office.shown("U_TOM")
    assert (await office.item()).raised.disputed == "Kai was not seen."


async def confirm(office: Office, **changed: str) -> None:
    """The box is ticked and the form sent again."""
    view = await open_view(office)
    box = next(block["block_id"] for block in view.blocks if block.get("element", {}).get("type") == "checkboxes")
    await office.slack.submit("U_TOM", None, changed | {box: "yes"})


async def test_a_changed_name_needs_no_tick(office: Office) -> None:
    await office.fill_in(disputed="Kai was not seen.")
    await office.slack.submit("U_TOM", None, {"disputed": "The child was not seen."})
    assert REF in await office.shown("U_TOM")
    assert (await office.item()).raised.disputed == "The child was not seen."


async def test_another_name_after_ticking_is_shown_again_and_the_tick_is_gone(office: Office) -> None:
    await office.fill_in(disputed="Kai was not seen.")
    await confirm(office, disputed="Mia Jones was not seen.")
    shown = await open_view(office)
    assert "“Mia Jones”" in shown.words and "“Kai”" not in shown.words
    await office.slack.submit("U_TOM")
    assert await office.waiting() == []
    await confirm(office)
    assert (await office.item()).raised.disputed == "Mia Jones was not seen."


async def test_a_name_added_in_another_field_after_ticking_is_shown_too(office: Office) -> None:
    await office.fill_in(disputed="Kai was not seen.")
    await confirm(office, tried="Rang Mia Jones.")
    shown = (await open_view(office)).words
    assert "“Kai”" in shown and "“Mia Jones”" in shown
    assert await office.waiting() == []


async def test_a_refused_kind_after_confirming_a_name_is_still_refused(office: Office) -> None:
    await office.fill_in(disputed="Kai was not seen.")
    await confirm(office, disputed="Kai, NHS number 943 476 5919, was not seen.")
    assert (await open_view(office)).errors == {"disputed": NHS}
    assert await office.waiting() == []


async def test_the_same_submission_delivered_twice_makes_one_record_and_one_receipt(office: Office) -> None:
    sent = await office.fill_in()
    again = await office.slack.again(sent)
    assert again.answer == sent.answer
    await office.send()
    assert len(await office.cards()) == 1
    assert len(await office.told("U_TOM")) == 1


async def test_two_forms_make_two_records(office: Office) -> None:
    await office.raise_one()
    card = await office.raise_one(disputed="Another matter.")
    assert "E-2026-0002" in card.words


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


async def test_a_guest_and_somebody_of_another_organisation_can_raise_one(office: Office) -> None:
    for user, ref in (("U_GREG", REF), ("U_STRANGER", "E-2026-0002")):
        await office.fill_in(user)
        await office.send()
        assert ref in (await office.told(user))[0]


async def test_whoever_the_people_file_knows_by_e_mail_is_named_on_the_card(office: Office) -> None:
    card = await office.raise_one("U_NADIA")
    assert "Nadia Shaw (Health)" in card.words
    assert (await office.item()).raised_by == "person:nadia"
    assert (await office.raise_one()).words.count("who is not in the people file") == 1
