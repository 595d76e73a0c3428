"""The same conversations in every chat: the scripts stand in one file, and each chat has a driver."""
