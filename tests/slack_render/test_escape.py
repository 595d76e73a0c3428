"""Typed words stay words, and texts are cut without breaking what they hold."""

import html
from itertools import product

import pytest

from bot.slack.render.escape import bold, dialled, escaped, link, own, plain, tel
from bot.slack.render.measure import fit, letters
from tests.fake_slack.mrkdwn import notifies

from .helpers import HARM

NASTY = ("<", "!channel", "@U1", "http://bad.example", "|x", ">", "&lt;", "&", "@here", "\u200b", "\n", "\ud83d", "*b*")


def test_typed_words_never_become_a_mention_a_broadcast_or_a_link() -> None:
    assert notifies(HARM) != []
    assert notifies(escaped(HARM), bare=True) == []


def test_no_mixture_of_marks_entities_and_invisible_letters_becomes_one_either() -> None:
    for pieces in product(NASTY, repeat=4):
        assert notifies(escaped("".join(pieces)), bare=True) == [], pieces


def test_escaped_words_still_read_as_they_were_typed() -> None:
    assert html.unescape(escaped("Tom & Jo <tom@school.example> 2 > 1")) == "Tom & Jo <tom@school.example> 2 > 1"


def test_words_that_look_like_an_entity_are_not_decoded_into_markup() -> None:
    assert escaped("&lt;!channel&gt;") == "&amp;lt;!channel&amp;gt;"


@pytest.mark.parametrize("typed", ["*bold*", "_slant_", "~gone~", "`code`", "```block```", "**b**", "＊b＊", "(*b*)"])
def test_typed_formatting_shows_its_marks(typed: str) -> None:
    assert not set("*_~`＊＿｀") & set(escaped(typed))
    assert len(escaped(typed)) == len(typed)


def test_addresses_and_sums_keep_their_marks() -> None:
    assert (
        escaped("p_contacts_referral.html, jo_b@x.example, 2*3*4") == "p_contacts_referral.html, jo_b@x.example, 2*3*4"
    )


def test_a_typed_quote_mark_and_a_typed_emoji_name_stay_letters() -> None:
    assert not escaped("> quoted").startswith("&gt;")
    assert ":smile:" not in escaped("fine :smile:")
    assert escaped("at 10:30 or 11:45") == "at 10:30 or 11:45"


def test_control_letters_half_letters_and_reading_order_marks_are_taken_out() -> None:
    cleaned = escaped("a\x00b\u202e01375\u2066 \ud83d end")
    assert cleaned.encode() and not {"\x00", "\u202e", "\u2066", "\ud83d"} & set(cleaned)


def test_letters_from_right_to_left_are_kept() -> None:
    assert escaped("الطفل بخير") == "الطفل بخير"


def test_plain_words_are_not_escaped_but_hold_no_markup() -> None:
    assert plain("Yes, at A&E", 75) == "Yes, at A&E"
    assert notifies(plain(HARM, 300)) == []


def test_a_number_becomes_a_link_that_a_telephone_rings() -> None:
    assert tel("01375 652 802") == "<tel:01375652802|01375 652 802>"
    assert tel("ask the switchboard") == "ask the switchboard"
    assert dialled("Ring 999 or 0800 1111.") == "Ring <tel:999|999> or <tel:08001111|0800 1111>."


def test_years_dates_and_references_are_not_taken_for_numbers_to_ring() -> None:
    text = "In 2020-2022, on 2026-01-05, case 45679991234, rule 1.999"
    assert dialled(text) == text


def test_only_safe_addresses_become_links() -> None:
    assert link("https://x.example/a?b=1&c=2", "the page") == "<https://x.example/a?b=1&amp;c=2|the page>"
    for address in ("javascript:alert(1)", "https://x.example/a b", "https://x.example/<!channel>", "!channel", ""):
        assert link(address, "the page") == "the page"


def test_own_sentences_link_their_web_addresses_without_the_full_stop() -> None:
    assert own("See https://x.example/p_q_r.") == "See <https://x.example/p_q_r|https://x.example/p_q_r>."


def test_bold_is_closed_on_every_line() -> None:
    assert bold("one\n\n two ") == "*one*\n*two*"


def test_a_text_that_fits_is_left_alone() -> None:
    assert fit("ring now", 8) == "ring now"


def test_a_text_is_cut_after_a_word() -> None:
    assert fit("ring the front door now", 17) == "ring the front…"


@pytest.mark.parametrize("most", range(2, 40))
def test_a_cut_never_leaves_half_an_entity_half_a_link_or_half_an_emoji(most: int) -> None:
    for text in (
        "a &amp; b &lt;c&gt; &amp;&amp;&amp;&amp;",
        "x <tel:999|999> <https://x.example/y|the page> z",
        "👩‍👩‍👧‍👦" * 9,
    ):
        cut = fit(text, most)
        assert letters(cut) <= most
        assert cut.count("&") == cut.count(";")
        assert cut.count("<") == cut.count(">")
        assert not cut.removesuffix("…").endswith("\u200d")


def test_an_emoji_counts_as_two_letters() -> None:
    assert letters("👶") == 2
    assert letters(fit("👶" * 50, 20)) <= 20
