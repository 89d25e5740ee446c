"""Acts on the board of a proposal, and the board that they make of it."""
