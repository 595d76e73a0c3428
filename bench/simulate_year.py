"""`python -m bench.simulate_year`: a year of the delivery plan with a clock that is stepped, crashes and restarts.

Nothing may be sent twice for one person and local date, nothing due left unsent, nothing sent on a non-working day.
"""

import argparse
import asyncio
import secrets
import sys
import tempfile
import time
from pathlib import Path

from bench.year_growth import growth
from bench.year_run import Year, live, working_days
from bot.runtime.garbage import search_seldom

_LONGEST = 60.0
_SHOWN = 20


def table(year: Year, seconds: float, worked: float) -> str:
    """The figures, one a line: `worked` are the processor's seconds."""
    oracle, life = year.oracle, year.life
    twice = [key for key, count in oracle.per_day.items() if count > 1]
    deaths = ", ".join(f"{count} {where} a transaction" for where, count in sorted(year.deaths.items()))
    deeds = ", ".join(f"{count} {what}" for what, count in sorted(life.done.items()))
    sent = ", ".join(f"{count} {kind}" for kind, count in sorted(oracle.kinds.items()))
    figures = [
        ("people, actions, meetings", f"{len(oracle.people)}, {len(oracle.actions)}, {len(life.meetings.meetings)}"),
        ("working days, rounds", f"{working_days()}, {year.rounds}"),
        ("killed", deaths),
        ("hours down", f"{year.down_hours}"),
        ("what people did", deeds),
        ("sent", sent),
        ("most for one person and date", f"{max(oracle.per_day.values(), default=0)}"),
        ("rounds checked by the oracle", f"{year.checks}"),
        ("told twice on one date", f"{len(twice)}"),
        ("other faults", f"{len(oracle.faults) + len(life.meetings.faults)}"),
        ("seconds", f"{seconds:.1f}, of which the processor worked {worked:.1f}"),
    ]
    return "\n".join(f"{name:32s}{value}" for name, value in figures)


def faults(year: Year, seconds: float) -> list[str]:
    """What does not hold, one sentence each."""
    found = [f"{who} was told {count} times on {day}" for (who, day), count in year.oracle.per_day.items() if count > 1]
    found += [*year.oracle.faults, *year.life.meetings.faults]
    if not year.oracle.kinds["reminder"] or not year.deaths or not year.checks:
        found.append("nothing was sent, killed or checked, so nothing is shown")
    if seconds > _LONGEST:
        found.append(f"the year took {seconds:.0f} s, longer than {_LONGEST:.0f} s")
    return found


def main() -> int:
    """0 when everything held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=None, help="the seed of an earlier run, to repeat it")
    parser.add_argument("--no-growth", action="store_true", help="leave out the larger plans")
    options = parser.parse_args()
    seed = secrets.randbelow(1_000_000) if options.seed is None else options.seed
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="signpost-year-", dir=_memory()) as folder:
        search_seldom()  # as the program does
        began, began_work = time.perf_counter(), time.process_time()
        year = asyncio.run(live(f"sqlite:///{folder}/year.db", seed))
        seconds, worked = time.perf_counter() - began, time.process_time() - began_work
        print(table(year, seconds, worked), flush=True)
        found = faults(year, seconds)
        if not options.no_growth:
            lines, slow = growth(Path(folder))
            print("", *lines, sep="\n")
            found += slow
    print(*found[:_SHOWN], *([f"and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else []), sep="\n")
    return 1 if found else 0


def _memory() -> str | None:
    """A folder in memory where there is one: the year is about the rules, not about the disk."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - only the parent of a new private folder


if __name__ == "__main__":
    sys.exit(main())
