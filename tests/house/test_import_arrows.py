"""The rooms and their arrows: what each package may import. Fails on an arrow that is not in the table."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Room -> what of ours it may import besides itself (docs/architecture.md has the picture).
ARROWS: dict[str, set[str]] = {
    "knowledge": set(),
    "actions": {"knowledge"},
    "bot.settings": {"knowledge"},
    "bot.masking": set(),
    "bot.assistant": {"bot.masking", "knowledge"},
    "bot.partnership": {"knowledge"},
    "bot.wording": {"bot.partnership", "knowledge"},
    "bot.store": {"bot.partnership", "knowledge"},
    "bot.reading": {"bot.partnership"},
    "bot.library": {"bot.reading", "knowledge"},
    "bot.upkeep": {"bot.partnership", "knowledge"},
    "bot.reports": {"bot.partnership", "bot.wording", "knowledge"},
    "bot.workflows": {
        "bot.assistant",
        "bot.masking",
        "bot.partnership",
        "bot.store",
        "bot.upkeep",
        "bot.wording",
        "knowledge",
    },
    "bot.runtime": {"bot.settings"},
    "bot.web": {"bot.assistant", "bot.reports", "knowledge"},
    "bot.dialogue": {"bot.partnership", "bot.wording", "bot.workflows", "knowledge"},
    "bot.slack": {"bot.dialogue", "bot.partnership", "bot.wording", "bot.workflows", "knowledge"},
    "bot.teams": {"bot.dialogue", "bot.partnership", "bot.wording", "bot.workflows", "knowledge"},
    "bot.mail": {"bot.partnership", "bot.settings", "bot.wording", "bot.workflows", "knowledge"},
    "bot.app": {
        *("bot.assistant", "bot.dialogue", "bot.mail", "bot.masking", "bot.partnership", "bot.runtime", "bot.settings"),
        *("bot.slack", "bot.store", "bot.teams", "bot.web", "bot.workflows", "knowledge"),
    },
    "bot.asking": {"bot.app", "bot.assistant", "bot.settings"},
    "bot.drilling": {
        *("bot.app", "bot.commands", "bot.partnership", "bot.settings", "bot.store", "bot.workflows", "knowledge"),
    },
    "bot.commands": {
        *("bot.library", "bot.partnership", "bot.reading", "bot.reports", "bot.settings", "bot.store", "bot.upkeep"),
        *("bot.wording", "bot.workflows", "knowledge"),
    },
    "bot.__main__": {
        *("bot.app", "bot.asking", "bot.assistant", "bot.commands", "bot.partnership", "bot.runtime", "bot.settings"),
        *("bot.drilling", "bot.workflows", "knowledge"),
    },
}
_CHATS = ("slack_bolt", "slack_sdk", "microsoft_agents", "rasa_sdk")
# Libraries that must not be known in a room.
NEVER: dict[str, set[str]] = {
    "knowledge": {"aiohttp", "rasa_sdk", "slack_bolt", "sqlalchemy", "os", "socket", "urllib", "requests", "dotenv"},
    "actions": {"aiohttp", "slack_bolt", "sqlalchemy", "os", "dotenv"},
    "bot.assistant": {"rasa_sdk", "slack_bolt", "sqlalchemy", "os"},
    "bot.masking": {"rasa_sdk", "aiohttp", "sqlalchemy", "os"},
    "bot.web": {"rasa_sdk", "slack_bolt", "sqlalchemy", "os"},
    "bot.partnership": {*_CHATS, "sqlalchemy", "aiohttp", "os", "socket"},
    "bot.wording": {*_CHATS, "sqlalchemy", "aiohttp", "os", "socket"},
    "bot.store": {*_CHATS, "aiohttp"},
    "bot.workflows": {*_CHATS, "aiohttp"},
    "bot.dialogue": {*_CHATS, "sqlalchemy", "aiohttp", "os"},
    "bot.upkeep": {*_CHATS, "sqlalchemy", "aiohttp", "os", "socket"},
    "bot.slack": {"sqlalchemy", "rasa_sdk", "microsoft_agents", "os"},
    "bot.teams": {"sqlalchemy", "rasa_sdk", "slack_bolt", "slack_sdk", "os"},
    "bot.mail": {*_CHATS, "sqlalchemy", "os"},
}


def room_of(module: str) -> str | None:
    """The room that a module belongs to; None for a library."""
    return next((room for room in ARROWS if module == room or module.startswith(f"{room}.")), None)


def modules() -> Iterator[tuple[str, Path]]:
    for top in ("bot", "actions", "knowledge"):
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


MODULES = [(name, path) for name, path in modules() if name not in {"bot"}]


@pytest.mark.parametrize(("module", "path"), MODULES, ids=[name for name, _ in MODULES])
def test_a_module_imports_only_what_its_room_may(module: str, path: Path) -> None:
    room = room_of(module)
    assert room is not None, f"{module} is in no room of the table"
    ours = {imported for name in imports(path) if (imported := room_of(name))} - {room}
    assert ours <= ARROWS[room], f"{module} imports {sorted(ours - ARROWS[room])}"


@pytest.mark.parametrize(("module", "path"), MODULES, ids=[name for name, _ in MODULES])
def test_a_module_knows_no_library_that_its_room_must_not(module: str, path: Path) -> None:
    forbidden = NEVER.get(room_of(module) or "", set())
    assert not {name.split(".")[0] for name in imports(path)} & forbidden


def test_no_two_rooms_import_each_other() -> None:
    for room, others in ARROWS.items():
        assert not [other for other in others if room in ARROWS[other]], room
