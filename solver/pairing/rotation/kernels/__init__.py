"""Compiled: seats of all sessions at once, move by move."""
