"""`python -m scripts.also_right`: counts in the labelled messages how often another route is right too.

Prints `knowledge/data/also_right.yaml` and, for `settings.yaml`, how often the messages of each route are urgent.
"""

import json
from collections import Counter, defaultdict
from pathlib import Path

_OWN = Path(__file__).parents[1] / "tests" / "eval" / "own.jsonl"
_LEAST = 0.15  # shares under this are chance
_HEAD = """\
# How often another route was labelled as right too, in the project's own evaluation set (tests/eval/own.jsonl):
# route -> other route -> share of its messages. The choice of the first route and of those beside it goes by the chance
# of being right (knowledge/choice/choose.py). Shares under 0.15 are left out. `python -m scripts.also_right` prints it.
"""


def main() -> None:
    """Print both tables; one message is added to each count, so that few messages do not prove much."""
    labels = [json.loads(line) for line in _OWN.read_text(encoding="utf-8").splitlines()]
    counts = Counter(label["pathway"] for label in labels)
    urgent = Counter(label["pathway"] for label in labels if label["urgent"])
    also: dict[str, Counter[str]] = defaultdict(Counter)
    for label in labels:
        also[label["pathway"]].update(label["acceptable"])
    counted = sorted(set(counts) - {"out_of_scope"})
    print(_HEAD, end="")
    for route in counted:
        shares = {other: round(n / (counts[route] + 1), 2) for other, n in also[route].most_common()}
        kept = [f"{other}: {share}" for other, share in shares.items() if share >= _LEAST and other != "out_of_scope"]
        if kept:
            print(f"{route}: {{{', '.join(kept)}}}")
    print("\nurgent_by_nature:")
    for route in counted:
        print(f"  {route}: {round((urgent[route] + 0.5) / (counts[route] + 1), 2)}")


if __name__ == "__main__":
    main()
