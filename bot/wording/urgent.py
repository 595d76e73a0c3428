"""What stands before everything else: 999 and who is there now, from the knowledge; or the partnership's own rule."""

from datetime import datetime

from bot.partnership.rules import Rules
from knowledge.contacts import contact_words, there_now
from knowledge.knowledge import Knowledge
from knowledge.model import Area


def urgent_lines(knowledge: Knowledge, area: Area, at: datetime) -> tuple[str, ...]:
    """The 999 line, then the area's front door and its emergency duty team; who is there at that moment comes first."""
    there = there_now(knowledge, area, at)
    return (knowledge.settings.danger_line.say, *(contact_words(contact) for contact in there))


def front_door_names(knowledge: Knowledge) -> tuple[str, ...]:
    """The front doors by name, to choose from."""
    return tuple(knowledge.contacts[knowledge.settings.front_door[area]].name for area in Area)


def danger_rules(rules: Rules) -> tuple[str, ...]:
    """Which of the partnership's rules speak of 999: shown first where no area's contacts are at hand."""
    return tuple(rule for rule in rules.always if "999" in rule)
