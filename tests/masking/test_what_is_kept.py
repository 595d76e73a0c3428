"""Public numbers, the services' own contacts and the words of the field come through unmasked."""

from pathlib import Path

import pytest

from bot.masking import Masker
from bot.masking.measure import cases, measured
from knowledge.knowledge import Knowledge

CASES = Path(__file__).with_name("cases.yaml")


def test_every_contact_of_the_knowledge_is_kept(shipped: Masker, knowledge: Knowledge) -> None:
    said = [f"is {c.name} right? {c.phone or ''} {c.email or ''}" for c in knowledge.contacts.values()]
    assert [shipped.mask(one).text for one in said] == said


def test_no_person_leaks_for_the_words_the_project_keeps(shipped: Masker) -> None:
    """A school in small letters that has a kept place's name stays ("little thurrock primary"): that is known."""
    leaks = measured(shipped, cases(CASES)).leaks
    assert [what for what, _ in leaks if what != "SCHOOL little thurrock primary"] == []


def test_a_local_number_is_public_only_in_the_keep_list(masker: Masker) -> None:
    message = "is it 01632 960555?"
    assert masker.mask(message).text == "is it <PHONE>?"
    assert Masker(keep=["01632 960 555"]).mask(message).text == message


def test_only_the_address_in_the_keep_list_is_kept_not_others_at_its_host() -> None:
    masked = Masker(keep=["Duty@example.gov.uk"]).mask("sent to duty@example.gov.uk and jo.smith@example.gov.uk")
    assert masked.text == "sent to duty@example.gov.uk and <EMAIL>"


@pytest.mark.parametrize(
    "message",
    [
        "is the number 101 or 999",
        "NHS 111 said wait",
        "0345 606 1212 (24 hours)",
        "0800 1111 no answer",
        "0808 800 5000",
    ],
)
def test_national_service_numbers_are_kept(masker: Masker, message: str) -> None:
    assert masker.mask(message).text == message


@pytest.mark.parametrize("message", ["03042015", "08012015", "08082015", "collar number 101", "patient 999"])
def test_what_only_looks_like_a_national_number_is_masked(masker: Masker, message: str) -> None:
    assert "<ID>" in masker.mask(message).text
