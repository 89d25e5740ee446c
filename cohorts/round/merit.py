"""How merit is counted."""

from __future__ import annotations

THOUSANDTHS = 1000
"""Merit is kept in thousandths of a point; a sentence says points."""
