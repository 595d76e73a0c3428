"""The page quotes a document and warns of a changed source; the words of a document are words and nothing else."""

from dataclasses import replace

import pytest

from knowledge.answer import AnswerSource, Line, Section
from tests.web.answers import REFER, FakeAssistant
from tests.web.client import Client

pytestmark = pytest.mark.asyncio
HOSTILE = "Procedure, 2.1 Babies, page 2: “Ring <script>alert(1)</script> <img src=x onerror=alert(1)> now.”"
QUOTED = replace(
    REFER,
    sections=(
        REFER.sections[0],
        Section("banner", "Check before you rely on this", (Line("A newer edition changed section 2.1.", 1),)),
        REFER.sections[1],
        Section("passages", "From the partnership's own copies", (Line(HOSTILE, 3), Line("Report, 3: “Write.”", 3))),
        *REFER.sections[2:],
    ),
    sources=(*REFER.sources, AnswerSource("Procedure", "2026-04-01", "2.1 Babies", 2, None, "2026-11-23")),
)


@pytest.mark.capability("quote a document with its section, page and edition", "page")
@pytest.mark.capability("a banner when a cited section changed", "page")
async def test_passages_and_the_warning_stand_between_999_and_the_steps(
    client: Client, assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(given(), "document", QUOTED)
    page = await (await client.post("/conversation", json={"text": "what does the document say"})).text()
    wanted = (
        "sp-danger",
        "Warning:",
        "A newer edition changed",
        REFER.title,
        "own copies",
        "sp-passage",
        "What to do now",
    )
    places = [page.index(words) for words in wanted]
    assert places == sorted(places)
    assert "Edition: 2026-04-01; 2.1 Babies; page 2." in page
    assert page.count('class="sp-passage"') == 2
    assert "<script>alert(1)" not in page and "<img src=x" not in page and "&lt;script&gt;alert(1)" in page


def given() -> dict[str, object]:
    from tests.web import answers

    return answers._GIVEN  # type: ignore[return-value]
