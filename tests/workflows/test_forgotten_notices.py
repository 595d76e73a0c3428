"""What was sent is forgotten after a while; the clock never sends it again for that."""

from collections import Counter
from datetime import date, timedelta

import pytest

from bot.partnership.attendance import Presence
from bot.partnership.rules import KeptDays
from bot.store import people
from bot.store.database import Store
from bot.store.prune import prune
from bot.workflows import attendance, matrix, meetings, plan_deeds
from knowledge.knowledge import Knowledge
from tests.partnership import gathered
from tests.partnership.plan_people import BEN, action
from tests.partnership.samples import RULES
from tests.store.samples import do
from tests.workflows.planned import Post, due, on, taken_over

FIRST, DAYS = date(2026, 6, 2), 120
TEAM_MEMBER = "slack:U_BEN"
EVERYONE = [BEN, *(one for one in gathered.EVERYONE if one.id != "ben")]


def begun(store: Store) -> None:
    """Overdue actions, one that nobody leads; two unanswered items of one agency; two meetings missed in a row."""
    taken_over(store, due("1.1"), due("1.2", lead=None), action("1.3", due=None), everyone=EVERYONE)
    do(store, people.replace_all, EVERYONE)
    do(store, plan_deeds.ask_new_date, RULES, on(FIRST), TEAM_MEMBER, "PLAN/1.1", date(2026, 12, 1), "No trainer.")
    for day in (FIRST, FIRST + timedelta(days=1)):
        now = on(day)
        met = do(store, meetings.plan, RULES, now, TEAM_MEMBER, "mace", day)
        do(store, matrix.give, RULES, now, TEAM_MEMBER, met.id, "Police", f"Send the figures of {day}.", day)
        do(store, attendance.attend, RULES, now, TEAM_MEMBER, met.id, {"nadia": Presence.NO})


@pytest.mark.parametrize("kept", [0, 90])
async def test_nothing_of_the_plan_is_sent_twice_though_it_is_forgotten(
    store: Store, knowledge: Knowledge, kept: int
) -> None:
    post, kept_days = Post(store, knowledge), KeptDays(questions=0, deliveries=0, notices=kept)
    sent, told, forgotten = Counter[str](), Counter[tuple[str, date]](), 0
    begun(store)
    for day in (FIRST + timedelta(days=number) for number in range(DAYS)):
        for hour in (9, 15):
            await post.round(on(day, hour))
            sent.update(one.notice.key for one in post.letters)
            told.update((one.notice.to, day) for one in post.letters if one.notice.kind in {"reminder", "digest"})
            forgotten += do(store, prune, on(day, hour), kept_days)["notices"]
    kinds = {key.partition(":")[0] for key in sent}
    assert {"reminder", "digest", "find_leads", "plan_task", "matrix", "meeting"} <= kinds
    assert any(":letter:" in key for key in sent) and any(":absence:" in key for key in sent)
    assert forgotten > 20
    assert [key for key, times in sent.items() if times > 1] == []
    assert max(told.values()) == 1
