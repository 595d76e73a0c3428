"""Masking of personal data, done before a message is stored, logged or sent on."""

from bot.masking.masker import Masker
from bot.masking.model import Masked, Redaction

__all__ = ["Masked", "Masker", "Redaction"]
