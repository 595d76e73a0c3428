"""The key of this process and the tokens that it signs: good ones, and every bad one that a bot must refuse."""

import json
import time
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from jwt.algorithms import RSAAlgorithm

from .people import Json

ISSUER = "https://api.botframework.com"
KEY_ID = "stand-in-key"
KINDS = (
    *("good", "wrong audience", "list of audiences", "no audience", "expired", "not yet valid", "other issuer"),
    *("other key", "unknown key", "unsigned", "shared secret", "other service url", "junk"),
)


class Tokens:
    """Signs for the Bot Connector."""

    def __init__(self) -> None:
        self._key, self._other = _new_key(), _new_key()

    def keys(self) -> Json:
        """What login.botframework.com publishes (JWKS)."""
        public: Json = json.loads(RSAAlgorithm.to_jwk(self._key.public_key()))
        more = {"kid": KEY_ID, "use": "sig", "alg": "RS256", "endorsements": ["msteams"]}
        return {"keys": [public | more]}

    def make(self, kind: str, audience: str, service_url: str, claims: Json | None = None) -> str:
        """A token of this kind, with these claims changed. Raises ValueError for a kind that is not in KINDS."""
        if kind not in KINDS:
            raise ValueError(f"a token is one of: {', '.join(KINDS)}")
        if kind == "junk":
            return "junk"
        now = int(time.time())
        good = {"iss": ISSUER, "aud": audience, "serviceurl": service_url, "nbf": now - 60, "exp": now + 3600}
        wrong: dict[str, dict[str, Any]] = {
            "wrong audience": {"aud": "00000000-0000-0000-0000-0000000000bd"},
            "list of audiences": {"aud": [audience]},
            "no audience": {"aud": ""},
            "expired": {"exp": now - 3600},
            "not yet valid": {"nbf": now + 3600, "exp": now + 7200},
            "other issuer": {"iss": "https://sts.windows.net/00000000-0000-0000-0000-0000000000ff/"},
            "other service url": {"serviceurl": "https://elsewhere.example/"},
        }
        return self._signed(kind, good | wrong.get(kind, {}) | (claims or {}))

    def _signed(self, kind: str, claims: Json) -> str:
        headers = {"kid": "another-key" if kind == "unknown key" else KEY_ID}
        if kind == "unsigned":
            return jwt.encode(claims, "", algorithm="none", headers=headers)
        if kind == "shared secret":
            return jwt.encode(claims, "a secret of at least thirty-two letters", algorithm="HS256", headers=headers)
        key = self._other if kind in ("other key", "unknown key") else self._key
        return jwt.encode(claims, key, algorithm="RS256", headers=headers)


def _new_key() -> RSAPrivateKey:
    return generate_private_key(public_exponent=65537, key_size=2048)
