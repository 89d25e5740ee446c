"""Everything that can be looked at in a round, found from the code itself."""
