"""The guided route: short questions, worst first, that end in the same answer as free text."""
