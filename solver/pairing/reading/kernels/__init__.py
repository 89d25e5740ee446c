"""Compiled parts of the search for who reads what."""
