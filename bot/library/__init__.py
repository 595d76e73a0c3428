"""Reads the partnership's own documents into sections with numbers, headings and pages."""
