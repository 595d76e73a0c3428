"""Who did something, as an export says it: by name, or by agency only where no person may be named."""

from dataclasses import dataclass
from typing import Self

from bot.partnership.people import CLOCK, Person
from bot.workflows.people import SIGNPOST, UNKNOWN

CONSOLE = "console"  # the channel of somebody who gives commands to the program itself


@dataclass(frozen=True)
class Names:
    """The people by each of their addresses."""

    people: dict[str, Person]
    with_words: bool

    @classmethod
    def of(cls, people: list[Person], with_words: bool) -> Self:
        """The names for an export with or without words."""
        known: dict[str, Person] = {}
        for one in people:
            given = (("person", one.id), ("slack", one.slack_id), ("teams", one.teams_id))
            known |= {f"{channel}:{name}": one for channel, name in given if name}
        return cls(known, with_words)

    def __call__(self, key: str) -> str:
        """Whoever has this address."""
        if key == CLOCK.key:
            return SIGNPOST
        channel, _, login = key.partition(":")
        if channel == CONSOLE:
            return f"the administrator {login}" if self.with_words else "an administrator"
        person = self.people.get(key)
        if person is None:
            return UNKNOWN
        return person.name if self.with_words else person.agency
