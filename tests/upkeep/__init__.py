"""Tests of the rules of the upkeep: which questions need a look, groups, drafts, the changelog of the advice."""
