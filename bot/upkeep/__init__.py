"""How the advice is kept good, as plain rules: which questions need a look, what is like what, drafts, what changed."""
