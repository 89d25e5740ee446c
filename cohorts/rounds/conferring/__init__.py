"""A meeting on the proposed groups: what of them a room sees, what moves, and its minutes."""
