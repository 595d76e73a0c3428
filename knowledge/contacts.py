"""Which contacts an answer shows at a given moment, and in what words."""

from collections.abc import Sequence
from datetime import datetime

from knowledge.answer import AnswerContact
from knowledge.hours import is_open
from knowledge.knowledge import Knowledge
from knowledge.model import Area, Contact, Pathway


def is_office_time(knowledge: Knowledge, area: Area, at: datetime) -> bool:
    """Whether the area's front door is open at this moment."""
    return is_open(knowledge.contacts[knowledge.settings.front_door[area]], at)


def contacts_for(
    knowledge: Knowledge, pathways: Sequence[Pathway], areas: Sequence[Area], at: datetime, urgent: bool
) -> tuple[AnswerContact, ...]:
    """Who to contact, first things first: 999 when urgent, then who is there now, then who is there at other times."""
    settings = knowledge.settings
    ids = [settings.emergency] if urgent else []
    for area in areas:
        office = is_office_time(knowledge, area, at)
        plans = [pathway.contacts[area] for pathway in pathways]
        ids += [key for plan in plans for key in (plan.in_hours if office else plan.out_of_hours)]
        ids += [key for plan in plans for key in (plan.out_of_hours if office else plan.in_hours)]
        ids += [settings.front_door[area], settings.duty_team[area]]
    return tuple(_shown(knowledge, knowledge.contacts[key]) for key in dict.fromkeys(ids))


def there_now(knowledge: Knowledge, area: Area, at: datetime) -> tuple[AnswerContact, AnswerContact]:
    """The area's front door and its duty team; who is there at that moment comes first."""
    settings = knowledge.settings
    door, duty = (_shown(knowledge, knowledge.contacts[key[area]]) for key in (settings.front_door, settings.duty_team))
    return (door, duty) if is_office_time(knowledge, area, at) else (duty, door)


def every_front_door(knowledge: Knowledge) -> tuple[AnswerContact, ...]:
    """The front door and the duty team of each area: what is shown when nothing else can be."""
    settings = knowledge.settings
    ids = [key for area in Area for key in (settings.front_door[area], settings.duty_team[area])]
    return tuple(_shown(knowledge, knowledge.contacts[key]) for key in ids)


def _shown(knowledge: Knowledge, contact: Contact) -> AnswerContact:
    warning = knowledge.settings.stale_warning if contact.stale else None
    caution = " ".join(part for part in (warning, contact.caution) if part) or None
    return AnswerContact(
        name=contact.name,
        phone=contact.phone,
        email=contact.email,
        url=contact.url,
        hours=contact.hours,
        area=str(contact.area),
        checked_on=contact.checked_on.isoformat(),
        stale=contact.stale,
        caution=caution,
    )


def contact_words(contact: AnswerContact) -> str:
    """One contact as a line of plain text."""
    ways = ", ".join(way for way in (contact.phone, contact.email, contact.url) if way)
    words = f"{contact.name}: {ways} ({contact.hours})"
    return f"{words}. {contact.caution}" if contact.caution else words
