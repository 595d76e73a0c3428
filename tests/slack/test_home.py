"""The app's home: how to ask, one's own escalations and referrals; the business team sees what is open."""

from datetime import date

from bot.partnership.escalation import Escalation, Kind, Raised
from bot.workflows import escalations, referrals
from tests.fake_slack import SeenView
from tests.slack.bot import Bot

FIRST, SECOND = "E-2026-0001", "E-2026-0002"


async def raised(bot: Bot, who: str, disputed: str = "The referral was closed.") -> Escalation:
    """An escalation that this person raised."""
    words = (disputed, "Two calls.", "An assessment.", "K7")
    what = Raised(Kind.DISAGREEMENT, "thurrock", "School or college", "Children's social care", 2, False, *words)
    return await bot.desk.do(escalations.raise_escalation, f"slack:{who}", what, f"{who}: {disputed}")


async def home(bot: Bot, who: str, contains: str = "Where do I refer?") -> SeenView:
    """What the person sees on opening the app."""
    assert (await bot.slack.open_home(who)).ok
    return await bot.slack.wait_for_home(who, contains)


async def test_the_home_says_how_to_ask_after_999_and_the_front_door(bot: Bot) -> None:
    shown = await home(bot, "U_TOM")
    first, title = shown.words.index("999"), shown.words.index("Where do I refer?")
    assert first < title and "MASH" in shown.words[:title]
    assert "Your escalations" in shown.words and "None at the moment." in shown.words
    assert shown.actions[:3] == ["guide.open", "escalate.open", "referral.open"]


async def test_everybody_sees_only_their_own_escalations(bot: Bot) -> None:
    await raised(bot, "U_TOM", "The words of Tom.")
    await raised(bot, "U_NADIA", "The words of Nadia.")
    tom, nadia = await home(bot, "U_TOM"), await home(bot, "U_NADIA")
    assert "The words of Tom." in tom.words and "The words of Nadia." not in tom.words and SECOND not in tom.words
    assert "The words of Nadia." in nadia.words and "The words of Tom." not in nadia.words
    assert "E-2026" not in (await home(bot, "U_GREG")).words


async def test_the_business_team_sees_what_is_open_and_the_others_what_became_of_theirs(bot: Bot) -> None:
    await raised(bot, "U_TOM", "The first.")
    await raised(bot, "U_NADIA", "The second.")
    await bot.desk.do(escalations.resolve, "slack:U_BEN", FIRST, "agreed", "They spoke.")
    team = await home(bot, "U_ASHA", "Open escalations")
    assert SECOND in team.words and FIRST not in team.words
    assert "escalation.acknowledge" in team.actions
    tom = await home(bot, "U_TOM")
    assert FIRST in tom.words and "resolved" in tom.words and "escalation.acknowledge" not in tom.actions


async def test_no_open_escalation_is_left_out_and_the_one_that_waits_longest_comes_first(bot: Bot) -> None:
    refs = [(await raised(bot, "U_TOM", f"Matter {number}.")).ref for number in range(12)]
    team, tom = await home(bot, "U_BEN", "Open escalations"), await home(bot, "U_TOM")
    assert [ref for ref in refs if ref not in team.words] == []
    assert team.words.index(refs[0]) < team.words.index(refs[-1])
    shown = [ref for ref in refs if ref in tom.words]
    assert len(shown) == 12 or f"{12 - len(shown)} more" in tom.words


async def test_a_button_of_the_home_works_and_the_next_opening_shows_what_it_did(bot: Bot) -> None:
    await raised(bot, "U_TOM")
    team = await home(bot, "U_BEN", "Open escalations")
    await bot.slack.press("U_BEN", team, "escalation.acknowledge")
    again = await home(bot, "U_BEN", "Open, acknowledged")
    assert FIRST in again.words


async def test_a_referral_that_waits_can_be_answered_in_the_home_and_is_gone_afterwards(bot: Bot) -> None:
    day = date(2026, 11, 20)
    referral = await bot.desk.do(referrals.note_referral, "slack:U_TOM", "Thurrock MASH", day, "SCH-118", "a form")
    shown = await home(bot, "U_TOM", "SCH-118")
    assert "SCH-118" not in (await home(bot, "U_NADIA")).words
    await bot.slack.press("U_TOM", shown, "referral.answered")
    await bot.slack.wait_for_view("U_TOM", "Signpost asks no more about this referral")
    assert referral.reference in shown.words
    before = len(await bot.slack.calls("views.publish"))
    await bot.slack.open_home("U_TOM")
    await bot.slack.wait_for(calls=before + 1, method="views.publish", outcome="ok")
    now = await bot.slack.home("U_TOM")
    assert now is not None and "SCH-118" not in now.words


async def test_opening_the_messages_draws_no_home(bot: Bot) -> None:
    assert (await bot.slack.open_home("U_TOM", "messages")).ok
    await bot.slack.message("U_TOM", "allegation against a teaching assistant")
    await bot.slack.wait_for_message("U_TOM", "999")
    assert await bot.slack.home("U_TOM") is None
