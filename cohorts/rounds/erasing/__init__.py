"""What is held about one person: given to them on request, or erased."""
