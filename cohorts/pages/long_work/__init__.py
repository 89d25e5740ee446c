"""Long work as pages show it: how far it is, a way to stop it, and how it ended."""
