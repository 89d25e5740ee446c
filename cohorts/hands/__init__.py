"""A proposal under human hands."""
