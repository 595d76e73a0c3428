"""`python -m scripts.playground FOLDER`: talks with Signpost in Microsoft's Agents Playground and takes pictures.

The Playground is Microsoft's test client, under a licence for evaluation only: Signpost neither ships nor needs it. It
must be installed already, with Node, Chromium and `unshare`; PLAYGROUND names its folder when its command is not on the
PATH. Everything runs in a network of its own without a way out. Dialogs do not open in it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
APP, TENANT = "00000000-0000-0000-0000-00000000b07a", "00000000-0000-0000-0000-0000000000e5"  # as in playground.yml
BUSINESS = "19:business@thread.tacv2"
BOT, CLIENT = 3978, 56150
_HERE = "--here"
_SECONDS = 180
_FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")


def playground() -> list[str] | None:
    """The command that starts the Playground; None where that or something else that this needs is not installed."""
    folder = os.environ.get("PLAYGROUND", "")
    script = Path(folder, "cli.js") if folder else None
    started = ["node", str(script)] if script and script.exists() else [shutil.which("agentsplayground") or ""]
    return started if all(started) and all(map(shutil.which, ("node", "chromium", "unshare"))) else None


@contextmanager
def running(command: list[str], folder: Path, log: str, **settings: str) -> Iterator[None]:
    """A process that is ended with the context; what it says goes into a file in the folder."""
    with (folder / log).open("w") as written:
        process = subprocess.Popen(command, cwd=folder, env=os.environ | settings, stdout=written, stderr=written)
        try:
            yield
        finally:
            process.terminate()
            process.wait(30)


def wait_for(url: str) -> None:
    """Return once somebody answers there. Raises TimeoutError."""
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.5)
    raise TimeoutError(f"{url} does not answer")


def converse(page: Page, pictures: Path) -> None:
    """Ask, answer the question that comes back, say that it was right, ask for help; a picture of each."""
    page.goto(f"http://127.0.0.1:{CLIENT}/")
    page.get_by_text("What Signpost does").first.wait_for()  # it greets whoever installs it
    page.screenshot(path=pictures / "1-welcome.png")
    _write(page, "A child has burns on both hands, who do I ring?")
    page.get_by_text("Sources (checked").wait_for()
    page.screenshot(path=pictures / "2-answer.png")
    page.get_by_role("button", name="2. No, but harmed or likely to be").click()
    page.get_by_text("Sources (checked").nth(1).wait_for()
    page.screenshot(path=pictures / "3-answered-back.png")
    page.get_by_role("button", name="Yes, it was right").last.click()
    page.get_by_text("Thank you").first.wait_for()
    page.screenshot(path=pictures / "4-right.png")
    _write(page, "home")
    page.get_by_text("Your escalations").wait_for()
    page.screenshot(path=pictures / "5-home.png")


def _write(page: Page, words: str) -> None:
    page.locator("[role=textbox][contenteditable=true]").first.click()  # an editor: it takes keys, not a value
    page.keyboard.type(words)
    page.get_by_role("button", name="Send Message").first.click()


def run(started: list[str], pictures: Path) -> None:
    """Start everything, talk, end everything."""
    given = {
        "TEAMS_APP_ID": APP,
        "TEAMS_TENANT_ID": TENANT,
        "TEAMS_BUSINESS_CHANNEL": BUSINESS,
        "TEAMS_ANONYMOUS": "yes",
    }
    off = {"SLACK_MODE": "", "MAIL_HOST": "", "TEAMS_APP_SECRET": "", "TEAMS_STAND_IN": "", "RASA_URL": ""}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = f"sqlite:///{folder / 'signpost.db'}"
        signpost = [sys.executable, "-m", "bot", "run"]
        own = {
            "SIGNPOST_HOST": "127.0.0.1",
            "SIGNPOST_PORT": str(BOT),
            "DATABASE_URL": database,
            "PYTHONPATH": str(ROOT),
        }
        stack.enter_context(running(signpost, folder, "signpost.log", **given, **off, **own))
        wait_for(f"http://127.0.0.1:{BOT}/health")
        there = f"start -e http://127.0.0.1:{BOT}/api/messages -c msteams -p {CLIENT} --disable-telemetry".split()
        known = {"M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(ROOT / "scripts" / "playground.yml")}
        stack.enter_context(running([*started, *there], folder, "playground.log", **known))
        wait_for(f"http://127.0.0.1:{CLIENT}/")
        chromium = stack.enter_context(sync_playwright()).chromium
        browser = chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        converse(browser.new_page(viewport={"width": 1300, "height": 1800}), pictures)
        browser.close()


def main(given: list[str]) -> int:
    """0 when the conversation was held, and where it cannot be held at all; 2 without a folder."""
    if len(given) not in {1, 2}:
        print("Name a folder for the pictures: python -m scripts.playground FOLDER", file=sys.stderr)
        return 2
    started, pictures = playground(), Path(given[0]).absolute()
    if started is None:
        print(
            "Nothing was done: this needs Node, Chromium, unshare and Microsoft's Agents Playground, already installed."
        )
        return 0
    if _HERE not in given:
        inside = 'ip link set lo up && exec "$0" -m scripts.playground "$1" ' + _HERE
        alone = ["unshare", "-rn", "sh", "-c", inside, sys.executable, str(pictures)]
        return subprocess.run(alone, cwd=ROOT, check=False).returncode
    pictures.mkdir(parents=True, exist_ok=True)
    run(started, pictures)
    print(f"Five pictures are in {pictures}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
