"""The bot for Microsoft Teams."""
