"""What people read beside the answers, for every channel: messages, forms and their sentences as plain objects."""
