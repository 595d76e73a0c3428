"""Teams as a script uses it."""

from dataclasses import dataclass, field

from tests.channels.chat import STRANGER, Behind
from tests.fake_teams import FakeTeams
from tests.fake_teams.seen import Delivery, Seen

_SHARED, _TEAM = "general", "business"
_KEYS = {"nadia": "nadia", "tom": "tom", "ben": "ben", "asha": "asha", STRANGER: "greg"}


@dataclass
class TeamsChat:
    """The driver for Teams."""

    teams: FakeTeams
    behind: Behind
    name: str = "teams"
    _last: list[Delivery] = field(default_factory=list)
    _homes: dict[str, str] = field(default_factory=dict)

    async def asks(self, who: str, words: str) -> None:
        self._last = [await self.teams.message(_KEYS[who], words)]

    async def mentions(self, who: str, words: str) -> None:
        self._last = [await self.teams.mention(_KEYS[who], _SHARED, words)]

    async def uses(self, who: str, command: str, words: str) -> None:
        self._last = [await self.teams.command_on_message(_KEYS[who], command, words)]

    async def opens_home(self, who: str) -> None:
        await self.teams.message(_KEYS[who], "home")

    async def presses(self, who: str, button: str) -> None:
        if dialog := await self.teams.dialog(_KEYS[who]):
            if button in dialog.buttons:
                self._last = [await self.teams.submit(_KEYS[who], {}, button=button)]
                return
            await self.teams.close(_KEYS[who])
        where = await self._with_button(_KEYS[who], button)
        self._last = [await self.teams.press(_KEYS[who], where, button)]

    async def fills(self, who: str, values: dict[str, str]) -> None:
        sent = await self.teams.submit(_KEYS[who], dict(values))
        assert sent.held_back is None, sent.held_back
        self._last = [sent]

    async def again(self) -> None:
        for delivery in self._last:
            await self.teams.again(delivery)

    async def window(self, who: str) -> str:
        found = await self.teams.dialog(_KEYS[who])
        said = (await self.teams.told(_KEYS[who]))[-1:]
        return "\n".join([found.title, found.words, *found.inputs.values()]) if found else "".join(said)

    async def told(self, who: str) -> list[str]:
        return [one.words for one in await self.teams.replies(_KEYS[who])]

    async def seen(self, who: str) -> list[str]:
        return [one.words for one in await self.teams.replies(_SHARED, user=_KEYS[who])]

    async def home(self, who: str) -> str:
        pages = [one for one in await self.teams.replies(_KEYS[who]) if one.summary == "Your own page"]
        return pages[-1].words if pages else ""

    async def team(self) -> list[str]:
        return [one.words for one in await self.teams.replies(_TEAM)]

    def person(self, who: str) -> str:
        return f"person:{who}"

    async def _with_button(self, user: str, button: str) -> Seen:
        places = [user, _SHARED, *([_TEAM] if user in {"ben", "asha"} else [])]
        for place in places:
            for one in reversed(await self.teams.replies(place, user=user)):
                if button in one.buttons:
                    return one
        raise AssertionError(f"nobody shows {user} the button {button}")
