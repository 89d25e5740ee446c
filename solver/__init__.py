"""Rows, groups and terms: the mathematics of composing groups.

This package has never heard of a person, a file or a screen; whoever composes translates.
"""
