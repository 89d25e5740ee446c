"""The people of a round: what was read, what was mended, who is who; versions of it, by keys."""
