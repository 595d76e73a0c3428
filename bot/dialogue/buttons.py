"""The buttons that need no window: pressing one does something at once, and the reply is a sentence or nothing."""

AT_ONCE = frozenset(
    {
        *("escalation.acknowledge", "escalation.redact"),
        *("question.option", "question.right"),
        "plan.approve",
    }
)
