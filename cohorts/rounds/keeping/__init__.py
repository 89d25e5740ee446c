"""How long what is kept of a round stays: settings, what is due, and the erasing of it."""
