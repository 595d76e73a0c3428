"""`make capabilities`: runs the tests that show what each channel can do, and prints the table."""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

FILE = Path(__file__).with_name("capabilities.yaml")
_TESTS = ["tests/channels", "tests/slack", "tests/teams", "tests/web"]

type Cell = tuple[str, str]  # row and channel


@dataclass(eq=False)
class Seen:
    """What the tests showed, by cell."""

    passed: Counter[Cell] = field(default_factory=Counter)
    failed: Counter[Cell] = field(default_factory=Counter)
    _cells: dict[str, list[Cell]] = field(default_factory=lambda: defaultdict(list))

    def pytest_collection_modifyitems(self, items: list[pytest.Item], config: pytest.Config) -> None:
        """Run only what fills a cell."""
        for item in items:
            self._cells[item.nodeid] = list(cells_of(item))
        unneeded = [item for item in items if not self._cells[item.nodeid]]
        config.hook.pytest_deselected(items=unneeded)
        items[:] = [item for item in items if self._cells[item.nodeid]]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count it; a test that was skipped shows nothing."""
        for cell in self._cells[report.nodeid]:
            if report.failed:
                self.failed[cell] += 1
            elif report.when == "call" and report.passed:
                self.passed[cell] += 1


def cells_of(item: pytest.Item) -> Iterator[Cell]:
    """The cells that a test fills: by its mark, or by its script and chat."""
    for mark in item.iter_markers("capability"):
        row, channel = mark.args
        yield row, channel
    params = getattr(getattr(item, "callspec", None), "params", {})
    if "script" in params and "chat" in params:
        yield params["script"].capability, str(params["chat"])


def table(read: dict[str, Any], seen: Seen) -> tuple[list[str], int]:
    """The lines of the table, and how many cells are empty without a reason, or failed."""
    channels, reasons, wrong = read["channels"], read["reasons"], 0
    lines = [f"{'':52}" + "".join(f"{channel:14}" for channel in channels)]
    for row, excused in read["rows"].items():
        shown: list[str] = []
        for channel in channels:
            cell = (row, channel)
            if seen.failed[cell]:
                shown, wrong = [*shown, "FAILED"], wrong + 1
            elif seen.passed[cell]:
                shown.append(f"yes ({seen.passed[cell]})")
            elif channel in excused:
                shown.append(f"no [{list(reasons).index(excused[channel]) + 1}]")
            else:
                shown, wrong = [*shown, "EMPTY"], wrong + 1
        lines.append(f"{row:52}" + "".join(f"{one:14}" for one in shown))
    unknown = {row for row, _ in (*seen.passed, *seen.failed)} - set(read["rows"])
    notes = [f"[{number}] {why}" for number, why in enumerate(reasons.values(), 1)]
    faults = [f"A test fills the row {row!r}, which capabilities.yaml does not have." for row in sorted(unknown)]
    counted = "yes (n): n tests that passed in this run."
    return [*lines, "", counted, *notes, *faults], wrong + len(unknown)


def main() -> int:
    """0 when every cell is filled or excused."""
    seen = Seen()
    pytest.main(["-q", "--no-header", "-p", "no:cacheprovider", *_TESTS], plugins=[seen])
    lines, wrong = table(yaml.safe_load(FILE.read_text(encoding="utf-8")), seen)
    sys.stdout.write("\n".join(["", *lines, ""]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
