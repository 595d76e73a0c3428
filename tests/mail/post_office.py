"""A mail server at the wire that takes letters, or refuses them as it is told."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

OK = "250 OK"


@dataclass
class PostOffice:
    """What arrived, and how it answers from now on."""

    arrived: list[EmailMessage] = field(default_factory=list)
    to: list[list[str]] = field(default_factory=list)
    logins: list[tuple[bytes, bytes]] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)  # an address and the answer to it
    on_sender: str = OK
    on_data: str = OK
    port: int = 0

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.on_sender == OK:
            envelope.mail_from = address
        return self.on_sender

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self.refused.get(address, OK)
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.on_data == OK:
            assert isinstance(envelope.content, bytes)
            self.arrived.append(message_from_bytes(envelope.content, policy=policy.default))
            self.to.append(list(envelope.rcpt_tos))
            assert server.transport is not None
            self.encrypted.append(server.transport.get_extra_info("ssl_object") is not None)
        return self.on_data

    def login(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
        """Whoever knows the password gets in."""
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login, data.password))
        return AuthResult(success=data.password == b"right", handled=False)


@asynccontextmanager
async def post_office(tls: ssl.SSLContext | None = None, wrapped: bool = False) -> AsyncIterator[PostOffice]:
    """A mail server on a free port; with `tls` it offers STARTTLS, or speaks TLS from the start (`wrapped`)."""
    office = PostOffice()

    def protocol() -> SMTP:
        offered = None if wrapped else tls
        return SMTP(office, tls_context=offered, authenticator=office.login, auth_require_tls=False)

    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0, ssl=tls if wrapped else None)
    office.port = server.sockets[0].getsockname()[1]
    async with server:
        yield office


@asynccontextmanager
async def mute(greeting: bytes = b"") -> AsyncIterator[int]:
    """The port of a server that greets, if that, and says nothing more; it closes when anything is said to it."""

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(greeting)
        await reader.read(1)
        writer.close()

    server = await asyncio.start_server(meet, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]
