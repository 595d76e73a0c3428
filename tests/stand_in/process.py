"""A stand-in as a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def server(package: str, settings: Mapping[str, object]) -> Iterator[str]:
    """The address of the stand-in of that package on a free port, which it prints at the end of its first line."""
    command = [sys.executable, "-m", package, "--port", "0", "--settings", json.dumps(settings)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            if not line:
                raise RuntimeError(f"{package} did not start")
            yield line.split()[-1]
        finally:
            process.terminate()
