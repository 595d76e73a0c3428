"""Raising an escalation in Slack: the ways to the form, what it asks for, and what is recorded."""

import pytest

from tests.fake_slack import SeenView
from tests.slack.bot import Bot
from tests.slack.office import FORM, REF, TEAM, Office


def typed(view: SeenView, field: str) -> object:
    """What stands in a field of text."""
    return view.values[field]["value"]["value"]


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
    assert typed(await office.view(), "disputed") == "They closed it without a visit"


async def test_the_shortcut_takes_a_message_over_without_names_and_markup(office: Office) -> None:
    await office.slack.shortcut("U_TOM", "escalate_message", "Kai Smith's case was closed & nobody <there> rang")
    assert typed(await office.view(), "disputed") == "<NAME>'s case was closed & nobody <there> rang"


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
    assert set((await office.view()).errors) == {field}


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
    view = await office.view()
    assert view.errors == {field: sentence}
    assert typed(view, "disputed") == FORM["disputed"]
    await office.slack.submit("U_TOM", None, {field: FORM[field]})
    assert REF in await office.shown("U_TOM")


async def test_words_of_blanks_only_get_a_sentence_beside_the_field(office: Office) -> None:
    await office.fill_in(wanted="   ")
    assert (await office.view()).errors == {"wanted": "Write in a sentence what outcome you want."}


async def test_a_concern_needs_neither_stage_nor_other_agency(office: Office) -> None:
    card = await office.raise_one(kind="concern", stage=None, other_agency=None)
    assert "concern passed to the business team" in card.words
    assert "Stage" not in card.words
    assert (await office.item()).stage is None


async def test_two_forms_make_two_records(office: Office) -> None:
    await office.raise_one()
    card = await office.raise_one(disputed="Another matter.")
    assert "E-2026-0002" in card.words


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
