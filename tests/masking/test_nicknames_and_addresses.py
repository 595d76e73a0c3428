"""What somebody is called, and where somebody lives, is found by the words round it."""

import pytest

from bot.masking import Masker


@pytest.mark.parametrize(
    ("message", "gone"),
    [
        ("everyone calls her twiglet", "twiglet"),
        ("his mates call him Biscuit, he is 14", "Biscuit"),
        ("Danny, Turnip to his mates, is out late", "Turnip"),
        ("he is called Gravy by his pals", "Gravy"),
        ("mum of Amina n lil pickle", "pickle"),
        ("goes by smokes online", "smokes"),
        ("known round here as zebbo", "zebbo"),
        ("nan calls her amber", "amber"),
    ],
)
def test_a_nickname_is_masked(masker: Masker, message: str, gone: str) -> None:
    assert gone not in masker.mask(message).text


@pytest.mark.parametrize(
    "message",
    [
        "everyone calls her stupid",
        "they call him names",
        "we call her every week",
        "we call him back today",
        "He is fine at home, kind to his friends, and quiet",
        "he talks to his mates, lies to his mum, and goes out",
        "mum of two and carer",
        "mum of a boy and baby girl",
        "she gets called fat by her mates",
    ],
)
def test_what_is_no_nickname_is_kept(masker: Masker, message: str) -> None:
    assert masker.mask(message).text == message


@pytest.mark.parametrize(
    ("message", "gone"),
    [
        ("She walks from 23 Foxglove Mead to school", "Foxglove"),
        ("he is at 8 The Spinney tonight", "Spinney"),
        ("seen outside 14a Harrow Wharf with a bag", "Harrow"),
        ("Lives 5 Rowan Copse, Grays", "Rowan"),
        ("call at 31 Tansy Meadow for the bag", "Tansy"),
        ("the lads meet in Foxglove Paddocks", "Foxglove"),
        ("letters go to 6 Lower Saltings", "Saltings"),
    ],
)
def test_an_address_without_road_is_masked(masker: Masker, message: str, gone: str) -> None:
    assert gone not in masker.mask(message).text


@pytest.mark.parametrize(
    "message",
    [
        "a class of 7 Year Nine pupils",
        "meet at 14 Monday please",
        "20 Essex schools and 3 Family Hubs took part",
        "2 children in place with a plan",
        "the kids play in the paddock",
        "Home visit, Shoeburyness. Infant 5/52, feeding well",
    ],
)
def test_numbers_and_capitals_that_are_no_address_are_kept(masker: Masker, message: str) -> None:
    assert masker.mask(message).text == message
