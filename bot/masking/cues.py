"""The cues of `data/cues.yaml`, and stock phrases by their first word."""

from collections import defaultdict

from bot.masking.lexicon import Lexicon, table

_SPEECH = "said says told tells disclosed stated states reports reported lives lived came went hit hits punched kicked cried has was is"
_CALENDAR = "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec"


class Cues:
    """Sets of words that stand beside names; each attribute is a key of `cues.yaml`."""

    def __init__(self, lexicon: Lexicon) -> None:
        read = table("cues.yaml")
        self.persons, self.titles, self.talk = read["persons"], read["titles"], read["talk"]
        self.talk_pairs, self.naming, self.told = read["talk_pairs"], read["naming"], read["told"]
        self.not_names, self.verblike = read["not_names"], read["verblike"]
        self.place_before, self.owned, self.pupil = read["place_before"], read["owned"], read["pupil"]
        self.generic_before_school = read["generic_before_school"]
        self.speech = frozenset(_SPEECH.split())
        self.calendar = frozenset(_CALENDAR.split())
        self.phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in lexicon.phrases:
            self.phrases[phrase[0]].append(phrase)
