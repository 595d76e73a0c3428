"""Gives one command the way the `signpost` program does, on a database of its own."""

import argparse
from dataclasses import dataclass

import pytest

from bot.commands import advice, digest, event, log, matrix, meeting, outbox, people, plan, report, upkeep
from bot.settings import Settings


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Console:
    """Gives commands and takes what they say."""

    settings: Settings
    screen: pytest.CaptureFixture[str]

    def __call__(self, *words: str) -> Done:
        """The exit code and what was printed; a call that the parser refuses ends as the program ends then."""
        parser = argparse.ArgumentParser(prog="signpost")
        commands = parser.add_subparsers(required=True)
        for one in (advice, people, log, outbox, plan, digest, matrix, meeting, event, report):
            one.add(commands)
        upkeep.add(commands.add_parser("knowledge").add_subparsers(required=True))
        try:
            options = parser.parse_args(words)
            code = options.run(options, self.settings)
        except SystemExit as end:
            code = int(str(end.code))
        said = self.screen.readouterr()
        return Done(code, said.out, said.err)
