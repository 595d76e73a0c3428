"""What a fault does to one request."""

import asyncio

from aiohttp import web

from .faults import Fault


def instead(request: web.Request, fault: Fault) -> web.Response | None:
    """The answer that takes the place of the right one; None when the call is to be carried out first."""
    if fault.kind == "429":
        headers = {"Retry-After": str(fault.retry_after)}
        return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)
    if fault.kind.isdigit():
        return web.Response(status=int(fault.kind), text="<html><h1>Server Error</h1></html>", content_type="text/html")
    if fault.kind == "html":
        return web.Response(text="<!DOCTYPE html><html><h1>Please sign in</h1></html>", content_type="text/html")
    if fault.kind.startswith("error:"):
        return web.json_response({"ok": False, "error": fault.kind.removeprefix("error:")})
    if fault.kind == "drop":
        cut(request)
        return web.Response(status=500)  # never arrives
    return None


async def after(request: web.Request, fault: Fault) -> None:
    """Delays or loses the answer of a call that has been carried out."""
    if fault.kind == "drop_after":
        cut(request)
    else:
        await asyncio.sleep(fault.seconds)  # being slow is the fault


def cut(request: web.Request) -> None:
    """Ends the connection without a word."""
    if request.transport is not None:
        request.transport.abort()
