"""In what units a search counts."""

SCALE = 1024
"""An unevenness of one; expected counts are rounded to so many parts."""
AGAIN, UNEVEN, BREACHES, NOW = range(4)
"""What is kept of seats: meetings again, unevenness × SCALE, pairs at a table that may not be."""
FEWEST, MOST, EVEN, BEST = range(4)
"""What is kept of the best: meetings again, most meetings, unevenness × SCALE."""
