"""The manifest with which the app is created says the same as the code."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.slack import names
from tests.fake_slack.web_api import METHODS

ROOT = Path(__file__).parents[2]
CALL = re.compile(r"client\.(auth|chat|conversations|files|reactions|users|views)_([a-zA-Z_]+)\(")


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    """The manifest as Slack reads it."""
    found: dict[str, Any] = json.loads((ROOT / "slack" / "manifest.json").read_text(encoding="utf-8"))
    return found


def code() -> str:
    """All code of the channel."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "bot" / "slack").rglob("*.py")))


def bound(decorator: str) -> set[str]:
    """What listeners are bound to, whether written out or by its name in names.py."""
    given = re.findall(rf"@app\.{decorator}\(([^)]+)\)", code())
    return {word.strip("\"'") if word[0] in "\"'" else getattr(names, word.split(".")[-1]) for word in given}


def test_commands_and_shortcuts_of_the_manifest_are_those_that_have_a_listener(manifest: dict[str, Any]) -> None:
    features = manifest["features"]
    assert {one["command"] for one in features["slash_commands"]} == set(names.COMMANDS) == bound("command")
    assert {one["callback_id"] for one in features["shortcuts"]} == set(names.SHORTCUTS) == bound("shortcut")


def test_shortcuts_are_those_of_a_message_and_short_enough_for_its_menu(manifest: dict[str, Any]) -> None:
    for shortcut in manifest["features"]["shortcuts"]:
        assert shortcut["type"] == "message"
        assert len(shortcut["name"]) <= 24 and len(shortcut["description"]) <= 150


def test_events_of_the_manifest_are_those_of_the_code(manifest: dict[str, Any]) -> None:
    subscribed = manifest["settings"]["event_subscriptions"]["bot_events"]
    assert set(subscribed) == set(names.EVENTS)
    assert set(names.EVENTS) <= set(names.SCOPES) | set(names.WITHOUT_SCOPE)


def test_the_app_asks_for_exactly_the_scopes_that_it_uses(manifest: dict[str, Any]) -> None:
    asked = manifest["oauth_config"]["scopes"]
    assert asked == {"bot": sorted(set(names.SCOPES.values()))}


def test_every_method_that_is_called_has_its_scope() -> None:
    called = {f"{family}.{method}" for family, method in CALL.findall(code())}
    assert called
    assert called <= set(names.SCOPES) | set(names.WITHOUT_SCOPE)
    for method in called & set(METHODS):
        assert METHODS[method].scope == names.SCOPES.get(method), method


def test_the_app_is_reached_by_socket_and_shows_home_and_messages(manifest: dict[str, Any]) -> None:
    home = manifest["features"]["app_home"]
    assert manifest["settings"]["socket_mode_enabled"] is True
    assert manifest["settings"]["interactivity"] == {"is_enabled": True}
    assert home == {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False}


def test_the_agent_container_is_off_because_guests_cannot_use_it(manifest: dict[str, Any]) -> None:
    assert not {"agent_view", "assistant_view"} & set(manifest["features"])


def test_texts_are_inside_the_limits_of_slacks_manifest(manifest: dict[str, Any]) -> None:
    shown, features = manifest["display_information"], manifest["features"]
    assert shown["name"] == features["bot_user"]["display_name"] == "Signpost"
    assert len(shown["description"]) <= 140
    assert 175 <= len(shown["long_description"]) <= 4000
    assert re.fullmatch("#[0-9a-f]{6}", shown["background_color"])
    assert all(len(one["description"]) <= 2000 and "999" in one["description"] for one in features["slash_commands"])


def test_the_manifest_has_only_parts_that_slack_knows(manifest: dict[str, Any]) -> None:
    known = {
        "_metadata": {"major_version", "minor_version"},
        "display_information": {"name", "description", "long_description", "background_color"},
        "features": {"app_home", "bot_user", "shortcuts", "slash_commands"},
        "oauth_config": {"scopes"},
        "settings": {
            *("event_subscriptions", "interactivity", "org_deploy_enabled", "socket_mode_enabled"),
            "token_rotation_enabled",
        },
    }
    assert {part: set(content) for part, content in manifest.items()} == known


def test_the_document_explains_every_scope() -> None:
    document = (ROOT / "docs" / "slack.md").read_text(encoding="utf-8")
    assert [scope for scope in names.SCOPES.values() if f"`{scope}`" not in document] == []
