"""Personal data in a form: some kinds are refused, other words are shown and must be changed or confirmed."""

import pytest

from tests.slack.office import FORM, REF, Office
from tests.slack.test_escalating import typed

NHS = "This holds an NHS number. Take it out; your own case reference is enough."
BIRTH = "This holds a date of birth or another full date about a person. Write the age instead."


@pytest.mark.parametrize("number", ["943 476 5919", "9434765919", "943-476-5919"])
@pytest.mark.parametrize("field", ["disputed", "tried", "wanted", "case_reference"])
async def test_an_nhs_number_is_refused_in_every_field_and_what_was_typed_is_kept(
    office: Office, field: str, number: str
) -> None:
    await office.fill_in(**{field: f"See {number} please"})
    view = await office.view()
    assert view.errors == {field: NHS}
    assert typed(view, field) == f"See {number} please"
    assert typed(view, "disputed") == (f"See {number} please" if field == "disputed" else FORM["disputed"])
    assert await office.waiting() == []


@pytest.mark.parametrize("birth", ["born on 4 May 2015", "dob 12/03/2016"])
async def test_a_date_of_birth_is_refused_and_cannot_be_confirmed_away(office: Office, birth: str) -> None:
    await office.fill_in(tried=f"We talked. The child was {birth}.")
    view = await office.view()
    assert view.errors == {"tried": BIRTH}
    await office.slack.submit("U_TOM")
    assert (await office.view()).errors == {"tried": BIRTH}
    await office.slack.submit("U_TOM", None, {"tried": "We talked. The child is eleven."})
    assert REF in await office.shown("U_TOM")


async def test_several_faults_stand_beside_their_fields_at_once(office: Office) -> None:
    await office.fill_in(tried="dob 12/03/2016", case_reference="943 476 5919")
    assert (await office.view()).errors == {"tried": BIRTH, "case_reference": NHS}


@pytest.mark.parametrize("reference", ["SCH-118", "LCS 1234567", "CP12345", "44-8812", "9434765918"])
async def test_an_agencys_own_reference_is_taken_as_it_is(office: Office, reference: str) -> None:
    await office.fill_in(case_reference=reference)
    assert REF in await office.shown("U_TOM")
    assert (await office.item()).raised.case_reference == reference


async def test_a_name_is_shown_and_nothing_is_sent_until_it_is_confirmed(office: Office) -> None:
    await office.fill_in(disputed="Kai was not seen.")
    shown = await office.view()
    assert "May point to a person: “Kai”." in shown.words
    assert "Nothing has been sent yet" in shown.words
    assert typed(shown, "disputed") == "Kai was not seen."
    assert shown.values["area"]["value"]["selected_option"]["value"] == "thurrock"
    assert "<tel:999|999>" in shown.words
    assert await office.waiting() == []
    await office.slack.submit("U_TOM")
    (sentence,) = (await office.view()).errors.values()
    assert sentence == "Change the words shown above, or tick that they point to nobody."
    assert await office.waiting() == []
    await confirm(office)
    assert REF in await office.shown("U_TOM")
    assert (await office.item()).raised.disputed == "Kai was not seen."


async def confirm(office: Office, **changed: str) -> None:
    """The box is ticked and the form sent again."""
    view = await office.view()
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
    shown = await office.view()
    assert "“Mia Jones”" in shown.words and "“Kai”" not in shown.words
    await office.slack.submit("U_TOM")
    assert await office.waiting() == []
    await confirm(office)
    assert (await office.item()).raised.disputed == "Mia Jones was not seen."


async def test_a_name_added_in_another_field_after_ticking_is_shown_too(office: Office) -> None:
    await office.fill_in(disputed="Kai was not seen.")
    await confirm(office, tried="Rang Mia Jones.")
    shown = (await office.view()).words
    assert "“Kai”" in shown and "“Mia Jones”" in shown
    assert await office.waiting() == []


async def test_a_refused_kind_after_confirming_a_name_is_still_refused(office: Office) -> None:
    await office.fill_in(disputed="Kai was not seen.")
    await confirm(office, disputed="Kai, NHS number 943 476 5919, was not seen.")
    assert (await office.view()).errors == {"disputed": NHS}
    assert await office.waiting() == []
