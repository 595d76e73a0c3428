"""What masking gives back: the masked text and what was taken out of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Redaction:
    """One stretch of the given text that pointed to a person; `kind` is one of `KINDS`."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Masked:
    """The text with `<KIND>` in place of every redaction; offsets count in the text as given."""

    text: str
    redactions: tuple[Redaction, ...]


# When two findings overlap they become one, named by whichever kind stands first here.
KINDS = ("EMAIL", "POSTCODE", "VEHICLE", "PHONE", "DATE", "ID", "HANDLE", "SCHOOL", "ADDRESS", "NAME")


def merged(found: list[Redaction]) -> list[Redaction]:
    """Return the findings in order without overlaps, each overlap joined into one."""
    joined: list[Redaction] = []
    for new in sorted(found, key=lambda one: (one.start, -one.end)):
        if joined and new.start < joined[-1].end:
            old = joined.pop()
            kind = min(old.kind, new.kind, key=KINDS.index)
            new = Redaction(old.start, max(old.end, new.end), kind)
        joined.append(new)
    return joined


def replaced(text: str, redactions: list[Redaction]) -> Masked:
    """Return `text` with each redaction's stretch replaced by its kind."""
    parts: list[str] = []
    at = 0
    for one in redactions:
        parts += [text[at : one.start], f"<{one.kind}>"]
        at = one.end
    parts.append(text[at:])
    return Masked("".join(parts), tuple(redactions))
