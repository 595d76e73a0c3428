"""All patterns in the order they are tried, and the mixed words of the field that they must leave."""

import re

from bot.masking.contacts import EMAILS, HANDLES
from bot.masking.dates import DATES
from bot.masking.references import INITIALS, REFERENCES, VEHICLES

SHAPES = (*EMAILS, *INITIALS, *DATES, *REFERENCES, *HANDLES, *VEHICLES)

# Letters and digits together that are words of the field, not a handle: "15yo", "covid19", "year9", "KS3".
FIELD_MIX = re.compile(
    # An age, an amount, a time.
    r"^(?:\d+(?:yo|yr|yrs|year|years|y|mo|mth|mths|month|months|wk|wks|week|weeks|day|days|hr|hrs|hour|hours|min|mins|"
    r"mg|ml|kg|cm|mm|st|nd|rd|th|am|pm|k|x|oz|lb|lbs|yrold|yearold|yro|yos|ish|f|m|ft|pcs)+\w?|"
    # A school year, a section of the law, a ward, a television channel, a game.
    r"(?:year|yr|yrs|covid|ks|level|tier|sec|section|part|stage|phase|step|grade|class|set|unit|week|day|form|team|reg|"
    r"catch|ward|block|room|eyfs|gcp|systm|pre|under|over|age|aged|ch|bbc|channel|ps|xbox|top|cl|eh|mp|triple|article|"
    r"schedule|sch|form|para|fs|nvq|tog|h|b|web|f|i|p|ofsted|fortnite|fifa|fc|ea|gta|area|operation|op)\d{1,3}[a-z]?)$",
    re.IGNORECASE,
)
