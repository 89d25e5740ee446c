"""Who has no place and waits for one: asked in their order, one after the other."""
