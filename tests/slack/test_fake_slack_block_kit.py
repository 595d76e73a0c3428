"""The Block Kit validator finds what Slack refuses, and passes what slack_sdk builds."""

import pytest
from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    CheckboxesElement,
    ConfirmObject,
    ContextBlock,
    DatePickerElement,
    DividerBlock,
    HeaderBlock,
    InputBlock,
    MarkdownTextObject,
    Option,
    OverflowMenuElement,
    PlainTextInputElement,
    RadioButtonsElement,
    SectionBlock,
    StaticSelectElement,
    UserSelectElement,
)
from slack_sdk.models.views import View

from tests.fake_slack import faults_in_message, faults_in_view
from tests.fake_slack.people import Json
from tests.fake_slack.small_bot import plain, text_input

SECTION: Json = {"type": "section", "text": plain("a")}


def button(**more: object) -> Json:
    """A button."""
    return {"type": "button", "text": plain("Go"), "action_id": "go"} | more


def actions(*elements: Json) -> Json:
    """An actions block."""
    return {"type": "actions", "elements": list(elements)}


def menu(count: int = 1, **more: object) -> Json:
    """A static select with so many options."""
    options = [{"text": plain(f"{n}"), "value": f"{n}"} for n in range(count)]
    return {"type": "static_select", "action_id": "m", "options": options} | more


def faults(*blocks: Json) -> list[str]:
    """What is wrong with a message of these blocks."""
    return faults_in_message({"text": "a", "blocks": list(blocks)})


def test_what_slack_sdk_builds_passes() -> None:
    confirm = ConfirmObject(title="Sure?", text="This rings somebody.", confirm="Yes", deny="No")
    options = [Option(value="a", text="A"), Option(value="b", text="B", description="Bee")]
    blocks = [
        HeaderBlock(text="Where to refer"),
        SectionBlock(text=MarkdownTextObject(text="*Ring* the <https://a.example|duty team>")),
        SectionBlock(fields=["*Phone*", "01632 960001"], accessory=OverflowMenuElement(action_id="o", options=options)),
        ActionsBlock(elements=[ButtonElement(text="Go", action_id="go", value="1", style="danger", confirm=confirm)]),
        ContextBlock(elements=[MarkdownTextObject(text="Looked at on 1 November")]),
        DividerBlock(),
    ]
    assert faults_in_message({"text": "Where to refer", "blocks": [block.to_dict() for block in blocks]}) == []
    elements = [
        PlainTextInputElement(action_id="a", multiline=True, max_length=3000),
        StaticSelectElement(action_id="b", options=options, initial_option=options[0]),
        CheckboxesElement(action_id="c", options=options, initial_options=[options[1]]),
        RadioButtonsElement(action_id="d", options=options),
        DatePickerElement(action_id="e", initial_date="2026-11-23"),
        UserSelectElement(action_id="f"),
    ]
    inputs = [InputBlock(label="A", element=element, hint="Hint") for element in elements]
    view = View(type="modal", title="Escalate", submit="Send", close="Cancel", callback_id="x", blocks=inputs)
    assert faults_in_view(view.to_dict()) == []
    assert faults_in_view(View(type="home", blocks=blocks).to_dict()) == []


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        (SECTION | {"text": plain("x" * 3001)}, "/blocks/0/text/text has 3001 characters; the most is 3000"),
        (SECTION | {"text": plain("")}, "/blocks/0/text/text must not be empty"),
        (SECTION | {"text": plain(" \n")}, "/blocks/0/text/text must not be empty"),
        ({"type": "section"}, "/blocks/0 must have text or fields"),
        (SECTION | {"fields": [plain("x")] * 11}, "/blocks/0/fields has 11 entries; there must be 1 to 10"),
        (SECTION | {"fields": [plain("x" * 2001)]}, "/blocks/0/fields/0/text has 2001 characters; the most is 2000"),
        (SECTION | {"block_id": "x" * 256}, "/blocks/0/block_id has 256 characters; the most is 255"),
        (SECTION | {"colour": "red"}, "/blocks/0 must not have colour"),
        (SECTION | {"accessory": {"type": "plain_text_input"}}, "'plain_text_input' is no accessory of a section"),
        ({"type": "header", "text": plain("x" * 151)}, "/blocks/0/text/text has 151 characters; the most is 150"),
        ({"type": "header", "text": {"type": "mrkdwn", "text": "x"}}, "must be a text object of type plain_text"),
        ({"type": "context", "elements": [plain("x")] * 11}, "has 11 entries; there must be 1 to 10"),
        (actions(*[button(action_id=f"{n}") for n in range(26)]), "has 26 entries; there must be 1 to 25"),
        (actions(button(), button()), "/blocks: two elements of a block have the action_id 'go'"),
        (actions(button(text=plain("x" * 76))), "text/text has 76 characters; the most is 75"),
        (actions(button(value="x" * 2001)), "value has 2001 characters; the most is 2000"),
        (actions(button(action_id="x" * 256)), "action_id has 256 characters; the most is 255"),
        (actions(button(style="blue")), "style must be primary or danger"),
        (actions(button(confirm={"title": plain("x")})), "confirm/deny is missing"),
        (actions(menu(101)), "options has 101 entries; there must be 1 to 100"),
        (actions(menu(0)), "options has 0 entries; there must be 1 to 100"),
        (actions(menu(placeholder=plain("x" * 151))), "placeholder/text has 151 characters; the most is 150"),
        (actions(menu(initial_option={"text": plain("9"), "value": "9"})), "must be exactly one of the options"),
        (actions(menu(6, type="overflow")), "options has 6 entries; there must be 1 to 5"),
        (actions(menu(options=[{"text": plain("x" * 76), "value": "v"}])), "text has 76 characters; the most is 75"),
        (actions({"type": "slider"}), "'slider' is no element of actions"),
        ({"type": "image", "image_url": "https://a.example/a.png"}, "/blocks/0/alt_text is missing"),
        ({"type": "hologram"}, "/blocks/0: 'hologram' is no block of a message"),
        ({"type": "alert", "text": plain("x")}, "/blocks/0: 'alert' is no block of a message"),
        (text_input("a", "A"), "/blocks/0: 'input' is no block of a message"),
    ],
)
def test_a_message_block_that_slack_refuses_is_found(block: Json, fault: str) -> None:
    assert any(fault in found for found in faults(block)), faults(block)


def test_a_message_has_at_most_fifty_blocks_and_twelve_thousand_characters_and_always_text() -> None:
    assert faults(*[SECTION] * 51) == ["/blocks has 51 entries; there must be 1 to 50"]
    long = SECTION | {"text": plain("x" * 2990)}
    assert faults(*[long] * 4) == []
    assert faults(*[long] * 4, SECTION | {"text": plain("x" * 40)}) == [
        "/blocks have 12000 characters together; they must stay under 12000"
    ]
    named = SECTION | {"block_id": "a"}
    assert faults(named, named) == ["/blocks: two blocks have the block_id 'a'"]
    assert faults_in_message({"blocks": [SECTION]}) == [
        "/text must be there beside blocks: notifications and screen readers use it"
    ]
    assert faults_in_message({"text": "a"}) == []
