"""The `signpost` command: exit codes, and one sentence where something is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def signpost(
    *arguments: str, given: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=given,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "RASA_URL": "http://127.0.0.1:9", **(env or {})},
        timeout=120,
    )


def test_knowledge_check_says_what_there_is() -> None:
    done = signpost("knowledge", "check")
    assert done.returncode == 0
    assert b"32 pathways" in done.stdout and b"no faults" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "env", "sentence"),
    [
        (("ask", ""), {}, b'"text" is empty'),
        (("ask",), {}, b"Give one question"),
        (("ask", "a", "--jsonl"), {}, b"Give one question"),
        (("ask", "a", "--at", "tomorrow"), {}, b'"at" must be a date and time'),
        (("ask", "a", "--area", "kent"), {}, b"invalid choice: 'kent'"),
        (("ask", "a"), {"SIGNPOST_HOME_AREA": "kent"}, b"SIGNPOST_HOME_AREA is 'kent'"),
        (("ask", "a"), {"SIGNPOST_DRILL_AT": "25:00"}, b"SIGNPOST_DRILL_AT is '25:00'. Give an hour and minute"),
        (("fly",), {}, b"invalid choice: 'fly'"),
    ],
)
def test_a_wrong_call_ends_with_2_and_one_sentence(
    arguments: tuple[str, ...], env: dict[str, str], sentence: bytes
) -> None:
    done = signpost(*arguments, env=env)
    assert done.returncode == 2
    assert sentence in done.stderr and b"Traceback" not in done.stderr


def test_ask_answers_in_plain_text_although_rasa_is_down() -> None:
    done = signpost("ask", "a worry about a child", "--area", "southend")
    assert done.returncode == 0
    assert b"999" in done.stdout and b"0345 606 1212" in done.stdout


def test_while_advice_is_off_ask_says_so_and_starts_no_rasa(tmp_path: Path) -> None:
    env = {"DATABASE_URL": f"sqlite:///{tmp_path / 'signpost.db'}", "RASA_URL": "", "RASA_PORT": "1"}
    assert signpost("advice", "off", "--why", "A wrong number.", "--by", "Sam Okafor", env=env).returncode == 0
    done = signpost("ask", "he is strangling my mum right now", env=env)
    assert done.returncode == 0 and done.stderr == b""
    assert b"Automatic advice is switched off" in done.stdout and b"999" in done.stdout


def test_ask_leaves_no_database_behind_where_there_was_none(tmp_path: Path) -> None:
    done = signpost("ask", "a worry", env={"DATABASE_URL": f"sqlite:///{tmp_path / 'new' / 'signpost.db'}"})
    assert done.returncode == 0 and list(tmp_path.iterdir()) == []


def test_jsonl_answers_line_by_line_and_names_the_line_that_is_no_question() -> None:
    lines = b'{"id": "a", "text": "a worry"}\n\xff\xfe\n\n'
    lines += b'{"id": "c", "text": "a", "colour": 1}\n{"id": "d", "text": "b"}\n'
    done = signpost("ask", "--jsonl", given=lines)
    answers = done.stdout.decode().splitlines()
    assert done.returncode == 1
    for part, line in zip(('"a"', "not JSON", "colour", '"d"'), answers, strict=True):
        assert part in line
