"""Two labelled messages and right answers to them."""

from bench.evaluate.judge import Given
from bench.evaluate.labels import Label

BABY = Label(
    id="baby",
    text="Tia, 3 months, has a bruise. HV here",
    pathway="bruising_non_mobile",
    acceptable=("mash_referral",),
    level=4,
    must_say=("999", "MASH|front door", "immediate*"),
    must_not_say=("wait and see",),
    urgent=True,
    kind="scenario",
    label_basis="source_rule",
    tags=("calm_danger",),
    pii=("Tia",),
    pii_keep=("HV",),
)
PARKING = Label(
    id="parking",
    text="where do I renew my parking permit",
    pathway="out_of_scope",
    acceptable=(),
    level=None,
    must_say=(),
    must_not_say=(),
    urgent=False,
    kind="out_of_scope",
    label_basis="author",
    tags=(),
    voice="parent",
)
SAFE = Given(
    id="baby",
    primary="mash_referral",
    also=("bruising_non_mobile",),
    urgent=True,
    text="Ring 999. Ring the front door immediately; do not wait and see.",
    masked="<NAME>, 3 months, has a bruise. HV here",
    confidence=0.62,
    knowledge_version="v",
)
TURNED_AWAY = Given(id="parking", primary="out_of_scope", masked=PARKING.text, confidence=0.97, text="Not for us.")
