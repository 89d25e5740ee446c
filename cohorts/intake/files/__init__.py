"""Files of every kind, opened as rows of cells."""
