"""The Home tab."""

import json

from bot.slack.render.home import home_view
from bot.wording.message import Button, Message
from tests.fake_slack.block_kit import faults_in_view

from .helpers import LONG, buttons_in, words_in


def notices(count: int, text: str = "It has waited since 9am.") -> tuple[Message, ...]:
    return tuple(
        Message(f"E-2026-{n:04}", lines=(text,), buttons=(Button("escalation.note", "Add note", f"E-{n}"),))
        for n in range(count)
    )


def test_notices_stand_below_one_another_with_a_line_between() -> None:
    view = home_view(notices(2))
    assert faults_in_view(view) == []
    assert [block["type"] for block in view["blocks"]].count("divider") == 1
    assert words_in(view).index("E-2026-0000") < words_in(view).index("E-2026-0001")


def test_an_empty_home_says_what_can_be_done() -> None:
    view = home_view(())
    assert faults_in_view(view) == []
    assert "/refer" in words_in(view)


def test_a_home_with_too_much_shows_whole_notices_and_says_how_many_it_does_not_show() -> None:
    view = home_view(notices(60))
    shown = sum(block["type"] == "header" for block in view["blocks"])
    assert faults_in_view(view) == []
    assert shown > 20
    assert sum(block["type"] == "actions" for block in view["blocks"]) == shown
    assert f"{60 - shown} more are not shown here." in words_in(view)


def test_very_long_notices_fit() -> None:
    view = home_view(notices(30, LONG))
    assert faults_in_view(view) == []
    assert "escalation.note" in buttons_in(view) and len(json.dumps(view)) < 250_000
