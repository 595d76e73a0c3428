"""The composition root: builds everything from the settings and runs it."""
