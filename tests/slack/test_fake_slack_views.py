"""The validator finds what Slack refuses in modals, and the markup that would ring people's phones."""

import pytest

from tests.fake_slack import faults_in_view, notifies
from tests.fake_slack.mrkdwn import notifies_in
from tests.fake_slack.people import Json
from tests.fake_slack.small_bot import MODAL, plain, text_input

SECTION: Json = {"type": "section", "text": plain("a")}


def asked(element: Json, **more: object) -> Json:
    """An input block."""
    return {"type": "input", "block_id": "i", "label": plain("Label"), "element": {"action_id": "e", **element}, **more}


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"title": plain("x" * 25)}, "/title/text has 25 characters; the most is 24"),
        ({"submit": plain("x" * 25)}, "/submit/text has 25 characters; the most is 24"),
        ({"close": plain("")}, "/close/text must not be empty"),
        ({"private_metadata": "x" * 3001}, "/private_metadata has 3001 characters; the most is 3000"),
        ({"callback_id": "x" * 256}, "/callback_id has 256 characters; the most is 255"),
        ({"submit": None}, "/submit must be there when a block is an input"),
        ({"blocks": [SECTION] * 101}, "/blocks has 101 entries; there must be 1 to 100"),
        ({"blocks": [text_input("a", "x" * 2001)]}, "/blocks/0/label/text has 2001 characters; the most is 2000"),
        ({"blocks": [text_input("a", "A", hint=plain("x" * 2001))]}, "hint/text has 2001 characters"),
        ({"blocks": [asked({"type": "plain_text_input", "max_length": 3001})]}, "must be a number from 1 to 3000"),
        ({"blocks": [asked({"type": "button", "text": plain("x")})]}, "'button' is no element of an input"),
        ({"blocks": [asked({"type": "datepicker", "initial_date": "23/11/2026"})]}, "is not well formed"),
        ({"blocks": [{"type": "markdown", "text": "x"}]}, "'markdown' is no block of a modal"),
        ({"type": "home"}, "/ must not have title"),
        ({"type": "window"}, "/type must be modal or home"),
        ({"id": "V1"}, "/ must not have id"),
    ],
)
def test_a_view_that_slack_refuses_is_found(changed: Json, fault: str) -> None:
    assert any(fault in found for found in faults_in_view(MODAL | changed)), faults_in_view(MODAL | changed)


def test_only_one_input_takes_the_focus() -> None:
    focused = [asked({"type": "users_select", "focus_on_load": True}, block_id=name) for name in "ab"]
    assert faults_in_view(MODAL | {"blocks": focused}) == ["/blocks: only one element may have focus_on_load"]


def test_markup_that_would_notify_is_found_and_neutralised_markup_is_not() -> None:
    text = "<!channel> <!subteam^S1|@x> <@U_BEN> <https://a.example|b> <mailto:a@b.example> <!date^1^{date}|x>"
    assert notifies(text) == [
        "<!channel>",
        "<!subteam^S1|@x>",
        "<@U_BEN>",
        "<https://a.example|b>",
        "<mailto:a@b.example>",
    ]
    assert notifies("&lt;!channel&gt; @channel a < b > c <em> 1 <2>") == []
    assert notifies("@here and jo@here.example", bare=True) == ["@here"]


def test_markup_is_found_in_all_parts_of_a_message_but_not_in_plain_text() -> None:
    mention = {"type": "mrkdwn", "text": "<@U_TOM>"}
    rich = {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": [{"type": "broadcast", "range": "here"}]}],
    }
    blocks = [
        SECTION | {"text": mention},
        SECTION | {"text": plain("<!here>")},
        {"type": "context", "elements": [mention]},
        rich,
    ]
    assert notifies_in({"text": "<!everyone>", "blocks": blocks}) == ["<!everyone>", "<@U_TOM>", "<@U_TOM>", "<!here>"]
