"""What every press, every sent form and every question leads to: the same for Slack and Teams."""
