"""The one way in which a file is refused."""

from collections.abc import Sequence

_MOST = 40


class PlanFileError(Exception):
    """The file cannot be used; nothing is returned. `faults`: what is wrong where and what to do, in sentences."""

    def __init__(self, faults: Sequence[str]) -> None:
        shown = list(faults[:_MOST])
        if len(faults) > _MOST:
            shown.append(f"There are {len(faults) - _MOST} more faults.")
        super().__init__(" ".join(shown))
        self.faults = shown
