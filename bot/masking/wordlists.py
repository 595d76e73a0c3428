"""Reads the word lists of `bot/masking/data`."""

from importlib.resources import files

import yaml

_DATA = files("bot.masking") / "data"


def lines(name: str) -> list[str]:
    """Return the lines of a data file that are not comments, in lower case."""
    text = (_DATA / name).read_text(encoding="utf-8").lower()
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def table(name: str) -> dict[str, frozenset[str]]:
    """Return a YAML data file whose every key holds words parted by blanks."""
    raw = yaml.safe_load((_DATA / name).read_text(encoding="utf-8"))
    return {key: frozenset(str(words).lower().split()) for key, words in raw.items()}
