"""From plain counts to numbers that may be shown: of questions, and of whatever is taken apart in several ways."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bot.partnership.few import Count, count, parts, share, shares
from bot.partnership.period import EventKind, Happening, Month, Period, Population, Questions, Split, Topic
from bot.partnership.tally import Tally

type Known = Mapping[str, tuple[str, int | None]]  # a topic's name and its level

_PARTS = ("unsure", "not_right", "told_team")


def population(number: int, ways: Mapping[str, Mapping[str, int]], least: int) -> Population:
    """`number` of something, taken apart in these ways. Each way must have all of them."""
    if number < least:
        return Population(count(number, least))
    splits = tuple(Split(name, _rows(parts(way, least))) for name, way in ways.items())
    return Population(number, splits)


def questions(tallies: Iterable[Tally], held: Iterable[Happening], known: Known, least: int) -> Questions:
    """What was asked, the topic that was asked most first."""
    topics: dict[str, Counter[str]] = {}
    for one in tallies:
        counts = topics.setdefault(one.topic, Counter())
        counts.update(asked=one.asked, **{part: getattr(one, part) for part in _PARTS})
    everything: Counter[str] = sum(topics.values(), Counter())
    number = everything["asked"]
    asked = {topic: counts["asked"] for topic, counts in topics.items()}
    shown = parts(asked, least) if number >= least else None
    if shown is None or not any(isinstance(one, int) for one in shown.values()):
        unsure, not_right, told_team = (share(everything[part], number, least) for part in _PARTS)
        return Questions(count(number, least), None, count(number, least), unsure, not_right, told_team)
    found = {part: shares({t: c[part] for t, c in topics.items()}, shown, least) for part in _PARTS}
    days = _training_days(held)
    rows = []
    for topic in sorted(shown, key=lambda topic: _order(shown[topic], known, topic)):
        unsure, not_right, told_team = (found[part].parts[topic] for part in _PARTS)
        name, level = known.get(topic, (topic, None))
        rows.append(Topic(name, level, shown[topic], unsure, not_right, told_team, days.get(topic, ())))
    unsure, not_right, told_team = (found[part].part for part in _PARTS)
    return Questions(number, tuple(rows), found["unsure"].whole, unsure, not_right, told_team)


def months(
    period: Period, asked: Mapping[date, int], raised: Mapping[date, int], held: Sequence[Happening], least: int
) -> tuple[Month, ...]:
    """Each month with its questions and escalations, by their days, beside the training and events in it."""
    questions, escalations = _monthly(period, asked, least), _monthly(period, raised, least)
    return tuple(
        Month(
            first,
            questions.get(first) if questions is not None else None,
            escalations.get(first) if escalations is not None else None,
            tuple(one for one in held if one.day.replace(day=1) == first),
        )
        for first in period.months
    )


def _monthly(period: Period, days: Mapping[date, int], least: int) -> Mapping[date, Count] | None:
    """The numbers of each month; None where nothing may be shown."""
    counts = dict.fromkeys(period.months, 0)
    for day, number in days.items():
        counts[day.replace(day=1)] += number
    if 0 < sum(counts.values()) < least:
        return None
    shown = parts({first.isoformat(): number for first, number in counts.items()}, least)
    return None if shown is None else {date.fromisoformat(first): number for first, number in shown.items()}


def _rows(shown: Mapping[str, Count] | None) -> tuple[tuple[str, Count], ...] | None:
    return None if shown is None else tuple(shown.items())


def _training_days(held: Iterable[Happening]) -> dict[str, tuple[date, ...]]:
    found: dict[str, tuple[date, ...]] = {}
    for one in held:
        if one.topic and one.kind is EventKind.TRAINING:
            found[one.topic] = (*found.get(one.topic, ()), one.day)
    return found


def _order(shown: Count, known: Known, topic: str) -> tuple[int, str]:
    """The largest number first; those that are hidden come last by name, so that their place tells nothing."""
    return (-shown if isinstance(shown, int) else 0, known.get(topic, (topic, None))[0])
