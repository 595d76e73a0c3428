"""Pure functions that draw answers, messages, forms and the Home tab as Slack's Block Kit, in plain dictionaries."""
