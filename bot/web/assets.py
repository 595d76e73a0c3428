"""Addresses of the style sheets and scripts. Each carries a version, so browsers keep a file until it changes."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

STATIC = Path(__file__).parent / "static"
GOVUK = "vendor/govuk-frontend-6.6.0/govuk-frontend.min.css"


@lru_cache(maxsize=32)
def asset(name: str) -> str:
    """The address of a file under `static`, with the hash of its content."""
    version = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={version}"
