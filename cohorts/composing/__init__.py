"""From what is given to a proposal."""
