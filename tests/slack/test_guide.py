"""The guided route in Slack: one window from the first question to the answer, and the answer as a message, once."""

import json

import pytest

from bot.workflows.questions import answer_of
from knowledge.guides.steps import CHANGED
from tests.assistant.fake_rasa import FakeRasa, silent
from tests.fake_slack import SeenView
from tests.fake_slack.things import elements_of
from tests.slack.bot import Bot
from tests.slack.elsewhere import pressed_elsewhere, sent_elsewhere
from tests.slack.office import Office
from tests.slack.test_asking import asked


async def window(bot: Bot) -> SeenView:
    found = await bot.slack.view("U_TOM")
    assert found is not None
    return found


async def begun(bot: Bot, concern: str, area: str = "thurrock") -> SeenView:
    """The window at the first question of a concern."""
    await bot.slack.command("U_TOM", "/refer", "guide")
    await bot.slack.submit("U_TOM", None, {"concern": concern, "area": area})
    return await window(bot)


async def test_the_command_opens_the_concerns_with_999_and_the_home_front_door(bot: Bot) -> None:
    sent = await bot.slack.command("U_TOM", "/refer", "Guide")
    assert sent.ok
    opened = await window(bot)
    assert opened.words.index("999") < opened.words.index("What worries you most?")
    assert "Thurrock MASH" in opened.words
    assert opened.values["area"]["value"]["selected_option"]["value"] == "thurrock"


async def test_every_step_stays_in_one_window_and_carries_no_choice_into_the_next(bot: Bot) -> None:
    first = await begun(bot, "sexual_abuse", "essex")
    await bot.slack.submit("U_TOM", None, {"danger": "no"})
    second = await window(bot)
    assert second.id == first.id
    assert list(second.values) == ["who"] and second.values["who"]["value"]["selected_option"] is None
    assert "999" in second.words and "Essex Children and Families Hub" in second.words
    kinds = [block["element"]["type"] for block in second.blocks if block["type"] == "input"]
    assert kinds == ["radio_buttons"]


async def test_back_leads_to_the_question_before_with_its_answer_and_at_last_to_the_concerns(bot: Bot) -> None:
    first = await begun(bot, "worker")
    await bot.slack.submit("U_TOM", None, {"danger": "no"})
    await bot.slack.press("U_TOM", await window(bot), "guide.back")
    before = await window(bot)
    assert before.id == first.id
    assert before.values["danger"]["value"]["selected_option"]["value"] == "no"
    await bot.slack.press("U_TOM", before, "guide.back")
    concerns = await window(bot)
    assert concerns.values["concern"]["value"]["selected_option"]["value"] == "worker"


async def test_the_end_stands_in_the_window_and_comes_as_a_message_once(bot: Bot) -> None:
    await begun(bot, "worker", "southend")
    sent = await bot.slack.submit("U_TOM", None, {"danger": "unsure"})
    ended = await window(bot)
    assert "999" in ended.words and "in danger from this person now? Unsure." in ended.words
    assert "also comes to you as a message" in ended.words
    answer = await bot.slack.wait_for_message("U_TOM", "Referral to the front door")
    assert "Southend" in answer.words and "question.note" in answer.actions
    await bot.slack.again(sent)
    await bot.slack.message("U_TOM", "help")
    await bot.slack.wait_for_message("U_TOM", "What Signpost does", after=answer)
    found = [one for one in await bot.slack.replies("U_TOM") if "Referral to the front door" in one.words]
    assert len(found) == 1


@pytest.mark.parametrize("path", ["worker:gone.no", "gone:", "", "worker:danger.unsure", "x" * 2000])
async def test_a_window_from_before_a_change_starts_again_with_a_sentence(office: Office, path: str) -> None:
    carried = json.dumps({"path": path, "area": "nowhere"})
    sent = await sent_elsewhere(office, "U_TOM", "guide.answer", carried, danger="no")
    shown = str(sent.answer["view"]["blocks"])
    assert CHANGED in shown and "What worries you most?" in shown and "Thurrock MASH" in shown
    assert await office.waiting() == []


async def test_an_answer_that_nobody_offered_starts_again_and_keeps_nothing(office: Office) -> None:
    carried = json.dumps({"path": "worker:", "area": "essex"})
    sent = await sent_elsewhere(office, "U_TOM", "guide.answer", carried, danger="perhaps")
    assert CHANGED in str(sent.answer["view"]["blocks"])
    assert await office.waiting() == []


@pytest.mark.parametrize(
    ("form", "carried", "values", "field"),
    [
        ("guide.start", "{}", {"concern": "nothing", "area": "essex"}, "concern"),
        ("guide.start", "{}", {}, "concern"),
        ("guide.answer", '{"path": "worker:", "area": "essex"}', {}, "danger"),
    ],
)
async def test_nothing_chosen_is_said_beside_the_question(
    office: Office, form: str, carried: str, values: dict[str, str], field: str
) -> None:
    sent = await sent_elsewhere(office, "U_TOM", form, carried, **values)
    assert sent.answer == {"response_action": "errors", "errors": {field: "Choose one of these."}}


async def test_a_back_button_that_was_made_up_opens_the_concerns(office: Office) -> None:
    shown = await pressed_elsewhere(office, "U_TOM", "guide.back", "nowhere/gone:x.y")
    assert CHANGED in shown and "What worries you most?" in shown


async def test_nobody_else_can_have_the_note_of_an_answer(office: Office) -> None:
    carried = json.dumps({"path": "worker:", "area": "essex"})
    await sent_elsewhere(office, "U_TOM", "guide.answer", carried, danger="unsure")
    answer = (await office.slack.replies("U_TOM"))[-1]
    number = next(
        e["value"] for block in answer.blocks for e in elements_of(block) if e["action_id"] == "question.note"
    )
    assert "Only the person who asked" in await pressed_elsewhere(office, "U_NADIA", "question.note", number)


async def test_what_is_kept_of_a_guided_answer_is_its_route_and_no_typed_word(bot: Bot) -> None:
    await begun(bot, "self_harm")
    await bot.slack.submit("U_TOM", None, {"danger": "unsure"})
    answer = await bot.slack.wait_for_message("U_TOM", "999")
    kept = await asked(bot, answer)
    assert kept.masked == "A child is in danger or badly hurt now (guided route)"
    assert answer_of(kept).urgent


async def test_an_answer_that_is_not_sure_offers_the_guide(bot: Bot, rasa: FakeRasa) -> None:
    rasa.behaviour = silent
    await bot.slack.message("U_TOM", "something at home")
    answer = await bot.slack.wait_for_message("U_TOM", "999")
    await bot.slack.press("U_TOM", answer, "guide.open")
    assert "What worries you most?" in (await window(bot)).words
