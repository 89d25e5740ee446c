"""Counting rules tried on made-up ballots before a stage opens; no real vote, and no store."""
