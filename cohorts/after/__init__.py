"""After the groups began: who stops, who comes in, and what that asks of the others."""
