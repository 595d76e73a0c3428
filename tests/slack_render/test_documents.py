"""Passages and banners in Slack and Teams: whole, in their place, inside the limits, without a link of their own."""

from dataclasses import replace

from bot.slack.render.answer import answer_message, more_view
from bot.teams.render.answer import answer_card, whole_answer_card
from knowledge.answer import Answer, AnswerSource, Line, Section
from knowledge.knowledge import Knowledge
from tests.fake_slack.block_kit import faults_in_message
from tests.teams_render.helpers import HARM as HARM_IN_TEAMS
from tests.teams_render.helpers import faults_in, markup_in
from tests.teams_render.helpers import words_in as words_in_teams

from .helpers import HARM, answer_to, words_in

LONG = "Everybody who works with children rings the front door and writes on the same day. " * 7
WARNING = "A newer edition changed section 2.1."


def quoted(knowledge: Knowledge, *passages: str, pathway: str = "mash_referral") -> Answer:
    """An answer that quotes these passages below its route, with a banner."""
    answer = answer_to(knowledge, pathway)
    number = len(answer.sources) + 1
    said = tuple(Line(f"Procedure, 2.1 Babies, page 2: “{words}”", number) for words in passages)
    sections = (
        answer.sections[0],
        Section("banner", "Check before you rely on this", (Line(WARNING, 1),)),
        answer.sections[1],
        Section("passages", "From the partnership's own copies", said),
        *answer.sections[2:],
    )
    source = AnswerSource("Procedure", "2026-04-01", "2.1 Babies", 2, None, "2026-11-23")
    return replace(answer, sections=sections, sources=(*answer.sources, source))


def test_three_long_passages_are_shown_whole_in_both_chats(knowledge: Knowledge) -> None:
    passages = tuple(f"{word} {LONG}".strip() for word in ("First.", "Second.", "Third."))
    for pathway in knowledge.pathways:
        answer = quoted(knowledge, *passages, pathway=pathway)
        in_slack, in_teams = answer_message(answer, "q1"), answer_card(answer, "q1")
        assert faults_in_message(in_slack) == [] and faults_in(in_teams) == [], pathway
        for words in passages:
            assert words in words_in(in_slack), pathway
            assert words in words_in_teams(in_teams), pathway


def test_the_banner_stands_after_999_and_before_the_route(knowledge: Knowledge) -> None:
    answer = quoted(knowledge, "Ring now.")
    for words in (words_in(answer_message(answer, "q1")), words_in_teams(answer_card(answer, "q1"))):
        places = [words.index(said) for said in ("999", WARNING, answer.title, "Ring now.")]
        assert places == sorted(places)


def test_the_source_of_a_passage_is_shown_with_edition_section_and_page(knowledge: Knowledge) -> None:
    answer = quoted(knowledge, "Ring now.")
    for words in (words_in(answer_message(answer, "q1")), words_in_teams(answer_card(answer, "q1"))):
        assert "edition: 2026-04-01, 2.1 Babies, page 2" in words


def test_nothing_in_a_document_becomes_a_link_a_mention_or_formatting(knowledge: Knowledge) -> None:
    in_slack = words_in(answer_message(quoted(knowledge, HARM), "q1"))
    assert "<!channel>" not in in_slack and "<http://bad.example" not in in_slack and "&lt;!channel&gt;" in in_slack
    harmless, harmful = (answer_card(quoted(knowledge, words), "q1") for words in ("Ring now.", HARM_IN_TEAMS))
    assert markup_in(harmful) == markup_in(harmless)


def test_the_whole_answer_has_both_too(knowledge: Knowledge) -> None:
    answer = quoted(knowledge, LONG.strip())
    for words in (words_in(more_view(answer)), words_in_teams(whole_answer_card(answer))):
        assert WARNING in words and LONG.strip() in words
