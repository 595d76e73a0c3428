"""The database: what was received, what is to be sent, and the history that keeps every line."""
