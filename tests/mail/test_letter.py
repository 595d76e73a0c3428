"""What an e-mail says, and that no typed word leaves with it."""

from datetime import UTC, datetime

from bot.mail.letter import mail_text
from knowledge.advise import Said, advise
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.mail.letters import answer_letter, every_letter, letter, referral_letter, typed
from tests.wording.stories import REF, Story

WHERE = "The words typed are in Slack and in the log, not in this e-mail."


def test_no_e_mail_holds_a_word_that_somebody_typed() -> None:
    shown = ["\n".join(mail_text(one)) for one in every_letter()]
    assert len(shown) > 300
    assert [text for text in shown if "typed-" in text] == []


def test_every_e_mail_has_a_title_and_a_text() -> None:
    assert all(title and title in text for title, text in map(mail_text, every_letter()))


def test_an_e_mail_says_where_the_words_are_that_it_leaves_out() -> None:
    _, text = mail_text(letter(item=typed(Story().item)))
    assert "What is disputed (their words): (not in this e-mail)" in text
    assert WHERE in text


def test_an_e_mail_that_leaves_nothing_out_does_not_speak_of_it() -> None:
    _, text = mail_text(letter("told", item=Story().item, data={"deed": "raise", "who": "person:asha"}))
    assert f"Your reference number is {REF}." in text
    assert WHERE not in text


def test_the_question_for_a_referral_s_outcome_keeps_the_own_reference_back() -> None:
    title, text = mail_text(referral_letter())
    assert title == "Do you know the outcome of your referral?"
    assert "Thurrock MASH" in text and "The buttons for this are in Slack." in text


def test_an_answer_goes_whole_but_for_the_line_that_quotes_the_question(knowledge: Knowledge) -> None:
    at = datetime(2026, 11, 17, 11, 0, tzinfo=UTC)
    said = Said(
        "a belt mark on his leg, dad did it", Area.THURROCK, at, ranking={"mash_referral": 0.9}, evidence=("belt",)
    )
    answer = advise(knowledge, said)
    (quote,) = [line for line in answer.text.split("\n") if "Your message says" in line]
    title, text = mail_text(answer_letter(answer))
    assert title == answer.title
    assert text.split("\n") == [line for line in answer.text.split("\n") if line != quote]
    assert "999" in text


def test_when_nothing_is_left_to_say_nothing_is_written() -> None:
    gone = letter("referral_outcome")
    assert mail_text(gone) == ("", "")
