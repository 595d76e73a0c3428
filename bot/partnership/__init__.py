"""The partnership's own rules on plain objects: people, permissions, escalations, clocks and who is told what."""
