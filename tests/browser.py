"""A started server and a browser, for the tests of the page with the fake assistant and with the real one."""

import asyncio
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NoReturn

import pytest
from aiohttp import web
from playwright.sync_api import Browser, sync_playwright

# runs as root in a container, and keeps the browser from calling home
_SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_NAMES = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def served(make_app: Callable[[], web.Application]) -> Iterator[str]:
    """The address of the application, running in a thread of its own until the block ends."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    async def start() -> web.AppRunner:
        runner = web.AppRunner(make_app())
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        return runner

    runner = asyncio.run_coroutine_threadsafe(start(), loop).result(timeout=30)
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(timeout=30)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout=30)
        loop.close()


@pytest.fixture
def serve() -> Iterator[Callable[[Callable[[], web.Application]], str]]:
    """A function that starts an application and returns its address; all of them stop after the test."""
    running = ExitStack()

    def start(make_app: Callable[[], web.Application]) -> str:
        return running.enter_context(served(make_app))

    with running:
        yield start


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium; it is closed after each file, because its event loop would stop asynchronous tests that follow."""
    with sync_playwright() as playwright:
        path = _chromium(playwright.chromium.executable_path)
        if path is None:
            _missing("no Chromium: set SIGNPOST_CHROMIUM, install chromium, or run `playwright install chromium`")
        started = playwright.chromium.launch(executable_path=path, args=_SWITCHES)
        yield started
        started.close()


@pytest.fixture
def screenshots(tmp_path: Path) -> Path:
    """The folder that screenshots are saved in."""
    folder = Path(os.environ.get("SIGNPOST_SCREENSHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _chromium(playwrights_own: str) -> str | None:
    if named := os.environ.get("SIGNPOST_CHROMIUM"):
        return named
    if found := next((path for name in _NAMES if (path := shutil.which(name))), None):
        return found
    if not Path(playwrights_own).exists():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True, timeout=600)
    return playwrights_own if Path(playwrights_own).exists() else None


def _missing(reason: str) -> NoReturn:
    if os.environ.get("SIGNPOST_NO_SKIPS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)  # said loudly in the summary; CI sets SIGNPOST_NO_SKIPS and fails above
