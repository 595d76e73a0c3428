"""Which routes an answer names, how urgent it is, and what it asks back."""
