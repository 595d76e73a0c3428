"""One function for each thing that a person or the clock can do: check, record and note what must be told, together."""
