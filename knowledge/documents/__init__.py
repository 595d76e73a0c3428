"""The partnership's own copies: reading passages, searching them, and what a new edition changes."""
