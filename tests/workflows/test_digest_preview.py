"""The preview of a digest: exactly what would be sent to the same reader at the same moment."""

from dataclasses import replace
from datetime import date

import pytest

from bot.partnership.notices import TEAM
from bot.partnership.people import Away
from bot.partnership.plan import Action
from bot.partnership.refusal import Refused
from bot.store import people
from bot.store.database import Store
from bot.workflows.digest_preview import preview
from bot.workflows.digests import TEAM_READER, reader_named
from bot.workflows.plan_writing import plan_message
from knowledge.knowledge import Knowledge
from tests.partnership.plan_people import ASHA, CARA, EVERYONE, PLAN_RULES, action
from tests.partnership.samples import RULES
from tests.store.samples import do
from tests.workflows.planned import Post, on, taken_over

MONDAY, LATE, FAR = date(2026, 6, 8), date(2026, 6, 4), date(2026, 9, 30)
AWAY_CHAIR = replace(CARA, away=(Away(MONDAY, MONDAY),), deputy="tom")


@pytest.mark.parametrize(
    "given",
    [
        (action("1.1", due=LATE), action("2.1", due=LATE, lead="cara", group="mag")),  # she chairs and leads
        (action("1.1", due=FAR), action("2.1", due=LATE, lead="cara", group="mag")),  # nothing of her group this week
        (action("1.1", due=LATE), action("2.1", due=LATE, lead="tom", group="mag")),
        (action("1.1", due=LATE, group=""),),  # no group has anything
    ],
)
@pytest.mark.parametrize("everyone", [EVERYONE, [AWAY_CHAIR if one is CARA else one for one in EVERYONE]])
async def test_the_preview_is_what_is_sent_and_says_when_nothing_is(
    store: Store, knowledge: Knowledge, everyone: list[object], given: tuple[Action, ...]
) -> None:
    post = Post(store, knowledge)
    taken_over(store, *given, everyone=everyone)  # type: ignore[arg-type]
    shown = {one.id: do(store, preview, RULES, on(MONDAY), "", one.id) for one in EVERYONE}
    team = do(store, preview, RULES, on(MONDAY), "", "business team")
    await post.round(on(MONDAY))
    sent = {one.notice.to: plan_message(one) for one in post.letters if one.notice.kind == "digest"}
    assert len(sent) > 1
    assert team.message == sent.pop(TEAM)
    assert {f"person:{id}": one.message for id, one in shown.items() if one.message} == sent
    assert all(bool(one.unsent) is (one.message is None) for one in shown.values())


@pytest.mark.parametrize(
    ("words", "reader"),
    [
        ("business team", (TEAM_READER, "business team", TEAM)),
        ("MACE", ("mace", "group", "")),
        ("Nadia  shaw", ("nadia", "lead", "person:nadia")),
        ("ben@lscp.example", ("ben", "lead", "person:ben")),
        ("cara", ("cara", "chair", "person:cara")),
    ],
)
def test_a_reader_is_found_by_name(store: Store, words: str, reader: tuple[str, str, str]) -> None:
    do(store, people.replace_all, EVERYONE)
    found, is_sent = do(store, reader_named, PLAN_RULES, on(MONDAY), words)
    assert (found.id, found.role, found.to) == reader
    assert is_sent is (words == "business team")  # there is no plan


def test_a_chair_with_own_actions_only_reads_as_a_lead_as_in_what_is_sent(store: Store) -> None:
    taken_over(store, action("1.1", due=FAR), action("2.1", due=LATE, lead="cara", group="mag"))
    found, is_sent = do(store, reader_named, PLAN_RULES, on(MONDAY), "cara")
    assert (found.role, is_sent) == ("lead", True)


def test_a_reader_whom_nobody_knows_is_refused(store: Store) -> None:
    do(store, people.replace_all, [ASHA, replace(ASHA, id="asha-2")])
    for words in ("nobody", "", "Asha Rahman"):
        with pytest.raises(Refused, match="full name"):
            do(store, reader_named, PLAN_RULES, on(MONDAY), words)
