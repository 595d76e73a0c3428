"""`python -m bench.evaluate`: this system and simple baselines on the same labelled messages, in one table.

Exit code 1 when an answer led away from help in danger, said what it must not say, or let personal data through.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from dotenv import load_dotenv

from bench.evaluate.answers import ask_all, read_answers
from bench.evaluate.bars import bars_for, stopped
from bench.evaluate.baselines import baselines
from bench.evaluate.baselines.diet import Effort
from bench.evaluate.card import measured, write_card
from bench.evaluate.labels import OWN, Label, LabelError, read_labels
from bench.evaluate.score import score
from bench.evaluate.table import Column, behind, legend, table
from bot.runtime.model import TrainingError, model_path
from bot.runtime.services import ServiceError
from bot.settings import ROOT, Settings, SettingsError

SYSTEM = "Signpost"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Returns the exit code."""
    options = _parser().parse_args(arguments)
    load_dotenv(ROOT / ".env")
    try:
        return _evaluate(options)
    except (LabelError, SettingsError) as error:
        return _failed(str(error), 2)
    except (TrainingError, ServiceError) as error:
        return _failed(str(error), 1)


def _failed(sentence: str, code: int) -> int:
    print(f"evaluate: {sentence}", file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.evaluate", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="further labelled messages, as JSON lines")
    parser.add_argument("--answers", type=Path, help="read the answers from this file and do not start Rasa")
    parser.add_argument("--baselines", action="store_true", help="measure the baselines on the same messages too")
    parser.add_argument("--diet-epochs", type=int, default=5, help="epochs of Rasa's DIET (default %(default)s)")
    parser.add_argument("--diet-minutes", type=int, default=180, help="then its training is given up (default 180)")
    parser.add_argument("--no-diet", action="store_true", help="leave DIET out: it takes minutes for each epoch")
    parser.add_argument("--card", action="store_true", help="write docs/system-card.md with the measured figures")
    return parser


def _evaluate(options: argparse.Namespace) -> int:
    sets = _sets(options.files)
    names, labels = list(sets), list(sets.values())
    if options.answers:
        answers = [read_answers(options.answers)] * len(sets)
    else:
        answers = ask_all(Settings.from_env(os.environ), labels)
    ours = [
        Column(SYSTEM, name, len(asked), score(asked, given), bars_for(asked))
        for name, asked, given in zip(names, labels, answers, strict=True)
    ]
    columns = _with_baselines(ours, sets, options) if options.baselines else ours
    print(table(columns), legend(columns), *map(behind, ours), sep="\n\n")
    if options.card:
        model = None if options.answers else model_path().name.removesuffix(".tar.gz")
        _card(columns, next((given.knowledge_version for given in answers[0].values()), None), model)
    return _exit_code(ours)


def _card(columns: Sequence[Column], version: str | None, model: str | None) -> None:
    """Write the card, unless answers are missing or came from the rules alone: such figures would say nothing."""
    scores = [column.score for column in columns if column.bars]
    if any(one.answered.hits < one.answered.of or one.without_model for one in scores):
        _failed("the card is not written: the language part did not answer every message.", 1)
        return
    write_card(measured(columns, datetime.now(UTC).date(), version, model))


def _sets(files: Sequence[Path]) -> dict[str, list[Label]]:
    """The own set and those of the files that are there, by the name of the file."""
    sets: dict[str, list[Label]] = {}
    for path in [OWN, *files]:
        if path.exists():
            sets[path.stem] = read_labels(path)
        else:
            print(f"evaluate: there is no file {path}; it is left out.", file=sys.stderr)
    if not any(sets.values()):
        raise LabelError("There are no labelled messages to ask.")
    return sets


def _with_baselines(ours: Sequence[Column], sets: dict[str, list[Label]], options: argparse.Namespace) -> list[Column]:
    effort = None if options.no_diet else Effort(options.diet_epochs, options.diet_minutes)
    scored = baselines([label.text for labels in sets.values() for label in labels], effort)
    columns: list[Column] = []
    for own in ours:
        columns.append(own)
        columns += [
            Column(system, own.set_name, own.messages, judge(sets[own.set_name]), {})
            for system, judge in scored.items()
        ]
    return columns


def _exit_code(ours: Sequence[Column]) -> int:
    worst = [f"{column.set_name}: {name}" for column in ours for name in stopped(column.bars, column.score.figures)]
    return _failed(f"above 0 and may not be: {'; '.join(worst)}.", 1) if worst else 0


if __name__ == "__main__":
    sys.exit(main())
