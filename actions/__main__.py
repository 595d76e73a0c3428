"""`python -m actions`: the action server, on loopback unless a container network needs another address."""

import argparse
from pathlib import Path
from typing import Any

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor
from sanic import Sanic

from actions.advise_action import AdviseAction
from knowledge.load import load


def main() -> None:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=5055)
    parser.add_argument("--documents", type=Path, help="the folder with the partnership's own copies")
    options = parser.parse_args()
    app = make_app(options.documents)
    app.run(host=options.host, port=options.port, single_process=True, access_log=False, motd=False)


def make_app(documents: Path | None = None) -> "Sanic[Any, Any]":
    """The rasa-sdk application with our one action; it quotes from the copies in `documents`."""
    executor = ActionExecutor()
    knowledge = load(documents=documents)
    knowledge.library.make_ready()
    executor.register_action(AdviseAction(knowledge))
    return create_app(executor)


if __name__ == "__main__":
    main()
