"""Long work in a process of its own: one at a time on a machine, the others in a queue."""
