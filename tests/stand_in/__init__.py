"""What the stand-ins for Slack and for Teams share."""
