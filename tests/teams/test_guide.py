"""The guided route in Teams: offered where it was asked for, walked through alone, and its note as it is."""

from tests.teams.office import Office


async def test_asked_for_in_a_channel_the_button_stands_there_and_the_answer_comes_alone(office: Office) -> None:
    await office.teams.install("tom")
    await office.teams.mention("tom", "general", "guide")
    await office.settle()
    offered = (await office.teams.replies("general"))[-1]
    assert offered.buttons == ["guide.open"] and "999" in offered.words
    await office.teams.press("tom", offered, "guide.open")
    await office.teams.submit("tom", {"concern": "worker", "area": "essex"})
    await office.teams.submit("tom", {"danger": "unsure"})
    await office.settle()
    assert "Referral to the front door" in (await office.teams.replies("tom"))[-1].words
    assert len(await office.teams.replies("general")) == 1


async def test_every_question_has_all_its_answers_in_sight_and_a_back_button(office: Office) -> None:
    await office.teams.install("tom")
    await office.teams.message("tom", "guide")
    await office.settle()
    await office.teams.press("tom", (await office.teams.replies("tom"))[-1], "guide.open")
    await office.teams.submit("tom", {"concern": "sexual_abuse", "area": "thurrock"})
    await office.teams.submit("tom", {"danger": "no"})
    shown = await office.teams.dialog("tom")
    assert shown is not None and "guide.back" in shown.buttons
    asked = next(one for box in shown.card["body"] for one in box.get("items", []) if one["type"] == "Input.ChoiceSet")
    assert (asked["style"], asked["id"]) == ("expanded", "who")
    assert [one["title"] for one in asked["choices"]][-1] == "Unsure"


async def test_an_unanswered_question_is_held_back_by_the_dialog(office: Office) -> None:
    await office.teams.install("tom")
    await office.teams.message("tom", "guide")
    await office.settle()
    await office.teams.press("tom", (await office.teams.replies("tom"))[-1], "guide.open")
    sent = await office.teams.submit("tom", {"area": "thurrock"})
    assert sent.held_back is not None and "concern" in sent.held_back


async def test_the_note_can_be_copied_letter_by_letter(office: Office) -> None:
    await office.teams.install("tom")
    await office.teams.message("tom", "allegation against a teaching assistant")
    await office.settle()
    await office.teams.press("tom", (await office.teams.replies("tom"))[-1], "question.note")
    shown = await office.teams.dialog("tom")
    assert shown is not None
    text = shown.inputs["copied"]
    assert text.startswith("Decision note (Signpost)\nMade: Monday 23 November 2026")
    assert "\u200b" not in text and "https://" in text and text.endswith("What was agreed:\n")
