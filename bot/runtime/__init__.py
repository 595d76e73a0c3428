"""Starts and stops the three processes, and trains the model when its inputs have changed."""
