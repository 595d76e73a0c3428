"""A checkout that a test may change, with a draft, and somebody who may approve it."""

import json
import shutil
from pathlib import Path

from bot.partnership.people import Person, Role
from bot.workflows.upkeep_files import Checkout
from knowledge.load import DATA

TEAM = Person("bt-1", "Noor Invented", "Board", Role.BUSINESS_TEAM, email="noor@example.org")
MEASURED = "our netball coach was rude about the referee's hat"
TAUGHT = "whats the lado number"
SENTENCE = "The LADO to contact is the one where the person works, wherever the child or the person lives."
DRAFT = f"""
group: 1a2b3c4d
pathway: lado
questions: [q1]
notes:
  - say: A coach who lives in one area and works in another has the LADO of where they coach.
    source: southend-safeguarding-partnership-allegations
    asks: [coaches in]
asks:
  - say: {SENTENCE}
    add: [escort]
messages:
  - text: swim teacher has a house in Southend and teaches in Tilbury, whose LADO is it
  - text: he has both keys and she is in there with him now
    urgent: true
"""


def checkout_in(folder: Path) -> Checkout:
    """A copy of the knowledge with a few messages."""
    checkout = Checkout(folder, folder / "drafts")
    shutil.copytree(DATA, checkout.knowledge)
    write(
        checkout.examples / "plain" / "lado.yml",
        f'version: "3.1"\nnlu:\n- intent: lado\n  examples: |\n    - {TAUGHT}\n',
    )
    write(folder / "tests" / "eval" / "own.jsonl", json.dumps({"text": MEASURED}) + "\n\n")
    return checkout


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def everything(checkout: Checkout) -> dict[str, bytes]:
    """All files below the checkout."""
    return {str(path): path.read_bytes() for path in checkout.root.rglob("*") if path.is_file()}
