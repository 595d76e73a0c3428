"""Typed words stay words in Teams."""

import pytest

from bot.teams.render.escape import escaped, link, own, pressable, spoken, tel

from .helpers import read


@pytest.mark.parametrize(
    "typed", ["<at>x</at>", "[a](http://x)", "**b**", "# h", "- li", "1. one", "> q", "_s_", "`c`", "&lt;b&gt;", "\\*"]
)
def test_typed_formatting_is_changed_so_that_it_does_nothing_and_reads_the_same(typed: str) -> None:
    assert escaped(typed) != typed
    assert read(escaped(typed)) == typed


def test_a_heading_on_a_later_line_is_none_either_and_the_lines_stay_apart() -> None:
    assert escaped("one\n# h\n\n\ntwo") == "one\n\n\u200b# h\n\ntwo"


def test_plain_words_sums_and_names_with_marks_are_left_alone() -> None:
    for text in ("Tom & Jo at A&E, 2 > 1", "jo_b@x.example", "the child's plan (stage 2) [1]", "الطفل بخير"):
        assert escaped(text) == text


def test_a_number_becomes_a_link_that_a_telephone_rings() -> None:
    assert tel("01375 652 802") == "[01375 652 802](tel:01375652802)"
    assert own("Ring 999 or see https://x.example/p.").startswith("Ring [999](tel:999) or see [")
    assert own("Ring 999 or see https://x.example/p.").endswith("](https://x.example/p).")


def test_only_safe_addresses_become_links_and_none_can_end_its_link_early() -> None:
    assert link("javascript:alert(1)", "the page") == "the page"
    assert link("https://x.example/a)b", "a](b") == "[a)\u200b(b](https://x.example/a%29b)"


def test_a_button_and_a_voice_get_no_markup() -> None:
    assert pressable("1. Yes, at A&E", 75) == "1. Yes, at A&E"
    assert spoken("<at>x</at> A&E", 50) == "‹at›x‹/at› A+E"
