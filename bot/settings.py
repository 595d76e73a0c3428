"""Settings, read once from the environment and `.env`. All stand in `.env.example`."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from knowledge.model import Area

ROOT = Path(__file__).resolve().parent.parent


class SettingsError(ValueError):
    """A setting cannot be used; the message names it and says what it may be."""


@dataclass(frozen=True)
class Settings:
    """What a deployment may change. The field's metadata name is the environment variable in upper case."""

    signpost_home_area: Area = Area.THURROCK
    signpost_host: str = "127.0.0.1"
    signpost_port: int = 8080
    rasa_url: str | None = None  # where Rasa is; when unset, Signpost starts its own
    rasa_port: int = 5005
    action_server_port: int = 5055
    rasa_seconds: float = 8.0  # after this the answer comes from the red-flag rules and the duty line
    signpost_mask_keep: str = ""  # words that masking must never take, separated by commas

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> "Settings":
        """The settings in `env`; an empty value means the default. Raises SettingsError for an unusable one."""
        given = {f.name: env.get(f.name.upper(), "").strip() for f in fields(cls)}
        return cls(**{name: _read(name, value) for name, value in given.items() if value})

    @classmethod
    def names(cls) -> list[str]:
        """The environment variables that are read."""
        return [f.name.upper() for f in fields(cls)]


def _read(name: str, value: str) -> Any:  # noqa: ANN401  the field says which
    """The value of one setting in its own type."""
    try:
        if name == "signpost_home_area":
            return Area(value)
        if name.endswith("_port"):
            return _port(value)
        return float(value) if name == "rasa_seconds" else value
    except ValueError as error:
        raise SettingsError(f"{name.upper()} is {value!r}. {_WANTED.get(name, 'Give a number.')}") from error


def _port(value: str) -> int:
    port = int(value)
    if not 0 < port < 65536:
        raise ValueError(value)
    return port


_WANTED = {
    "signpost_home_area": "It must be thurrock, southend or essex.",
    "rasa_seconds": "Give a number of seconds, such as 8.",
}
