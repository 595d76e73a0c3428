"""The app package for Teams: within Microsoft's limits, whole, and only for somebody who said who they are."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.teams.names import COMMANDS, MESSAGE_COMMANDS, SCOPES
from scripts.teams_package import FOLDER, ROOT, filled, write

APP, ORGANISATION, WEBSITE = "11111111-2222-3333-4444-555555555555", "Example LSCP", "https://lscp.example/signpost"
GIVEN = {"TEAMS_APP_ID": APP, "ORGANISATION": ORGANISATION, "WEBSITE": WEBSITE}
MOST_LISTED = 10  # commands of a bot and of a message extension


@pytest.fixture
def manifest() -> dict[str, Any]:
    """The manifest as the example partnership uploads it."""
    found: dict[str, Any] = json.loads(filled(APP, ORGANISATION, WEBSITE))
    return found


def test_names_and_descriptions_are_as_short_as_teams_asks(manifest: dict[str, Any]) -> None:
    named, described = manifest["name"], manifest["description"]
    assert 0 < len(named["short"]) <= 30
    assert 0 < len(named["full"]) <= 100
    assert 0 < len(described["short"]) <= 80
    assert 0 < len(described["full"]) <= 4000
    assert len(manifest["developer"]["name"]) <= 32


def test_every_command_has_a_title_and_a_description_that_fit(manifest: dict[str, Any]) -> None:
    commands = [*_bot_commands(manifest), *_message_commands(manifest)]
    assert len(commands) == len(COMMANDS) + len(MESSAGE_COMMANDS)
    for one in commands:
        assert 0 < len(one["title"]) <= 32, one
        assert 0 < len(one["description"]) <= 128, one
    assert max(len(COMMANDS), len(MESSAGE_COMMANDS)) <= MOST_LISTED


def test_the_commands_are_those_that_signpost_knows(manifest: dict[str, Any]) -> None:
    assert {one["title"]: one["description"] for one in _bot_commands(manifest)} == COMMANDS
    assert {one["id"]: one["title"] for one in _message_commands(manifest)} == MESSAGE_COMMANDS
    assert all(one["type"] == "action" and one["fetchTask"] for one in _message_commands(manifest))
    assert all(one["context"] == ["message"] for one in _message_commands(manifest))


def test_signpost_is_there_wherever_it_can_be_asked(manifest: dict[str, Any]) -> None:
    (bot,) = manifest["bots"]
    (listed,) = bot["commandLists"]
    assert bot["scopes"] == listed["scopes"] == list(SCOPES)


def test_it_asks_for_no_more_than_the_document_for_administrators_says(manifest: dict[str, Any]) -> None:
    documented = (ROOT / "docs" / "teams.md").read_text(encoding="utf-8")
    assert manifest["permissions"] == ["identity", "messageTeamMembers"]
    assert all(f"`{one}`" in documented for one in manifest["permissions"])
    assert "webApplicationInfo" not in manifest and "authorization" not in manifest
    assert manifest["validDomains"] == []


def test_the_app_is_that_of_the_partnership_everywhere(manifest: dict[str, Any]) -> None:
    assert {manifest["id"], manifest["bots"][0]["botId"], manifest["composeExtensions"][0]["botId"]} == {APP}
    developer = manifest["developer"]
    assert developer.pop("name") == ORGANISATION
    assert set(developer.values()) == {WEBSITE}
    assert "{{" not in json.dumps(manifest)


def test_an_organisation_with_quotation_marks_leaves_the_manifest_readable() -> None:
    read = json.loads(filled(APP, 'Essex "SET" \\ partners', WEBSITE))
    assert read["developer"]["name"] == 'Essex "SET" \\ partners'


def test_the_zip_holds_three_files_at_its_top_and_nothing_else(tmp_path: Path) -> None:
    package = tmp_path / "new" / "signpost.zip"
    write(package, filled(APP, ORGANISATION, WEBSITE))
    with zipfile.ZipFile(package) as file:
        assert sorted(file.namelist()) == ["color.png", "manifest.json", "outline.png"]
        read = json.loads(file.read("manifest.json"))
        assert {read["icons"]["color"], read["icons"]["outline"]} < set(file.namelist())
        assert file.read("color.png") == (FOLDER / "color.png").read_bytes()


def test_the_icon_in_colour_covers_its_whole_square() -> None:
    with Image.open(FOLDER / "color.png") as icon:
        drawn = icon.convert("RGBA")
    assert drawn.size == (192, 192)
    assert drawn.getchannel("A").getextrema() == (255, 255)
    assert len(drawn.getcolors(192 * 192) or ()) > 1


def test_the_outline_is_white_on_nothing() -> None:
    with Image.open(FOLDER / "outline.png") as icon:
        drawn = icon.convert("RGBA")
    assert drawn.size == (32, 32)
    assert drawn.getchannel("A").getextrema() == (0, 255)
    assert {pixel[:3] for _, pixel in drawn.getcolors(1024) or () if pixel[3]} == {(255, 255, 255)}  # type: ignore[index]


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("TEAMS_APP_ID", "", "TEAMS_APP_ID must be the app's id in Entra"),
        ("TEAMS_APP_ID", "signpost", "TEAMS_APP_ID must be the app's id in Entra"),
        ("WEBSITE", "", "WEBSITE must be the https:// address"),
        ("WEBSITE", "http://lscp.example", "WEBSITE must be the https:// address"),
        ("ORGANISATION", "", "ORGANISATION must be who runs this Signpost, in at most 32 letters."),
        ("ORGANISATION", "P" * 33, "ORGANISATION must be who runs this Signpost, in at most 32 letters."),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(name: str, value: str, sentence: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "scripts.teams_package"],
        cwd=ROOT,
        env=GIVEN | {name: value},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith(sentence) and len(ran.stderr.splitlines()) == 1
    assert ran.stdout == ""


def _bot_commands(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    return list(manifest["bots"][0]["commandLists"][0]["commands"])


def _message_commands(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    return list(manifest["composeExtensions"][0]["commands"])
