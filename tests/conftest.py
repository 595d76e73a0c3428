"""What all tests share: the real knowledge, read once."""

import pytest

from knowledge.knowledge import Knowledge
from knowledge.load import load

pytest_plugins = ["tests.browser", "tests.databases"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On several cores the live tests stay together, since they share one Rasa."""
    for item in items:
        if item.get_closest_marker("live"):
            item.add_marker(pytest.mark.xdist_group("live"))


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge that ships."""
    return load()
