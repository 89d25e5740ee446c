"""How sure an outcome is: the panel redrawn, real ties, disagreement, who is represented."""
