"""Actions that stand in a plan of the store."""

from bot.partnership.plan import Action, Plan
from bot.store import actions
from bot.store.database import Store
from tests.store.samples import NOW, do

PLAN = Plan("PLAN", "Delivery plan, NUL \0", "2026/27", "plan.csv 0a1b")
TODAY = NOW.date()


def keep(store: Store, *given: Action) -> None:
    """The actions stand in the plan."""
    do(store, actions.keep_plan, PLAN)
    do(store, actions.add, [(one, {"title": one.title}) for one in given])


def numbers(found: list[Action]) -> list[str]:
    return [one.number for one in found]
