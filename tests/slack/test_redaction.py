"""Words that should never have been written are taken out by two people: from the card, the tables and the files."""

from pathlib import Path

from sqlalchemy import select

from bot.partnership.history import REDACTED
from bot.store import history
from bot.store.tables import metadata
from tests.fake_slack import SeenMessage, SeenView
from tests.slack.elsewhere import pressed_elsewhere, sent_elsewhere
from tests.slack.office import FORM, REF, TEAM, Office

SLIP = "The letter names the wrong school."


async def with_slip(office: Office) -> SeenMessage:
    """The card of an escalation with a note that should not be there."""
    card = await office.raise_one()
    await office.do("U_BEN", card, "note", text=SLIP)
    return await office.card()


def offered(view: SeenView) -> dict[str, str]:
    """The lines to choose from: number and beginning."""
    field = next(block["element"] for block in view.blocks if block["block_id"] == "line")
    return {one["value"]: one["text"]["text"] for one in field["options"]}


async def test_the_lines_are_shown_with_who_wrote_them_and_their_words(office: Office) -> None:
    card = await with_slip(office)
    await office.slack.press("U_BEN", card, "escalation.ask_redaction")
    view = await office.slack.view("U_BEN")
    assert view is not None
    lines = offered(view)
    assert list(lines) == ["1", "2"]
    assert lines["2"].startswith("2. Monday 23 November, 10:0") and "Ben Okoro (LSCP)" in lines["2"]


async def test_the_second_person_agrees_and_the_words_are_gone(office: Office, tmp_path: Path) -> None:
    card = await with_slip(office)
    await office.do("U_BEN", card, "ask_redaction", line="2")
    assert "asks to redact words; a second person must agree" in (await office.thread())[-1]
    await office.press("U_ASHA", await office.card(), "redact")
    now = await office.card()
    assert now.ts == card.ts
    assert SLIP not in now.words and SLIP not in now.text
    assert REDACTED in now.words
    assert "escalation.redact" not in now.actions
    with office.store.begin() as tx:
        assert SLIP not in repr([tx.execute(select(table)).all() for table in metadata.sorted_tables])
        assert history.faults(tx) == []
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert SLIP.encode() not in held
    assert str(FORM["tried"]).encode() in held  # what nobody asked to take out


async def test_the_same_person_cannot_agree(office: Office) -> None:
    card = await with_slip(office)
    await office.do("U_BEN", card, "ask_redaction", line="2")
    await office.press("U_BEN", await office.card(), "redact")
    assert "A second person must agree to a redaction." in await office.shown("U_BEN")
    assert SLIP in (await office.card()).words


async def test_the_button_below_the_card_agrees_too_and_works_once(office: Office) -> None:
    card = await with_slip(office)
    await office.do("U_BEN", card, "ask_redaction", line="2")
    below = (await office.slack.replies(TEAM))[-1]
    assert below.thread_ts == card.ts
    await office.press("U_ASHA", below, "redact")
    assert SLIP not in (await office.card()).words
    await office.press("U_ASHA", below, "redact")
    assert f"Nobody has asked to redact line 2 of {REF}." in await office.shown("U_ASHA")
    deeds = [one.event.deed for one in await office.store.run(history.of_subject, REF)]
    assert deeds == ["raise", "note", "ask_redaction", "redact"]


async def test_once_everything_was_asked_for_the_button_is_gone_and_an_old_one_says_what_to_do(office: Office) -> None:
    card = await office.raise_one()
    await office.do("U_BEN", card, "ask_redaction", line="1")
    assert "escalation.ask_redaction" not in (await office.card()).actions
    said = await pressed_elsewhere(office, "U_ASHA", "escalation.ask_redaction", REF)
    assert "There is nothing more to ask for." in said


async def test_of_two_lines_each_has_its_own_button_and_only_its_words_go(office: Office) -> None:
    card = await with_slip(office)
    await office.do("U_BEN", card, "ask_redaction", line="1")
    await office.do("U_BEN", await office.card(), "ask_redaction", line="2")
    card = await office.card()
    assert [one for one in card.actions if one.startswith("escalation.redact")] == [
        "escalation.redact",
        "escalation.redact:2",
    ]
    await office.slack.press("U_ASHA", card, "escalation.redact:2")
    await office.send()
    now = await office.card()
    assert SLIP not in now.words and str(FORM["disputed"]) in now.words


async def test_a_closed_escalation_can_still_be_redacted_and_shows_the_tombstone(office: Office) -> None:
    card = await with_slip(office)
    await office.do("U_BEN", card, "resolve", outcome="agreed", reason="Both signed the plan.")
    await office.do("U_BEN", await office.card(), "ask_redaction", line="1")
    await office.press("U_ASHA", await office.card(), "redact")
    assert (await office.item()).raised.disputed == REDACTED
    assert str(FORM["disputed"]) not in (await office.card()).words


async def test_a_crafted_line_takes_nothing_out(office: Office) -> None:
    await with_slip(office)
    for line in ("2", "1", "0", "-1", "", "two", "2 OR 1=1", "²"):
        said = await pressed_elsewhere(office, "U_ASHA", "escalation.redact", f"{REF}:{line}")
        assert "Nobody has asked to redact" in said or "Choose one of those in the list." in said
        sent = await sent_elsewhere(office, "U_TOM", "escalation.ask_redaction", f'{{"ref": "{REF}"}}', line=line)
        assert "Only the business team can do this" in str(sent.answer)
    assert SLIP in (await office.card()).words
