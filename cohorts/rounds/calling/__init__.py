"""Who was called and what they said, and what a programme ticks off of each."""
