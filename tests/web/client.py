"""Talks to the web channel the way a browser's form does."""

from io import BytesIO
from urllib.parse import urlencode

from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient

Client = TestClient[web.Request, web.Application]


async def post_form(client: Client, **fields: str) -> ClientResponse:
    """The reply to the form with these fields."""
    body = BytesIO(urlencode(fields).encode())
    return await client.post("/", data=body, headers={"Content-Type": "application/x-www-form-urlencoded"})
