"""Our Presidio recognisers: names, shapes, and places with schools, from one reading of the text."""

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from bot.masking.cues import Cues
from bot.masking.reader import Read
from bot.masking.schools import schools
from bot.masking.streets import addresses


class _FromReading(EntityRecognizer):
    """A recogniser that delivers findings of the shared reading; sure of each, so every score is 1."""

    def load(self) -> None:
        """Load nothing: the reader holds the lists and the model."""

    def _results(self, spans: list[tuple[int, int]], kind: str) -> list[RecognizerResult]:
        return [RecognizerResult(kind, start, end, 1.0) for start, end in spans]


class NameRecognizer(_FromReading):
    """Delivers persons' names."""

    def __init__(self) -> None:
        super().__init__(supported_entities=["NAME"], name="names")

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        """Return every stretch that names a person."""
        return self._results(nlp_artifacts.names, "NAME") if isinstance(nlp_artifacts, Read) else []


class ShapeRecognizer(_FromReading):
    """Delivers contacts, numbers, dates, plates and handles."""

    def __init__(self) -> None:
        super().__init__(
            supported_entities=["NAME", "EMAIL", "HANDLE", "PHONE", "ID", "POSTCODE", "DATE", "VEHICLE"],
            name="shapes",
        )

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        """Return every stretch found by its shape."""
        if not isinstance(nlp_artifacts, Read):
            return []
        return [RecognizerResult(s.kind, s.start, s.end, 1.0) for s in nlp_artifacts.shapes]


class PlaceRecognizer(_FromReading):
    """Delivers street addresses and the names of schools."""

    def __init__(self, cues: Cues) -> None:
        super().__init__(supported_entities=["ADDRESS", "SCHOOL"], name="places")
        self._cues = cues

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        """Return every stretch that says where someone lives or which school they go to."""
        if not isinstance(nlp_artifacts, Read):
            return []
        reading = nlp_artifacts.reading
        kinds = {token.word: kind for token, kind in zip(reading.tokens, reading.kinds, strict=True)}
        return self._results(addresses(text, self._cues), "ADDRESS") + self._results(
            schools(text, self._cues, kinds), "SCHOOL"
        )
