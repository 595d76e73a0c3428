"""What all tests share: the real knowledge, read once."""

import pytest

from knowledge.knowledge import Knowledge
from knowledge.load import load

pytest_plugins = ["tests.browser", "tests.databases"]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge that ships."""
    return load()
