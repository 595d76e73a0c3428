"""Runs in the environment of `nlu/`: reads texts as JSON on standard input, writes their vectors to the file named."""

import json
import sys

import numpy as np
from components.minilm import shared_minilm  # type: ignore[import-not-found]  # only the environment of nlu has it


def main() -> None:
    """One row for each text."""
    texts = json.load(sys.stdin)
    np.save(sys.argv[1], shared_minilm().encode(texts))


if __name__ == "__main__":
    main()
