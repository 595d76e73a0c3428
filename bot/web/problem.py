"""What a person reads when something is wrong. Every sentence says what to do next."""

from aiohttp import web

FAILED = (
    "Signpost could not answer. If a child is in danger now, ring 999. Otherwise ring the front door of the child's "
    "area: Thurrock MASH, Southend C-SPOC or the Essex hub, and out of hours the emergency duty team."
)
EMPTY = "Say in a sentence or two what worries you about the child."
TOO_LONG = "The question is too long. Send the worry in a few sentences. If a child is in danger now, ring 999."
LOST_HISTORY = "The earlier conversation could not be read. Ask again and a new one starts."
ELSEWHERE = "This question came from another web site, so it was not answered. Open the Signpost page and ask there."
NO_NOTE = "This is no decision note of Signpost. Open the Signpost page, ask again and take the note from there."
NOT_A_FORM = "The question did not come from the form. Open the Signpost page and ask there."

_BY_STATUS = {
    404: "There is no page at this address. Go to the Signpost page to ask where to refer.",
    405: "This address cannot be used that way. Go to the Signpost page to ask where to refer.",
    413: TOO_LONG,
}


class Refusal(Exception):
    """The request cannot be answered; carries the HTTP status and the sentence that the person will read."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


def refusal_of(error: web.HTTPException) -> Refusal:
    """The refusal for an error that aiohttp raised itself, without its technical wording."""
    default = (
        FAILED if error.status >= 500 else "The request could not be understood. Open the Signpost page and ask there."
    )
    return Refusal(error.status, _BY_STATUS.get(error.status, default))
