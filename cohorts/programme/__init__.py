"""What a programme asks, what comes along, and where else somebody can go."""
