"""Slack as a script uses it."""

from dataclasses import dataclass, field

from tests.channels.chat import STRANGER, Behind
from tests.fake_slack import Delivery, FakeSlack, SeenMessage, SeenView
from tests.slack.office import TEAM

_SHARED = "C_GENERAL"
_IDS = {"nadia": "U_NADIA", "tom": "U_TOM", "ben": "U_BEN", "asha": "U_ASHA", STRANGER: "U_GREG"}


@dataclass
class SlackChat:
    """The driver for Slack."""

    slack: FakeSlack
    behind: Behind
    name: str = "slack"
    _last: list[Delivery] = field(default_factory=list)

    async def asks(self, who: str, words: str) -> None:
        self._last = [await self.slack.message(_IDS[who], words)]

    async def mentions(self, who: str, words: str) -> None:
        self._last = [await self.slack.mention(_IDS[who], _SHARED, words)]

    async def uses(self, who: str, command: str, words: str) -> None:
        self._last = [await self.slack.shortcut(_IDS[who], command, words)]

    async def opens_home(self, who: str) -> None:
        await self.slack.open_home(_IDS[who])

    async def presses(self, who: str, button: str) -> None:
        where = await self._with_button(_IDS[who], button)
        nth = [action.partition(":")[0] for action in where.actions].index(button)
        self._last = [await self.slack.press(_IDS[who], where, where.actions[nth])]

    async def fills(self, who: str, values: dict[str, str]) -> None:
        self._last = [await self.slack.submit(_IDS[who], None, dict(values))]

    async def again(self) -> None:
        for delivery in self._last:
            await self.slack.again(delivery)

    async def window(self, who: str) -> str:
        found = await self.slack.view(_IDS[who])
        if found is None:
            return ""
        typed = [str(state.get("value") or "") for states in found.values.values() for state in states.values()]
        return "\n".join([found.words, *typed, *found.errors.values()])

    async def told(self, who: str) -> list[str]:
        return [one.words for one in await self.slack.replies(_IDS[who])]

    async def seen(self, who: str) -> list[str]:
        everything = await self.slack.messages(_SHARED, user=_IDS[who])
        return [one.words for one in everything if one.user == "U_BOT"]

    async def home(self, who: str) -> str:
        found = await self.slack.home(_IDS[who])
        return found.words if found else ""

    async def team(self) -> list[str]:
        return [one.words for one in await self.slack.replies(TEAM)]

    def person(self, who: str) -> str:
        return _IDS[who]

    async def _with_button(self, user: str, button: str) -> SeenMessage | SeenView:
        own = await self.slack.replies(user)
        shared = [one for one in await self.slack.messages(_SHARED, user=user) if one.user == "U_BOT"]
        team = await self.slack.replies(TEAM) if user in {"U_BEN", "U_ASHA"} else []
        view, home = await self.slack.view(user), await self.slack.home(user)
        places: list[SeenMessage | SeenView] = [*([view] if view else []), *([home] if home else [])]
        for one in [*places, *reversed(own), *reversed(shared), *reversed(team)]:
            if button in [action.partition(":")[0] for action in one.actions]:
                return one
        raise AssertionError(f"nobody shows {user} the button {button}")
