"""The `signpost` command. Exits 0 on success, 2 on a wrong call, 1 on any other failure with one sentence on stderr."""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Sequence

from dotenv import load_dotenv

from bot import drilling
from bot.asking import ask_lines, ask_once
from bot.assistant.question import QuestionError
from bot.commands import advice, digest, documents, event, log, matrix, meeting, outbox, people, plan, report, upkeep
from bot.runtime.model import TrainingError, ensure_model
from bot.runtime.services import ServiceError
from bot.settings import ROOT, Settings, SettingsError
from knowledge.load import KnowledgeError, load
from knowledge.model import Area


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of one command."""
    load_dotenv(ROOT / ".env")
    # Asked to end, we stop what we started, as after a Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options, Settings.from_env(os.environ)) or 0)
    except (SettingsError, QuestionError) as error:
        return _failed(str(error), 2)
    except KnowledgeError as error:
        return _failed(f"The knowledge files have faults: {error}", 1)
    except (TrainingError, ServiceError) as error:
        return _failed(str(error), 1)
    except OSError as error:
        return _failed(f"The system refused: {error.strerror or type(error).__name__}.", 1)
    except KeyboardInterrupt:
        return 130


def _failed(sentence: str, code: int) -> int:
    print(f"signpost: {sentence}", file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="signpost", description="Where do I refer? Sourced answers for SET.")
    commands = parser.add_subparsers(required=True, metavar="command")
    running = commands.add_parser("run", help="start everything and serve the page")
    running.set_defaults(run=_run)
    train = commands.add_parser("train", help="train the language model if its inputs have changed")
    train.set_defaults(run=lambda options, settings: print(ensure_model()))
    _add_ask(commands.add_parser("ask", help="ask one question, or one for each line of JSON"))
    knowledge = commands.add_parser("knowledge", help="look after what the answers say")
    checks = knowledge.add_subparsers(required=True, metavar="check")
    checks.add_parser("check", help="say what is wrong where").set_defaults(run=_check)
    upkeep.add(checks)
    documents.add(checks)
    drilling.add(advice.add(commands))
    for part in (people, log, outbox, plan, digest, matrix, meeting, report, event):
        part.add(commands)
    return parser


def _run(options: argparse.Namespace, settings: Settings) -> None:
    from bot.app.serve import serve  # the chat channels take a second that no other command needs

    asyncio.run(serve(settings))


def _add_ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="?", help="the question, in quotes")
    parser.add_argument("--area", choices=[area.value for area in Area], help="whose front door (default: home area)")
    parser.add_argument("--at", help="the moment asked, such as 2026-11-21T23:10:00+00:00 (default: now)")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print the whole answer as one line of JSON")
    shape.add_argument("--jsonl", action="store_true", help="read questions as JSON lines, write answers as JSON lines")
    parser.set_defaults(run=_ask)


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    if options.jsonl == (options.text is not None):
        return _failed('Give one question, signpost ask "...", or --jsonl with questions on standard input.', 2)
    if options.jsonl:
        return asyncio.run(ask_lines(settings, sys.stdin.buffer, sys.stdout))
    return asyncio.run(ask_once(settings, options.text, options.area, options.at, as_json=options.json))


def _check(options: argparse.Namespace, settings: Settings) -> int:
    try:
        knowledge = load()
    except KnowledgeError as error:
        print(*error.faults, sep="\n")
        return _failed(f"{len(error.faults)} faults in the knowledge files.", 1)
    stale = sum(contact.stale for contact in knowledge.contacts.values())
    print(
        f"{len(knowledge.pathways)} pathways, {len(knowledge.contacts)} contacts ({stale} stale), "
        f"{len(knowledge.documents)} documents, {len(knowledge.red_flags)} red flags, "
        f"{len(knowledge.glossary)} glossary entries: no faults. Version {knowledge.version}."
    )
    return 0


if __name__ == "__main__":
    main()
