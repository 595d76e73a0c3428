"""How often Python searches for garbage in a process that runs for weeks."""

import gc

_NEW = 10_000  # objects made before the young ones are searched; Python's own 700 suits short programs


def search_seldom() -> None:
    """What is loaded by now stays and is never searched again; what comes is searched less often.

    Searching everything stops the whole process for a quarter of a second while somebody waits for an acknowledgement.
    Most of what a request makes is freed at once by counting; only circles wait for the search.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW, 20, 20)
