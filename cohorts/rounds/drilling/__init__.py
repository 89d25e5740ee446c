"""A copy is put back elsewhere, and looked through: so that somebody knows that it can be."""
