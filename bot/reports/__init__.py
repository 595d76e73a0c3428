"""Reports and letters: documents for committees, built from plain objects and written as Word or Markdown."""
