"""The cues of `data/cues.yaml`, and stock phrases by their first word."""

from collections import defaultdict

from bot.masking.lexicon import Lexicon
from bot.masking.wordlists import table


class Cues:
    """Sets of words that stand beside names and places; each is a key of `cues.yaml`, explained there."""

    def __init__(self, lexicon: Lexicon) -> None:
        read = table("cues.yaml")
        self.persons, self.titles, self.told, self.owned = (read[k] for k in ("persons", "titles", "told", "owned"))
        self.talk, self.talk_pairs = read["talk"], read["talk_pairs"]
        self.naming, self.naming_pairs, self.not_names = (
            read["naming"],
            read["naming_pairs"],
            read["not_names"],
        )
        self.verblike, self.speech, self.calendar = read["verblike"], read["speech"], read["calendar"]
        self.months_as_names, self.clause_openers = read["months_as_names"], read["clause_openers"]
        self.definers, self.place_before, self.pupil = read["definers"], read["place_before"], read["pupil"]
        self.generic_before_school = read["generic_before_school"]
        self.general_before_street = read["general_before_street"]
        self.roles, self.nicknaming, self.particles = read["roles"], read["nicknaming"], read["particles"]
        self.counted, self.sentence_words = read["counted"], read["sentence_words"]
        self.parents, self.households, self.trusting = read["parents"], read["households"], read["trusting"]
        self.posts, self.calls_pairs, self.opinions = read["posts"], read["calls_pairs"], read["opinions"]
        self.phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in lexicon.phrases:
            self.phrases[phrase[0]].append(phrase)
