"""The Slack channel: thin listeners by workflow, pure rendering, and the way out."""
