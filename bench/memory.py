"""Memory of each process of a running Signpost."""

import psutil


def memory_by_process(pid: int) -> dict[str, float]:
    """Resident MiB of the process and of its children, by what they are."""
    root = psutil.Process(pid)
    found = {"bot": _mebibytes(root)}
    for child in root.children(recursive=True):
        name = "rasa" if any("rasa" in part for part in child.cmdline()[:2]) else "actions"
        found[name] = found.get(name, 0.0) + _mebibytes(child)
    return found


def _mebibytes(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / 2**20
