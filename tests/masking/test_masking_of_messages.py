"""What practitioners write is masked before anyone else sees it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from bot.masking import Masker, Redaction
from bot.masking.measure import Figures, cases, measured

CASES = Path(__file__).with_name("cases.yaml")


@pytest.fixture(scope="module")
def figures(masker: Masker) -> Iterator[Figures]:
    yield measured(masker, cases(CASES))


def test_no_name_date_of_birth_contact_or_reference_leaks_from_any_case(figures: Figures) -> None:
    assert figures.leaks == []


def test_few_messages_without_personal_data_change(figures: Figures) -> None:
    assert len(figures.needless) <= 0.08 * figures.clean


def test_there_are_enough_cases_to_judge_by(figures: Figures) -> None:
    assert sum(figures.expected.values()) > 300
    assert figures.clean > 300


def test_a_name_found_once_is_masked_wherever_it_comes_again(masker: Masker) -> None:
    masked = masker.mask("Mr Tolliver rang. I told tolliver no. tolliver's car is outside.")
    assert "olliver" not in masked.text


def test_a_name_is_masked_again_far_on_in_a_long_narrative(masker: Masker) -> None:
    filler = "The home was cold and there was no food in the fridge. " * 120
    masked = masker.mask(f"Spoke to Grace at the door. {filler} Then Grace rang me.")
    assert "Grace" not in masked.text


def test_redactions_are_offsets_into_the_text_given(masker: Masker) -> None:
    text = "DOB 3/4/19, ring 07700 900518"
    assert masker.mask(text).redactions == (Redaction(4, 10, "DATE"), Redaction(17, 29, "PHONE"))
    assert masker.mask(text).text == "DOB <DATE>, ring <PHONE>"


def test_words_of_the_glossary_are_kept_when_the_project_asks(masker: Masker) -> None:
    message = "Is Zebulonia open on Friday?"
    assert masker.mask(message).text != message
    assert Masker(keep=["Zebulonia"]).mask(message).text == message


@pytest.mark.parametrize(
    "odd",
    ["", " ", "\x00\x07\ufffe", "\ud800 lone surrogate", "🙂" * 500, "a" * 100_000, "é" * 3000, "07" * 20_000,
     "\n" * 5000, "@" * 3000, "Jo " * 33_000, "((((" * 2000, "1/" * 5000, "a.b" * 5000, "___" * 5000, "''" * 3000,
     "A.B." * 3000, "12 the " * 4000, "i-" * 5000],
)  # fmt: skip
def test_no_text_however_odd_stops_the_masker(masker: Masker, odd: str) -> None:
    started = perf_counter()
    assert isinstance(masker.mask(odd).text, str)
    assert perf_counter() - started < 20


def test_messages_masked_at_the_same_time_do_not_mix(masker: Masker) -> None:
    messages = [f"spoke to chantelle about case TH/26/{number}" for number in range(10_000, 10_060)]
    with ThreadPoolExecutor(8) as pool:
        assert {m.text for m in pool.map(masker.mask, messages)} == {"spoke to <NAME> about case <ID>"}


def test_a_usual_message_is_masked_before_anyone_notices(masker: Masker) -> None:
    message = (
        "Hello I am a school nurse in Grays and today Tallulah told me her mum's partner hits her brother with a belt, "
        "the DSL is away, should I ring MASH or wait?"
    )
    times = []
    for _ in range(40):
        before = perf_counter()
        masker.mask(message)
        times.append(perf_counter() - before)
    assert median(times) < 0.008 * 2  # twice the target: the test machine may be shared
