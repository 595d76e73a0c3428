"""An agency's second failure: the letter that is drafted, who sends it, and who hears of it. The bot sends none."""

from collections.abc import Sequence
from datetime import date

from bot.partnership.groups import members
from bot.partnership.matrix import LetterDraft, LetterItem, MatrixItem
from bot.partnership.notices import TEAM, Notice
from bot.partnership.people import Person, business_team, cover
from bot.partnership.plan_rules import MatrixRule, PlanRules


def letter_notices(failures: Sequence[MatrixItem], today: date, rules: PlanRules, people: list[Person]) -> list[Notice]:
    """The draft before the business manager, and the word to the strategic partners; `failures` are one agency's."""
    newest = [one for one in failures if one.letter_on is None][-1]
    manager = business_manager(people, today)
    to = f"person:{manager.id}" if manager else TEAM
    told = [f"person:{one.id}" for one in strategic_partners(people, today, rules)] or [TEAM]
    return [
        Notice(f"matrix:{newest.id}:letter:{to}", "matrix", to, newest.id, data={"deed": "letter"}),
        *(
            Notice(f"matrix:{newest.id}:inform:{one}", "matrix", one, newest.id, data={"deed": "inform"})
            for one in told
        ),
    ]


def draft(failures: Sequence[MatrixItem], today: date, rules: PlanRules, people: list[Person]) -> LetterDraft:
    """The letter about one agency's failures, for the business manager to check and send."""
    agency = failures[0].agency
    executive = executive_member(agency, people, rules)
    sender = business_manager(people, today)
    copies = [one for one in members(people, rules.matrix.letter.copied_to_group, rules) if one != executive]
    return LetterDraft(
        agency=agency,
        executive_member=executive.name if executive else "",
        items=tuple(_line(one, rules) for one in failures),
        sender=sender.name if sender else "",
        copied_to=tuple(f"{one.name} ({one.agency})" for one in copies),
        written_on=today,
        rule=rule_words(rules.matrix),
        readings=rules.matrix.readings.all,
    )


def rule_words(rule: MatrixRule) -> str:
    """The rule as it was read, with its source."""
    return (
        f"An action that a group gives must be answered to the business team within {rule.respond_working_days} "
        f"working days of receiving the meeting's action matrix; {rule.failures} or more failures lead to a letter to "
        f"the agency's executive member, and the strategic partners are informed (source: {rule.source.words})."
    )


def executive_member(agency: str, people: list[Person], rules: PlanRules) -> Person | None:
    """The agency's first member of the group that such letters go to; None when the people file names nobody."""
    there = members(people, rules.matrix.letter.to_group, rules)
    return next((one for one in there if one.agency == agency), None)


def business_manager(people: list[Person], day: date) -> Person | None:
    """The first of the business team who is there that day."""
    return next(iter(business_team(people, day)), None)


def strategic_partners(people: list[Person], day: date, rules: PlanRules) -> list[Person]:
    """The members of the group that hears of such letters, or the deputies of those who are away."""
    group = members(people, rules.matrix.letter.copied_to_group, rules)
    return list(dict.fromkeys(there for one in group if (there := cover(people, one, day))))


def _line(item: MatrixItem, rules: PlanRules) -> LetterItem:
    group = rules.group(item.group)
    return LetterItem(
        number=item.id,
        group=group.name if group else item.group,
        met_on=item.met_on,
        words=item.words,
        received_on=item.received_on,
        due_on=item.due_on,
        responded_on=item.responded_on,
    )
