"""`python -m bench.documents`: asks the stored questions about the five published documents and prints the figures."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.knowledge.asked_documents import GROUPS, SEEDS, asked, imported

SHOWN_MISSES = "-v"


def main() -> int:
    """Print one line for each group of questions; 1 when the documents are not here."""
    if not SEEDS.exists():
        print("The five documents are not here.", file=sys.stderr)
        return 1
    with TemporaryDirectory() as folder:
        knowledge = imported(Path(folder))
        for group in GROUPS:
            done = asked(knowledge, group)
            right, first = sum(one.place is not None for one in done), sum(one.place == 1 for one in done)
            print(f"{group}: {right} of {len(done)} have the right passage among the first three, {first} as the first")
            for one in done if SHOWN_MISSES in sys.argv else ():
                if one.place is None:
                    print(f"  missed: {one.ask}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
