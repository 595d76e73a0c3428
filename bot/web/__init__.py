"""The browser channel: a page to talk to, and the JSON interface that other programs ask."""
