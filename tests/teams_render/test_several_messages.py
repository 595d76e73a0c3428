"""Several notices below one another in one card."""

from bot.teams.render.message import message_card, messages_card
from bot.wording.home import home
from bot.wording.message import Button, Message
from tests.slack_render.helpers import LONG
from tests.wording.stories import NOON, RULES, every_item, name, referral

from .helpers import faults_in, pressed, read, texts_in, words_in
from .test_message import NOTICE


def test_several_messages_stand_below_one_another_with_all_their_buttons() -> None:
    items = [one for one in every_item().values() if not one.is_closed]
    notices = home(items, [referral()], NOON, RULES, name)
    drawn = messages_card(notices)
    assert faults_in(drawn) == []
    assert [one for notice in notices for one in pressed(message_card(notice))] == pressed(drawn)
    titles = [read(notice.title) for notice in notices]
    assert [one for one in words_in(drawn).split("\n") if one in titles] == titles


def test_a_card_of_too_many_messages_shows_whole_ones_and_says_how_many_it_does_not_show() -> None:
    button = Button("escalation.note", "Add note", "E-1")
    notices = tuple(Message(f"E-{n}", lines=("It waits. " * 60,), buttons=(button,)) for n in range(60))
    drawn = messages_card(notices)
    shown = len(pressed(drawn))
    assert faults_in(drawn) == []
    assert shown > 15 and f"{60 - shown} more are not shown here." in words_in(drawn)
    assert words_in(drawn).count("It waits. " * 59) == shown


def test_one_message_that_is_too_long_for_a_card_of_several_is_cut_and_none_says_what_can_be_done() -> None:
    huge = messages_card((Message("t", urgent=("Ring 999.",), lines=(LONG,) * 40), NOTICE))
    assert faults_in(huge) == [] and "Ring [999](tel:999)." in texts_in(huge)[0]
    assert faults_in(messages_card(())) == []
    assert "ask where to refer" in words_in(messages_card(()))
