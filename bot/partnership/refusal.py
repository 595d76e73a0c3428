"""The one way a rule says no."""


class Refused(Exception):
    """Something may not be done. The message is the sentence that the person reads: what is wrong and what to do."""
