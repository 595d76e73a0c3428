"""The lines of the business team's digest about automatic advice."""

from bot.partnership.advice import OffSpell
from bot.partnership.advice_week import AdviceWeek
from bot.wording.standing import Name
from bot.wording.times import day_words, moment_words

_IDS = 10


def advice_lines(week: AdviceWeek, name: Name) -> tuple[str, ...]:
    """When advice was off, by whom and why, and how the drills went; nothing before the first drill."""
    return (*(_off(spell, name) for spell in week.off), *_drill(week))


def _off(spell: OffSpell, name: Name) -> str:
    began = moment_words(spell.off.at)
    until = f"until {moment_words(spell.until)}" if spell.until else "and is still off"
    return f"Automatic advice was off from {began} {until}: {spell.off.by(name)}, “{spell.off.why}”."


def _drill(week: AdviceWeek) -> tuple[str, ...]:
    if not week.days:
        return ()
    words = [f"Drill: {week.passed} of {week.days} days passed."]
    if week.failed:
        words.append(f"It failed on {', '.join(day_words(day) for day in week.failed)}.")
    if week.not_run:
        words.append(f"On {week.not_run} it did not run to its end.")
    if week.missed:
        more = f" and {len(week.missed) - _IDS} more" if len(week.missed) > _IDS else ""
        words.append(f"Missed: {', '.join(week.missed[:_IDS])}{more}. The command signpost advice status shows more.")
    return (" ".join(words),)
