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
    """Whether all of these words stand there; "once": in one message and no other."""
    match deed:
        case "sees":
            _hold(told, [await chat.window(who)])
        case "sees nothing of":
            assert not _with(told, [await chat.window(who)]), await chat.window(who)
        case "has at home":
            _hold(told, [await chat.home(who)])
        case "is told":
            _hold(told, (await chat.told(who))[-1:])
        case "was told":
            assert _with(told, await chat.told(who)), await chat.told(who)
        case "was told once":
            assert len(_with(told, await chat.told(who))) == 1, await chat.told(who)
        case "was never told":
            assert not _with(told, await chat.told(who)), await chat.told(who)
        case "reads":
            _hold(told, (await chat.seen(who))[-1:])
        case "reads once":
            assert len(_with(told, await chat.team())) == 1, await chat.team()
        case "reads somewhere":
            assert _with(told, await chat.team()), await chat.team()
        case "gets":
            assert _with(told, [letter.text for letter in chat.behind.mail.arrived]), "no such letter"
        case _:
            raise AssertionError("no such step")


def _hold(words: list[str], texts: list[str]) -> None:
    assert texts, "nothing is there"
    missing = [word for word in words if word not in texts[0]]
    assert not missing, f"{missing} is not in: {texts[0]}"


def _with(words: list[str], texts: list[str]) -> list[str]:
    return [text for text in texts if all(word in text for word in words)]
