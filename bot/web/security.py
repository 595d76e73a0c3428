"""Security headers on every reply, and the check that a posted question comes from our own page."""

from urllib.parse import urlsplit

from aiohttp import web

from bot.web.problem import ELSEWHERE, Refusal

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_FOREVER = "public, max-age=31536000, immutable"


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Set the security headers, and say how long the reply may be kept."""
    response.headers.update(_HEADERS)
    response.headers["Cache-Control"] = _caching(request, response)
    response.headers.popall("Server", None)


def _caching(request: web.Request, response: web.StreamResponse) -> str:
    """Answers are never kept. A file whose address carries its version never changes."""
    if not request.path.startswith("/static/") or response.status >= 400:
        return "no-store"
    return _FOREVER if "v" in request.query or request.path.startswith("/static/vendor/") else "no-cache"


def require_same_origin(request: web.Request) -> None:
    """Raise Refusal when the browser says that another site sent this request.

    With `Referrer-Policy: no-referrer` a browser names the origin of our own form as `null`, and over plain HTTP it
    leaves `Sec-Fetch-Site` out. Such a request is let through: there is no cookie and no login it could misuse.
    """
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin", "null")
    if site is not None:
        foreign = site not in {"same-origin", "none"}
    else:
        foreign = origin != "null" and _host(origin) != request.host
    if foreign:
        raise Refusal(403, ELSEWHERE)


def _host(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc or None
    except ValueError:
        return None
