"""The report's part on where the threshold is misunderstood: questions, escalations and training side by side."""

from bot.partnership.few import Count
from bot.partnership.period import EventKind, Month, PerformanceReport, Population, Questions, Split, Topic
from bot.reports.blocks import Block, Bullets, Heading, Table, Text
from bot.reports.saying import count_words, day_words

_STANDS_OUT = 3
_NOBODY_KNOWS = (
    "The numbers do not say why. A topic with many questions, many unsure answers and no training in the period is one "
    "to look at. “Level” is the level of need in the threshold document."
)


def asked_blocks(report: PerformanceReport) -> list[Block]:
    """The whole part."""
    return [
        Heading("Where is the threshold misunderstood?"),
        Text("What people asked Signpost, what agencies disagreed about, and when training was held, side by side."),
        Text(_NOBODY_KNOWS),
        *_months(report),
        *_topics(report.questions, report.least),
        Heading("Escalations by agency and stage", 2),
        *population_blocks("escalation", report.escalations, report.least),
    ]


def population_blocks(what: str, found: Population, least: int) -> list[Block]:
    """A number and each way in which it is taken apart. `what` is one of them, such as `escalation`."""
    if found.total == 0:
        return [Text(f"There was no {what} in this period.")]
    said = Text(f"{what.capitalize()}s in this period: {count_words(found.total, least)}.")
    if not isinstance(found.total, int):
        return [said, Text("There are too few to take them apart.")]
    return [said, *(_split(what, one, least) for one in found.splits)]


def _split(what: str, one: Split, least: int) -> Block:
    if one.parts is None:
        return Text(f"{one.name}: not shown, because small numbers could not be hidden.")
    rows = tuple((name, count_words(number, least)) for name, number in one.parts if number != 0)
    way = f": {one.name[0].lower()}{one.name[1:]}" if one.name.lower() != what else ""
    caption = f"{what.capitalize()}s{way}"
    return Table(caption, (one.name, "Number"), rows, (5, 2), frozenset({1}))


def _months(report: PerformanceReport) -> list[Block]:
    rows = tuple(_month(month, report.least) for month in report.months)
    columns = ("Month", "Questions", "Escalations raised", "Training and events held")
    table = Table("Questions, escalations and training by month", columns, rows, (2, 2, 2, 5), frozenset({1, 2}))
    return [Heading("Month by month", 2), table]


def _month(month: Month, least: int) -> tuple[str, ...]:
    held = "\n".join(f"{one.day.day} {one.day:%B}: {one.title}" for one in month.held) or "none"
    name = f"{month.first:%B %Y}"
    return name, count_words(month.questions, least), count_words(month.escalations, least), held


def _topics(questions: Questions, least: int) -> list[Block]:
    blocks: list[Block] = [Heading("Questions by topic", 2)]
    if questions.total == 0:
        return [*blocks, Text("No question was asked in this period.")]
    blocks.append(Text(f"Questions in this period: {count_words(questions.total, least)}."))
    if questions.topics is None:
        return [*blocks, Text("There are too few to take them apart by topic."), *_parts(questions, least)]
    rows = tuple(_topic(one, least) for one in questions.topics)
    columns = (
        "Topic",
        "Level",
        "Asked",
        "Not sure",
        "Said not right",
        "Unanswered, passed on",
        "Training on it",
    )
    table = Table("Questions by topic", columns, rows, (4.7, 1.4, 1.9, 1.9, 1.9, 2.6, 2.6), frozenset({1, 2, 3, 4, 5}))
    return [*blocks, *_parts(questions, least), *_outstanding(questions.topics), table]


def _topic(one: Topic, least: int) -> tuple[str, ...]:
    numbers = (count_words(number, least) for number in (one.asked, one.unsure, one.not_right, one.told_team))
    trained = ", ".join(f"{day.day}\u00a0{day:%B}" for day in one.trained) or "none"
    return one.name, str(one.level or "none"), *numbers, trained


def _parts(questions: Questions, least: int) -> list[Block]:
    """The three parts of all questions whose number is shown, in words."""
    of = "" if questions.of == questions.total else " in the topics whose number is shown"
    whole = f"Of {count_words(questions.of, least)} questions{of}"
    said = (
        (questions.unsure, "Signpost was not sure of the route"),
        (questions.not_right, "The asker said that the answer was not right"),
        (questions.told_team, "Unanswered: the asker passed the question to the business team"),
    )
    return [Text(f"{whole}:"), Bullets(tuple(f"{words}: {count_words(number, least)}." for number, words in said))]


def _outstanding(topics: tuple[Topic, ...]) -> list[Block]:
    """The topics with the largest shares of unsure answers, among those that are shown."""
    shown = [(_of(one.unsure, one.asked), one) for one in topics]
    most = sorted((pair for pair in shown if pair[0] > 0), key=lambda pair: (-pair[0], pair[1].name))[:_STANDS_OUT]
    if not most:
        return []
    said = tuple(f"{one.name}: not sure in {one.unsure} of {one.asked}{_untrained(one)}." for _, one in most)
    return [Text("Where Signpost was least sure, among the topics whose numbers are shown:"), Bullets(said)]


def _of(part: Count, whole: Count) -> float:
    return part / whole if isinstance(part, int) and isinstance(whole, int) and whole else 0


def _untrained(one: Topic) -> str:
    return "" if one.trained else "; no training on it in this period"


def held_blocks(report: PerformanceReport) -> list[Block]:
    """Training and events, with what came of them."""
    blocks: list[Block] = [Heading("Training and events")]
    if not report.happenings:
        return [*blocks, Text("No training or event was noted for this period.")]
    names = {EventKind.TRAINING: "Training", EventKind.EVENT: "Event"}
    rows = tuple(
        (
            day_words(one.day),
            names[one.kind],
            one.title,
            _attended(one.attended, report.least),
            one.outcome or "none noted",
        )
        for one in report.happenings
    )
    columns = ("Date", "Kind", "Title", "Attended", "Outcome and impact")
    return [
        *blocks,
        Table("Training and events in this period", columns, rows, (2.6, 1.8, 4, 2.4, 4.8), frozenset({3})),
    ]


def _attended(number: int | None, least: int) -> str:
    if number is None:
        return "not counted"
    return f"fewer than {least}" if 0 < number < least else str(number or "none")
