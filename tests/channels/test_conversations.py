"""Every script in every chat."""

import pytest

from tests.channels.chat import Chat
from tests.channels.script import Script, run, scripts


@pytest.mark.parametrize("script", scripts(), ids=lambda script: script.name)
async def test_the_conversation_is_held(script: Script, chat: Chat) -> None:
    await run(script, chat)
