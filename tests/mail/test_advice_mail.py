"""E-mail about automatic advice: why a person switched it was typed and stays behind; why the drill did does not."""

from dataclasses import replace
from datetime import date, timedelta

from bot.mail.letter import mail_text
from bot.partnership.advice import OffSpell, Switched
from bot.partnership.advice_week import AdviceWeek
from bot.partnership.digest import Digest
from bot.partnership.notices import TEAM, Notice
from bot.workflows.sending import Letter
from tests.mail.letters import letter
from tests.wording.stories import NOON, OMAR

LEFT_OUT = "(not in this e-mail)"
OURS = "The drill of 2026-11-23 missed 1 of 107 questions: flag-overdose."


def switched(kind: str, why: str) -> Letter:
    data = {"what": "switched", "who": OMAR.id, "why": why, "at": NOON.isoformat(), "kind": kind}
    return replace(letter(), notice=Notice("advice:1:team", "advice", TEAM, "advice:1", data=data), item=None)


def test_who_and_when_leave_by_e_mail_and_the_typed_reason_does_not() -> None:
    title, text = mail_text(switched("person", "typed-reason"))
    assert title == "Automatic advice is switched off"
    assert "Omar Reid" in text and f"Reason: {LEFT_OUT}" in text and "typed-" not in text


def test_the_drills_own_reason_leaves_whole() -> None:
    assert OURS in mail_text(switched("drill", OURS))[1]


def test_the_digest_by_e_mail_leaves_the_typed_reason_out() -> None:
    week = AdviceWeek(
        (
            OffSpell(Switched(False, OMAR.id, "typed-reason", NOON)),
            OffSpell(Switched(False, "clock", OURS, NOON + timedelta(days=1), "drill")),
        )
    )
    digest = Digest("business team", "business team", date(2026, 11, 23), advice=week)
    notice = Notice("digest:team:1", "digest", TEAM, "2026-11-23", data={"role": "business team"})
    _, text = mail_text(replace(letter(), notice=notice, digest=digest, item=None))
    assert LEFT_OUT in text and OURS in text and "typed-" not in text
