"""Presidio set up for this field: which recognisers run, and how their findings are settled."""

import re
from collections.abc import Iterable

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts
from presidio_analyzer.predefined_recognizers import NhsRecognizer, UkNinoRecognizer, UkPostcodeRecognizer

from bot.masking.cues import Cues
from bot.masking.lexicon import Lexicon
from bot.masking.model import Redaction
from bot.masking.names import Names
from bot.masking.reader import Reader
from bot.masking.reading import Reading
from bot.masking.recognizers import NameRecognizer, PlaceRecognizer, ShapeRecognizer

_PRESIDIO_KINDS = {"UK_NHS": "ID", "UK_NINO": "ID", "UK_POSTCODE": "POSTCODE"}
_WORK_DATE = re.compile(
    r"\b(?:meeting|conference|review|icpc|rcpc|strategy|visit|visited|attended|incident|appointment|deadline|hearing|"
    r"court|training|log|entry|call|called|received|sent|dated|published|updated|version|revised|effective|issued|on|"
    r"from|since|until|by|last|at|report)\W*(?:on|of|is|was|dated|the)?\W*$",
    re.IGNORECASE,
)
_TIME_AFTER = re.compile(r"\s*(?:,|at|@|-)?\s*\d{1,2}[:.]?\d{2}\b", re.IGNORECASE)
_BIRTH = re.compile(r"\b(?:born|d\.?o\.?b|birth|bday|birthday|edd)\b", re.IGNORECASE)


class _NoContext(ContextAwareEnhancer):
    """Leaves out Presidio's own search for context words: our recognisers weigh their cues themselves."""

    def __init__(self) -> None:
        super().__init__(0, 0, 0, 0)

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        """Return the findings as they are."""
        return raw_results


class Engine:
    """Presidio's analyser with its British recognisers and ours, over one reader."""

    def __init__(self, keep: Iterable[str]) -> None:
        terms = list(keep)
        self._lexicon = Lexicon(terms)
        self._cues = Cues(self._lexicon)
        recognizers = [
            NhsRecognizer(),
            UkNinoRecognizer(),
            UkPostcodeRecognizer(),
            NameRecognizer(),
            ShapeRecognizer(),
            PlaceRecognizer(self._cues),
        ]
        self._analyzer = AnalyzerEngine(
            registry=RecognizerRegistry(recognizers=recognizers, supported_languages=["en"]),
            nlp_engine=Reader(self._lexicon, self._cues, terms),
            supported_languages=["en"],
            context_aware_enhancer=_NoContext(),
        )
        self._kinds = [*recognizers[4].supported_entities, "ADDRESS", "SCHOOL", *_PRESIDIO_KINDS]

    def find(self, text: str) -> list[Redaction]:
        """Return the personal data in one stretch of text."""
        results = self._analyzer.analyze(text, "en", entities=self._kinds)
        return [Redaction(r.start, r.end, _PRESIDIO_KINDS.get(r.entity_type, r.entity_type)) for r in results]

    def settled(self, text: str, found: list[Redaction], whole: bool) -> list[Redaction]:
        """Return the findings without what alone is not personal; a text not read whole gets later mentions added."""
        sure = [one for one in found if one.kind not in ("DATE", "SCHOOL") or self._points_to_someone(text, one)]
        if not sure:
            return []
        return found if whole else found + self._mentions(text, found)

    def _points_to_someone(self, text: str, one: Redaction) -> bool:
        """A date of work or a school with no pupil in sight points to nobody when nothing else does."""
        if one.kind == "SCHOOL":
            return bool(set(re.findall(r"[a-z/]+", text.lower())) & self._cues.pupil) or bool(
                re.search(r"\d\s?yo|y\d", text, re.IGNORECASE)
            )
        work = _WORK_DATE.search(text, max(0, one.start - 40), one.start) or _TIME_AFTER.match(text, one.end)
        return not work or bool(_BIRTH.search(text, max(0, one.start - 40), one.end + 20))

    def _mentions(self, text: str, found: list[Redaction]) -> list[Redaction]:
        """Return the other mentions of the names found, across stretches read apart."""
        names = {
            word.lower()
            for one in found
            if one.kind == "NAME"
            for word in re.findall(r"[\w'\-]{2,}", text[one.start : one.end])
        }
        if not names:
            return []
        later = Names(Reading(text, self._lexicon, self._cues, [(one.start, one.end) for one in found]))
        return [Redaction(t.start, t.end, "NAME") for i, t in enumerate(later.tokens) if later.mentions(i, names)]
