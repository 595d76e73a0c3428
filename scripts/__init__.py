"""Helpers of the build, run by hand or by make."""
