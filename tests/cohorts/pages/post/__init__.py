"""The page Brieven."""
