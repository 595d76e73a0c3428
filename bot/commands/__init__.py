"""The commands that look after the people file, the log and what waits to be sent."""
