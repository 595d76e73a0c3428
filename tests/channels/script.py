"""A script of `conversations.yaml` and how it is run."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from bot.workflows.due import tick
from tests.channels.chat import Chat

FILE = Path(__file__).with_name("conversations.yaml")

type Step = dict[str, Any]


@dataclass(frozen=True)
class Script:
    """One conversation. `capability` is the row of the table of capabilities that it fills."""

    name: str
    capability: str
    steps: tuple[Step, ...]


def scripts() -> Iterator[Script]:
    """All of the file, in order."""
    read = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    common = read["parts"]
    for one in read["conversations"]:
        steps = [step for part in one.get("after", []) for step in common[part]]
        yield Script(one["name"], one["capability"], (*steps, *one["steps"]))


async def run(script: Script, chat: Chat) -> None:
    """Do and check every step. Raises AssertionError with the step that does not hold."""
    for number, step in enumerate(script.steps, 1):
        ((what, told),) = step.items()
        try:
            await _do(chat, what, told)
        except AssertionError as fault:
            raise AssertionError(f"step {number} of “{script.name}” in {chat.name}: {what}: {fault}") from fault


async def _do(chat: Chat, what: str, told: Any) -> None:  # noqa: ANN401 - a step says what it needs
    if what == "at":
        await _at(chat, datetime.fromisoformat(told))
        return
    if what == "delivered again":
        await chat.again()
        await chat.behind.settle()
        return
    who, _, deed = what.partition(" ")
    match deed:
        case "asks":
            await chat.asks(who, told)
        case "mentions":
            await chat.mentions(who, told)
        case "uses":
            await chat.uses(who, told["command"], told["words"])
        case "opens home":
            await chat.opens_home(who)
        case "presses":
            await chat.presses(who, told)
        case "fills":
            await chat.fills(who, {name: _value(chat, value) for name, value in told.items()})
        case _:
            await _check(chat, who, deed, told)
            return
    await chat.behind.settle()


def _value(chat: Chat, value: str) -> str:
    return chat.person(value.removeprefix("person ")) if value.startswith("person ") else value


async def _at(chat: Chat, moment: datetime) -> None:
    bot = chat.behind.bot
    bot.clock.set(moment)
    await bot.desk.store.run(tick, bot.desk.rules, bot.clock())
    await chat.behind.settle()


async def _check(chat: Chat, who: str, deed: str, told: list[str]) -> None:
    """Whether all of these words stand there."""
    if deed in {"sees", "sees nothing of", "has at home"}:
        shown = await (chat.home(who) if deed == "has at home" else chat.window(who))
        _hold(told, [shown]) if deed != "sees nothing of" else _hold_not(told, [shown])
        return
    texts = await _texts(chat, who, deed)
    match deed.split()[-1]:
        case "once":
            assert len(_with(told, texts)) == 1, texts
        case "never":
            _hold_not(told, texts)
        case "somewhere":
            assert _with(told, texts), texts
        case _:
            _hold(told, texts[-1:])


async def _texts(chat: Chat, who: str, deed: str) -> list[str]:
    """Where to look. A step of the business team speaks of its channel."""
    if who == "team":
        return await chat.team()
    return await (chat.seen(who) if deed.startswith("reads") else chat.told(who))


def _hold_not(words: list[str], texts: list[str]) -> None:
    assert not _with(words, texts), texts


def _hold(words: list[str], texts: list[str]) -> None:
    assert texts, "nothing is there"
    missing = [word for word in words if word not in texts[0]]
    assert not missing, f"{missing} is not in: {texts[0]}"


def _with(words: list[str], texts: list[str]) -> list[str]:
    return [text for text in texts if all(word in text for word in words)]
