"""The way out by e-mail: one notice, one plain-text message, and what the mail server's refusal means."""

import hashlib
import logging
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime

import aiosmtplib

from bot.mail.letter import mail_text
from bot.workflows.sending import Later, Letter, Receipt, Unreachable

log = logging.getLogger(__name__)

_TRY_AGAIN = 30.0
_LONGEST_SUBJECT = 120


@dataclass(frozen=True)
class MailSender:
    """Sends notices through a mail server. Raises Later or Unreachable."""

    host: str
    port: int
    security: str  # starttls, tls or none
    user: str
    password: str
    sender_address: str
    seconds: float = 8.0  # for each answer of the server

    async def send(self, letter: Letter) -> Receipt:
        """Send it once and say under which message id it went."""
        title, text = mail_text(letter)
        if not title:
            return Receipt()
        addresses = [address for part in letter.address.split(",") if (address := part.strip())]
        if not addresses or not all("@" in address for address in addresses):
            raise Unreachable("no e-mail address")
        message = self._message(letter, addresses, title, text)
        try:
            refused = await self._deliver(message, addresses)
        except aiosmtplib.SMTPRecipientsRefused as fault:
            raise _refused([one.code for one in fault.recipients]) from fault
        except aiosmtplib.SMTPDataError as fault:
            raise _refused([fault.code]) from fault
        except aiosmtplib.SMTPResponseException as fault:
            raise Later(_TRY_AGAIN, f"the mail server said {fault.code}") from fault
        except (aiosmtplib.SMTPException, TimeoutError, OSError) as fault:
            raise Later(_TRY_AGAIN, type(fault).__name__) from fault
        if refused:
            log.warning("%d of %d addresses refused a notice of kind %s", refused, len(addresses), letter.notice.kind)
        return Receipt(message=message["Message-ID"])

    async def _deliver(self, message: EmailMessage, addresses: list[str]) -> int:
        """How many of the addresses were refused although others were not."""
        refused, _ = await aiosmtplib.send(
            message,
            recipients=addresses,
            hostname=self.host,
            port=self.port,
            username=self.user or None,
            password=self.password or None,
            use_tls=self.security == "tls",
            start_tls=self.security == "starttls",  # without it nothing is sent in the clear
            local_hostname=self._domain,  # asking the system for it would hold up everything else
            timeout=self.seconds,
        )
        return len(refused)

    def _message(self, letter: Letter, addresses: list[str], title: str, text: str) -> EmailMessage:
        message = EmailMessage()
        message["From"] = self.sender_address
        message["To"] = ", ".join(addresses)
        message["Subject"] = subject(title)
        message["Date"] = format_datetime(letter.now)
        # The same for each try: a mail system can tell a repeat.
        message["Message-ID"] = f"<{hashlib.sha256(letter.notice.key.encode()).hexdigest()[:32]}@{self._domain}>"
        message["Auto-Submitted"] = "auto-generated"  # no out-of-office reply, please
        message.set_content(text)
        return message

    @property
    def _domain(self) -> str:
        return self.sender_address.rpartition("@")[2].rstrip(">") or "localhost"


def subject(title: str) -> str:
    """`Signpost: TITLE` on one line, not longer than a mailbox shows."""
    words = " ".join(f"Signpost: {title}".split())
    return words if len(words) <= _LONGEST_SUBJECT else f"{words[: _LONGEST_SUBJECT - 1]}…"


def _refused(codes: list[int]) -> Exception:
    """For ever when every address or the message was refused with a 5xx; else it may go later."""
    if all(code >= 500 for code in codes):
        return Unreachable(f"refused with {codes[0]}")
    return Later(_TRY_AGAIN, f"refused with {next(code for code in codes if code < 500)}")
