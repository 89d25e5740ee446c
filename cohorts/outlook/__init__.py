"""What else could be: whom to recruit, circles in preparation, what a must costs, other answers."""
