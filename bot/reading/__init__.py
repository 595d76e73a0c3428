"""Reads the plan files that people send. Nothing that stands in a file is lost in silence, and nothing in it is run."""
