"""The one way in which a file is refused."""

from collections.abc import Sequence

_MOST = 40


class PlanFileError(Exception):
    """The file cannot be used; nothing of it is returned. `faults`: what is wrong where and what to do, in sentences."""

    def __init__(self, faults: Sequence[str]) -> None:
        shown = list(faults[:_MOST])
        if left := len(faults) - _MOST:
            shown += [f"There are {left} more faults of this kind."] if left > 0 else []
        super().__init__(" ".join(shown))
        self.faults = shown
