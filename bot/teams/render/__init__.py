"""Pure functions that draw answers, messages and forms as Adaptive Cards, in plain dictionaries."""
