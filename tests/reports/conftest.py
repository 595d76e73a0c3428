"""What the tests of reports share."""

from tests.commands.conftest import console

__all__ = ["console"]
