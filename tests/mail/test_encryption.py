"""E-mail leaves encrypted where that was asked for, and only to a server whose certificate is trusted."""

import ssl
import subprocess
from pathlib import Path

import pytest

from tests.mail.post_office import post_office
from tests.mail.test_sender import put_off, sender, to


async def test_without_encryption_nothing_leaves_where_it_was_asked_for() -> None:
    async with post_office() as office:
        assert "SMTPException" in await put_off(office, security="starttls")
        await put_off(office, security="tls", seconds=0.5)
    assert office.arrived == []


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_only_a_server_with_a_certificate_that_is_trusted_gets_letters(
    security: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, context = certified(tmp_path)
    async with post_office(context, wrapped=security == "tls") as office:
        await put_off(office, security=security)
        assert office.arrived == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        await sender(office.port, security=security).send(to("ben@partnership.example"))
    assert len(office.arrived) == 1
    assert office.encrypted == [True]


def certified(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate for this machine that nobody vouches for, and a server's context with it."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=post.example"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*new, *names], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return certificate, context
