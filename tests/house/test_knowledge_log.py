"""What the answers say never changes without an entry in the changelog of the advice."""

from pathlib import Path

from bot.workflows.upkeep_files import Checkout, last_logged
from bot.workflows.upkeep_log import HOW, unlogged

ROOT = Path(__file__).parents[2]
CHECKOUT = Checkout(ROOT, ROOT / "data" / "drafts")


def test_every_change_of_the_knowledge_is_in_its_changelog() -> None:
    found = unlogged(CHECKOUT)
    names = ", ".join((*found.added, *found.changed, *found.removed)[:10])
    assert not found, f"{len(found)} entries changed and are not logged ({names} ...). Run: .venv/bin/{HOW}"


def test_the_version_that_was_logged_last_stands_first_in_the_changelog() -> None:
    first = next(line for line in CHECKOUT.changelog.read_text(encoding="utf-8").splitlines() if line.startswith("## "))
    assert first.endswith(f"version {last_logged(CHECKOUT).version}")
