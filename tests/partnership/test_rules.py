"""The partnership's file of rules: what ships can be used, and what cannot be used says where."""

from pathlib import Path

import pytest
import yaml

from bot.partnership.rules import DATA, RulesError, load_rules


def changed(folder: Path, **values: object) -> Path:
    """The rules that ship, with other values."""
    path = folder / "escalation.yaml"
    path.write_text(yaml.safe_dump(yaml.safe_load(DATA.read_text(encoding="utf-8")) | values), encoding="utf-8")
    return path


def test_the_rules_that_ship_name_what_the_partnership_has_not_confirmed() -> None:
    rules = load_rules()
    assert [stage.number for stage in rules.stages] == [1, 2, 3, 4]
    assert not any(stage.verified for stage in rules.stages)
    assert not rules.office.verified
    assert "placeholder" in rules.unverified


def test_each_chase_comes_later_than_the_one_before_and_the_last_is_by_mail() -> None:
    rules = load_rules()
    for steps in (rules.acknowledge, rules.acknowledge_danger):
        minutes = [step.after_minutes for step in steps]
        assert minutes == sorted(set(minutes))
        assert steps[-1].tell == "e-mail"
    assert rules.acknowledge_danger[0].after_minutes < rules.acknowledge[0].after_minutes


def test_a_stage_is_found_by_its_number() -> None:
    rules = load_rules()
    second = rules.stage(2)
    assert second is not None
    assert second.name.startswith("Line manager")
    assert rules.stage(5) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("danger_days", -1), ("warn_before_minutes", "soon"), ("acknowledge", [{"after_minutes": 5, "tell": "the cat"}])],
)
def test_a_value_that_cannot_be_used_is_named_with_its_field(tmp_path: Path, name: str, value: object) -> None:
    with pytest.raises(RulesError, match=rf"^escalation.yaml: {name}"):
        load_rules(changed(tmp_path, **{name: value}))


def test_a_field_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="danger_hours"):
        load_rules(changed(tmp_path, danger_hours=2))


def test_stages_without_their_order_are_refused(tmp_path: Path) -> None:
    stages = yaml.safe_load(DATA.read_text(encoding="utf-8"))["stages"]
    with pytest.raises(RulesError, match="numbered 1, 2, 3"):
        load_rules(changed(tmp_path, stages=stages[1:]))


def test_a_file_that_is_not_there_or_is_no_yaml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="cannot be read"):
        load_rules(tmp_path / "nothing.yaml")
    broken = tmp_path / "broken.yaml"
    broken.write_text("stages: [", encoding="utf-8")
    with pytest.raises(RulesError, match="cannot be read"):
        load_rules(broken)
