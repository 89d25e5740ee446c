"""Who sits with whom: composing peer groups of entrepreneurs, decided well and explained."""
