"""`python -m bench`: start, latency, throughput, memory, acknowledgements and training time, printed as one table."""

import argparse
import asyncio
import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

import aiohttp

from bench.ack import measure, report
from bench.load import Timing, latency_side_by_side, throughput
from bench.memory import memory_by_process
from bot.runtime.model import NLU, ensure_model, rasa_command, rasa_environment
from bot.runtime.services import free_port


async def main() -> None:
    """Run all measurements and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="times each question is asked (default 20)")
    parser.add_argument("--no-training", action="store_true", help="leave out the training time (minutes)")
    options = parser.parse_args()
    ensure_model()
    questions = Path(__file__).with_name("questions.txt").read_text(encoding="utf-8").splitlines()
    port, rasa_port = free_port(), free_port()
    started = time.monotonic()
    process = await _start(port, rasa_port)
    try:
        async with aiohttp.ClientSession() as session:
            await _first_answer(session, port)
            print(f"start to first answer   {time.monotonic() - started:6.1f} s   (target 75)")
            ask, rasa = f"http://127.0.0.1:{port}/api/ask", f"http://127.0.0.1:{rasa_port}/webhooks/rest/webhook"
            ours, base = await latency_side_by_side(session, ask, rasa, questions, options.rounds)
            _print_latency(ours, base)
            for name, url, key in (("/api/ask", ask, "text"), ("Rasa webhook", rasa, "message")):
                print(
                    f"throughput {name:13s}{await throughput(session, url, key, questions):6.1f} answers/s, 4 at a time"
                )
        for name, mebibytes in memory_by_process(process.pid).items():
            print(f"memory {name:17s}{mebibytes:6.0f} MiB")
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        await process.wait()
    print(report(await measure()))
    if not options.no_training:
        print(f"training                {await _training_seconds():6.0f} s   (target 480)")


async def _start(port: int, rasa_port: int) -> asyncio.subprocess.Process:
    env = {**os.environ, "SIGNPOST_PORT": str(port), "RASA_PORT": str(rasa_port), "RASA_URL": ""}
    env["ACTION_SERVER_PORT"] = str(free_port())
    env["SIGNPOST_DRILL_AT"] = "never"  # it would ask beside what is measured
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=env, stdout=asyncio.subprocess.DEVNULL, start_new_session=True
    )


async def _first_answer(session: aiohttp.ClientSession, port: int) -> None:
    """Ask until there is an answer that Rasa gave."""
    while True:
        try:
            async with session.post(f"http://127.0.0.1:{port}/api/ask", json={"text": "who do I ring"}) as response:
                if response.status == 200 and (await response.json())["confidence"] > 0:
                    return
        except aiohttp.ClientError:
            await asyncio.sleep(0.2)


def _print_latency(ours: Timing, base: Timing) -> None:
    print(f"latency /api/ask        p50 {ours.p50:5.0f} ms   p95 {ours.p95:5.0f} ms")
    print(f"latency Rasa webhook    p50 {base.p50:5.0f} ms   p95 {base.p95:5.0f} ms   (the same questions, in turn)")
    print(f"ratio of p50            {ours.p50 / base.p50:6.2f}     (target 1.3)")


async def _training_seconds() -> float:
    """Seconds that a training from nothing takes."""
    folder = tempfile.mkdtemp()
    started = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        *(rasa_command(), "train", "--quiet", "--fixed-model-name", "bench", "--out", folder),
        cwd=NLU,
        env=rasa_environment("http://127.0.0.1:1/webhook"),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    await process.wait()
    shutil.rmtree(folder)
    return time.monotonic() - started


if __name__ == "__main__":
    asyncio.run(main())
