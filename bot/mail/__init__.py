"""E-mail: the way that stays when chat fails."""
