"""A word that no list knows is a name in a name's place, and a misspelling, shorthand or thing elsewhere."""

import pytest

from bot.masking import Masker


def kept(masker: Masker, message: str) -> bool:
    return masker.mask(message).text == message


@pytest.mark.parametrize(
    "message",
    [
        "the skool nurce sed she will ring at brake",
        "i carnt get threw to the soshal wurker and he is not happi",
        "my plasment is 15 and the munney is late",
        "her partner knos we are asking",
        "mum askd for the leeflet",
        "we had a chat at the bak of the church",
    ],
)
def test_words_spelt_by_ear_are_kept(masker: Masker, message: str) -> None:
    assert kept(masker, message)


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("her son kolbiyo is 6 and wont eat", "kolbiyo"),
        ("spoke to nimrah about the bus", "nimrah"),
        ("zyanelle told me she is scared", "zyanelle"),
        ("i rang mr bak at home", "bak"),
        ("zubolla (8) hit a boy", "zubolla"),
        ("the tazzoli kids are late again", "tazzoli"),
        ("mum of zubolla rang", "zubolla"),
        ("he is staying with the tazzolis", "tazzolis"),
        ("I confided in Zubolla last week", "Zubolla"),
    ],
)
def test_an_unlisted_name_in_a_names_place_is_masked(masker: Masker, message: str, name: str) -> None:
    assert name not in masker.mask(message).text


@pytest.mark.parametrize(
    "message",
    [
        "Susp arrested 2140hrs, colln arranged, no reply from the cttee",
        "F 9, Mo present, Fa at work. 3/52 cough, started on cefalexin and prednisolone",
        "HbA1c 58, SGLT2i stopped last month",
        "HCA thinks this is wrong",
        "Sgt asks which form",
        "Log 0325. Warrant 0600 hrs. Seen 2100-0130 by the shops",
        "HV record 9/12 review done",
        "Offender M 15, calm",
    ],
)
def test_shorthand_of_notes_and_logs_is_kept(masker: Masker, message: str) -> None:
    assert kept(masker, message)


@pytest.mark.parametrize(
    ("message", "gone"),
    [
        ("Mo told me he is scared of his dad", "Mo"),
        ("pupil TJK cried at lunch", "TJK"),
        ("JB told me at lunch", "JB"),
        ("Child F disclosed on Friday", " F "),
        ("Sgt Okonjo came at noon", "Okonjo"),
        ("incident 2217 is open", "2217"),
        ("ref 2200-0200 is open", "2200"),
        ("his user name is jaydenxo7", "jaydenxo7"),
    ],
)
def test_what_looks_like_shorthand_but_points_to_a_person_is_masked(masker: Masker, message: str, gone: str) -> None:
    assert gone not in masker.mask(message).text


@pytest.mark.parametrize(
    "message",
    [
        "we have a week in Fuerteventura booked, can we take him out of school",
        "my cat has gone missing",
        "gran only had a sherry",
        "I saw. Head said no",
        "The hedge of leylandii is high, the leylandii must go",
        "Dad says he will 'sort it'",
        "as happy as Larry",
        "Subject: Q for Tuesday",
        "a boy she must call 'Uncle'",
        "where is the julia serious case review",
    ],
)
def test_places_things_idioms_and_other_languages_are_kept(masker: Masker, message: str) -> None:
    assert kept(masker, message)


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("spoke to Cat about her son", "Cat"),
        ("sherry told me he hit her", "sherry"),
        ("Larry hit his brother", "Larry"),
        ("julia told me at school", "julia"),
    ],
)
def test_the_same_words_as_names_are_masked(masker: Masker, message: str, name: str) -> None:
    assert name not in masker.mask(message).text
