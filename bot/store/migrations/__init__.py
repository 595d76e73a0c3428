"""Numbered changes of the schema. Each is frozen once it has been released."""
