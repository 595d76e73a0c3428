"""A question is read strictly, and what is wrong is said in one sentence."""

from datetime import UTC, datetime

import pytest

from bot.assistant.question import MAX_BYTES, Question, QuestionError, Turn, read_question
from knowledge.model import Area


def test_a_whole_question_is_read() -> None:
    body = (
        '{"id": "q1", "text": "who do I ring", "history": [{"role": "user", "text": "hello"}],'
        ' "area": "southend", "at": "2026-11-21T23:10:00+01:00"}'
    )
    moment = datetime(2026, 11, 21, 22, 10, tzinfo=UTC)
    assert read_question(body) == Question("who do I ring", "q1", (Turn("user", "hello"),), Area.SOUTHEND, moment)


def test_only_the_text_is_required() -> None:
    assert read_question(b'{"text": "who do I ring", "area": null, "at": null}') == Question("who do I ring")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "not JSON"),
        (b"\xff\x00\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "must be a JSON object"),
        (b'{"text": ""}', '"text" is empty'),
        (b'{"text": "  "}', '"text" is empty'),
        (b'{"text": 7}', '"text" is empty'),
        (b'{"text": "a", "txet": "b"}', "no field 'txet'"),
        (b'{"text": "a", "area": "kent"}', '"area" must be one of thurrock, southend, essex'),
        (b'{"text": "a", "area": ["essex"]}', '"area" must be one of'),
        (b'{"text": "a", "id": 4}', '"id" must be a text'),
        (b'{"text": "a", "at": "tomorrow"}', '"at" must be a date and time'),
        (b'{"text": "a", "at": "2026-11-21T23:10:00"}', '"at" must be a date and time with its offset'),
        (b'{"text": "a", "at": "0001-01-01T00:00:00+14:00"}', '"at" must be'),
        (b'{"text": "a", "history": "b"}', '"history" must be a list'),
        (b'{"text": "a", "history": [{"role": "king", "text": "b"}]}', '"history" must be a list'),
        (b'{"text": "a", "history": [{"role": ["user"], "text": "b"}]}', '"history" must be a list'),
        (b'{"text": "' + b"a" * MAX_BYTES + b'"}', "longer than 256 kB"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(body: bytes, sentence: str) -> None:
    with pytest.raises(QuestionError) as error:
        read_question(body)
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)
