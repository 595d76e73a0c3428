"""Hand-built answers, as the assistant would give them, and a fake assistant that gives them."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from bot.assistant.question import Question
from knowledge.answer import Answer, AnswerContact, AnswerSource, Line, Redaction, Section
from knowledge.answer import Question as AskedBack

FRIDAY = datetime(2026, 7, 17, 16, 55, tzinfo=UTC)  # 17:55 in London
POLICE = AnswerContact(
    "Police or ambulance (emergency)", "999", None, None, "at all times", "england", "2026-11-22", False
)
DUTY_TEAM = AnswerContact(
    "Thurrock emergency duty team (out of hours)",
    "01375 372 468",
    None,
    None,
    "evenings, weekends and bank holidays",
    "thurrock",
    "2026-11-22",
    True,
    "This contact may be out of date: if it does not answer at once, use the next one, or 999 in danger.",
)
HUB = AnswerContact(
    "Essex Children and Families Hub (front door)",
    "0345 603 7627",
    "hub@example.org",
    "https://www.essex.gov.uk/request-support-from-us",
    "office hours",
    "essex",
    "2026-11-22",
    False,
)
SOURCES = (
    AnswerSource("Referral decisions", "2024-03", "section 4", 12, "https://example.org/decisions", "2026-11-22"),
    AnswerSource("General practice", "undated", None, None, None, "2026-11-22"),
)
REFER = Answer(
    kind="advice",
    primary="mash_referral",
    also=("emergency_999",),
    urgent=True,
    level=4,
    text="If a child is in danger now, ring 999.\n\nRoute: Referral to the front door\nRing the front door now.",
    contacts=(POLICE, DUTY_TEAM, HUB),
    timescale="Ring now, and in any case within one working day.",
    consent="Refer without agreement when a child is at risk of harm.",
    why="Your message says “belt mark”.",
    sources=SOURCES,
    question=AskedBack("Is a child in danger right now?", ("Yes, in danger or badly hurt", "No, but harmed")),
    confidence=0.9,
    knowledge_version="k0wledge42",
    title="Referral to the front door",
    sections=(
        Section("danger", "In danger", (Line("If a child is in danger now, ring 999.", 1),)),
        Section("lead", "Route", (Line("Ring the front door of the child's area now.", 1),)),
        Section(
            "reply", "To your question", (Line("Ring, then write: a form alone does not protect a child.", 2, True),)
        ),
        Section(
            "steps",
            "What to do now",
            (Line("Ring the front door now.", 1), Line("Note who you spoke to and the time.", 2, True)),
        ),
        Section("contacts", "Who to contact (Thurrock, it is out of hours now)", (Line("Police: 999"), Line("Team"))),
        Section("timescale", "By when", (Line("Ring now, and in any case within one working day.", 1),)),
        Section("consent", "Consent", (Line("Refer without agreement when a child is at risk of harm.", 1),)),
        Section("why", "Why this route", (Line("Your message says “belt mark”."), Line("Harm is likely.", 1))),
        Section("next", "What happens next", (Line("A social worker decides within one working day.", 1),)),
        Section("refused", "If it is refused", (Line("Ask who decided, and escalate the same day.", 2, True),)),
        Section("tools", "Forms and tools", (Line("CAF form: the referral https://example.org/caf", 1),)),
        Section("duty", "If you are unsure", (Line("Ring the front door and talk it through.", 1),)),
        Section("question", "Is a child in danger right now?", (Line("Yes, in danger or badly hurt"),)),
    ),
)
LADO = replace(
    REFER,
    primary="lado",
    urgent=False,
    level=None,
    title="Concern about someone who works with children",
    question=None,
)
UNSURE = replace(
    REFER,
    kind="clarify",
    urgent=False,
    level=None,
    title="Early help for a child or family",
    question=AskedBack("Which of these is nearest?", ("Help for the family", "A child is being harmed")),
)
_GIVEN = {"teacher": LADO, "unsure": UNSURE}


@dataclass
class FakeAssistant:
    """Answers by a word in the question, and remembers what it was asked. `boom` in the question makes it fail."""

    asked: list[Question] = field(default_factory=list)
    healthy: bool = True

    async def ask(self, question: Question) -> Answer:
        """The answer for the first known word, else a referral; a name in the words is masked."""
        self.asked.append(question)
        if "boom" in question.text:
            raise RuntimeError(question.text)
        answer = next((given for word, given in _GIVEN.items() if word in question.text), REFER)
        masked = question.text.replace("Jayden", "[name]")
        found = (Redaction(0, 6, "name"),) if masked != question.text else ()
        return answer.with_request(question.id, masked, found, 7)

    async def health(self) -> dict[str, object]:
        """Whether the fake calls itself well."""
        return {"ok": self.healthy, "rasa": "up" if self.healthy else "down"}
