"""Settings, read once from the environment and `.env`. All stand in `.env.example`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import time
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from knowledge.model import Area

ROOT = Path(__file__).resolve().parent.parent


class SettingsError(ValueError):
    """A setting cannot be used; the message names it and says what it may be."""


@dataclass(frozen=True)
class Settings:
    """What a deployment may change. The field's name in upper case is the environment variable."""

    signpost_home_area: Area = Area.THURROCK
    signpost_host: str = "127.0.0.1"
    signpost_port: int = 8080
    signpost_replica: str = ""  # this process's name among several; its own again after a restart
    rasa_url: str | None = None  # where Rasa is; when unset, Signpost starts its own
    rasa_port: int = 5005
    action_server_port: int = 5055
    rasa_seconds: float = 8.0  # after this the answer comes from the red-flag rules and the duty line
    signpost_drill_at: str = "06:30"  # London time; never: no daily drill
    signpost_mask_keep: str = ""  # words that masking must never take, separated by commas
    signpost_documents: Path = ROOT / "data" / "documents"  # the partnership's own copies
    signpost_drafts: str = str(ROOT / "data" / "drafts")  # drafts of better answers, until somebody approves them
    database_url: str = f"sqlite:///{ROOT / '.data' / 'signpost.db'}"
    slack_mode: str = ""  # socket or http; empty is off
    slack_bot_token: str = ""
    slack_app_token: str = ""  # Socket Mode
    slack_signing_secret: str = ""  # http
    slack_business_channel: str = ""  # the business team's private channel
    slack_api_url: str = "https://slack.com/api/"  # changed for a stand-in on loopback only
    slack_proxy: str = ""
    teams_app_id: str = ""  # the app's id in Entra; empty is off
    teams_tenant_id: str = ""
    teams_app_secret: str = ""  # empty: the managed identity with that id
    teams_business_channel: str = ""  # the conversation id of the business team's private channel
    teams_stand_in: str = ""  # a stand-in for Microsoft on loopback
    teams_anonymous: str = ""  # "yes" takes activities without a token; on loopback only
    business_team_channel: Literal["slack", "teams"] = "slack"  # which comes first when both are there
    mail_host: str = ""  # empty: no e-mail
    mail_port: int = 587
    mail_security: Literal["starttls", "tls", "none"] = "starttls"
    mail_user: str = ""
    mail_password: str = ""
    mail_from: str = ""
    business_team_email: str = ""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> "Settings":
        """The settings in `env`; an empty value means the default. Raises SettingsError for an unusable one."""
        given = {f.name: env.get(f.name.upper(), "").strip() for f in fields(cls)}
        settings = cls(**{name: _read(name, value) for name, value in given.items() if value})
        settings._require_what_belongs_together()
        return settings

    @classmethod
    def names(cls) -> list[str]:
        """The environment variables that are read."""
        return [f.name.upper() for f in fields(cls)]

    @property
    def drill_at(self) -> time | None:
        """When the daily drill begins in London; None for never."""
        return None if self.signpost_drill_at == "never" else time.fromisoformat(self.signpost_drill_at)

    def _require_what_belongs_together(self) -> None:
        needed = {"socket": ("slack_bot_token", "slack_app_token"), "http": ("slack_bot_token", "slack_signing_secret")}
        for name in needed.get(self.slack_mode, ()):
            if not getattr(self, name):
                raise SettingsError(f"SLACK_MODE is {self.slack_mode}, which needs {name.upper()}.")
        if self.slack_mode and not self.slack_business_channel:
            raise SettingsError("SLACK_BUSINESS_CHANNEL is missing: the id of the business team's private channel.")
        self._require_of_teams()
        if self.mail_host and not self.mail_from:
            raise SettingsError("MAIL_HOST is given, which needs MAIL_FROM: the address that messages come from.")

    def _require_of_teams(self) -> None:
        if not self.teams_app_id:
            return
        if not self.teams_tenant_id:
            raise SettingsError("TEAMS_APP_ID is given, which needs TEAMS_TENANT_ID: the council's tenant.")
        if not self.teams_business_channel:
            raise SettingsError("TEAMS_BUSINESS_CHANNEL is missing: the id of the business team's private channel.")
        if self.teams_anonymous and not is_loopback(f"//{self.signpost_host}"):
            raise SettingsError(
                "TEAMS_ANONYMOUS takes activities from anybody, so SIGNPOST_HOST must be 127.0.0.1, localhost or ::1."
            )


def _read(name: str, value: str) -> Any:  # noqa: ANN401  the field says which
    """The value of one setting in its own type."""
    try:
        if name == "signpost_home_area":
            return Area(value)
        if name.endswith("_port"):
            return _port(value)
        if name == "rasa_seconds":
            return float(value)
        if name == "signpost_documents":
            return ROOT / value
        if not _may_be(name, value):
            raise ValueError(value)
        return value
    except ValueError as error:
        shown = repr(value) if name not in _SECRET else "not usable"
        raise SettingsError(f"{name.upper()} is {shown}. {_WANTED.get(name, 'Give a number.')}") from error


def _port(value: str) -> int:
    port = int(value)
    if not 0 < port < 65536:
        raise ValueError(value)
    return port


def _may_be(name: str, value: str) -> bool:
    """Whether a setting that is a text can have this value."""
    match name:
        case "signpost_drill_at":
            return value == "never" or _DAYTIME.fullmatch(value) is not None
        case "slack_mode":
            return value in {"socket", "http"}
        case "mail_security":
            return value in {"starttls", "tls", "none"}
        case "teams_stand_in":
            return is_loopback(value)
        case "teams_anonymous":
            return value == "yes"
        case "business_team_channel":
            return value in {"slack", "teams"}
        case "slack_api_url":
            return is_loopback(value) or value == Settings.slack_api_url
        case "database_url":
            return value.startswith(("sqlite:///", "postgresql://"))
    return True


def is_loopback(url: str) -> bool:
    """Whether an address is on this machine. Elsewhere a changed address would be given Slack's tokens."""
    return urlsplit(url).hostname in {"127.0.0.1", "localhost", "::1"}


_DAYTIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_SECRET = {
    "database_url",
    "slack_bot_token",
    "slack_app_token",
    "slack_signing_secret",
    "mail_password",
    "teams_app_secret",
}
_WANTED = {
    "signpost_home_area": "It must be thurrock, southend or essex.",
    "rasa_seconds": "Give a number of seconds, such as 8.",
    "signpost_drill_at": "Give an hour and minute, such as 06:30, or never.",
    "slack_mode": "It must be socket or http, or empty for no Slack.",
    "mail_security": "It must be starttls, tls or none.",
    "slack_api_url": "Only a stand-in on this machine (127.0.0.1) may take Slack's place.",
    "teams_stand_in": "Only a stand-in on this machine (127.0.0.1) may take Microsoft's place.",
    "teams_anonymous": "It must be yes, or empty for no.",
    "business_team_channel": "It must be slack or teams.",
    "database_url": "It must be sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.",
}
