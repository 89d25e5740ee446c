"""What shows that a kept row was changed by something else than an act."""
