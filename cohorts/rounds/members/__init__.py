"""Who sits in the committee of a round, and how each of them comes in."""
