"""stub, to be replaced"""
from bot.settings import Settings
from bot.workflows.sending import Letter, Receipt


class MailSender:
    def __init__(self, settings: Settings) -> None: ...
    async def send(self, letter: Letter) -> Receipt:
        return Receipt()
