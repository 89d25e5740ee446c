"""Proposals of several kinds, what somebody may do to them, and what the check makes of it."""
