"""Which rows hold the headers, and which are nobody's answers."""
