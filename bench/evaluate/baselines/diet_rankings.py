"""Runs in the environment of `nlu/`: texts as JSON on standard input; prints the intents of each, likeliest first."""

import asyncio
import json
import sys

from rasa.core.agent import Agent  # type: ignore[import-not-found]  # only the environment of nlu has it


async def rankings(model: str, texts: list[str]) -> dict[str, list[str]]:
    """The names of the intents for each text, as the model at that path ranks them."""
    agent = Agent.load(model)
    found = {}
    for text in texts:
        # A leading slash would be read as an intent and not as words.
        parsed = await agent.parse_message(text.lstrip("/ ") or "?")
        found[text] = [intent["name"] for intent in parsed["intent_ranking"]]
    return found


if __name__ == "__main__":
    print(json.dumps(asyncio.run(rankings(sys.argv[1], json.load(sys.stdin)))))
