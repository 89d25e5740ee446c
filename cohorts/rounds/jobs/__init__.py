"""Long work on a kept round: asked for, waiting for its turn, under way, and how it ended."""
