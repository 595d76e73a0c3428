"""`make evaluate`: what the answers are worth, measured on labelled messages and beside simple baselines."""
