"""A proposal as a file, and back: written, read, recomputed."""
