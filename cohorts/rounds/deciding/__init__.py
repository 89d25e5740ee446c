"""Deciding on a proposal: who signed it, who was told, and the file that recomputes it."""
