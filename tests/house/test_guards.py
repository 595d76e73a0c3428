"""Lists that live in two places are held together here."""

import re
from pathlib import Path

import pytest
import yaml

from bot.settings import Settings, SettingsError
from knowledge.knowledge import Knowledge
from knowledge.model import Area

ROOT = Path(__file__).parents[2]
NLU = ROOT / "nlu"


def intents_with_examples() -> dict[str, int]:
    counts: dict[str, int] = {}
    for path in (NLU / "data").rglob("*.yml"):
        for entry in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("nlu", ()):
            if "intent" in entry:
                counts[entry["intent"]] = counts.get(entry["intent"], 0) + entry["examples"].count("\n")
    return counts


def domain_intents() -> set[str]:
    domain = yaml.safe_load((NLU / "domain.yml").read_text(encoding="utf-8"))
    return {name for intent in domain["intents"] for name in intent}


def test_every_pathway_is_an_intent_and_every_other_intent_is_known_to_the_knowledge(knowledge: Knowledge) -> None:
    talk = {*knowledge.follow_ups, *knowledge.settings.smalltalk, "explain_term", "inform"}
    assert domain_intents() == set(knowledge.pathways) | talk


def test_every_intent_of_the_domain_has_examples_and_a_rule() -> None:
    rules = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (NLU / "data" / "rules").glob("*.yml")]
    ruled = {step["intent"] for file in rules for rule in file["rules"] for step in rule["steps"] if "intent" in step}
    assert set(intents_with_examples()) == domain_intents() == ruled


def test_every_pathway_has_eighty_messages_and_out_of_scope_three_hundred(knowledge: Knowledge) -> None:
    counts = intents_with_examples()
    assert {p: counts[p] for p in knowledge.pathways if counts[p] < 80} == {}
    assert counts["out_of_scope"] >= 300


def test_no_message_is_there_twice() -> None:
    seen: dict[str, str] = {}
    for path in sorted((NLU / "data" / "examples").rglob("*.yml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("    - "):
                words = re.sub(r"\W+", " ", line).strip().lower() or line.strip()  # emoji alone are words too
                assert words not in seen, f"{path}: {line.strip()!r} is also in {seen[words]}"
                seen[words] = str(path)


def test_the_places_that_rasa_knows_are_those_of_the_knowledge(knowledge: Knowledge) -> None:
    entities = yaml.safe_load((NLU / "data" / "entities.yml").read_text(encoding="utf-8"))["nlu"]
    known = next(entry["examples"] for entry in entities if entry.get("lookup") == "area")
    names = {line.removeprefix("- ") for line in known.splitlines()}
    assert names == {name for place in knowledge.places for name in place.names}


def test_env_example_names_every_setting_and_no_other() -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert re.findall(r"^([A-Z_]+)=", text, re.M) == Settings.names()


def test_an_unusable_setting_is_refused_with_its_name_and_what_it_may_be() -> None:
    with pytest.raises(SettingsError, match=r"SIGNPOST_HOME_AREA is 'kent'. It must be thurrock, southend or essex."):
        Settings.from_env({"SIGNPOST_HOME_AREA": "kent"})
    with pytest.raises(SettingsError, match="RASA_PORT"):
        Settings.from_env({"RASA_PORT": "99999"})
    assert Settings.from_env({"SIGNPOST_HOME_AREA": "essex"}).signpost_home_area is Area.ESSEX


def test_only_the_bot_publishes_a_port_and_every_container_is_watched() -> None:
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    assert [name for name, service in services.items() if "ports" in service] == ["bot"]
    assert all("healthcheck" in service for service in services.values())
