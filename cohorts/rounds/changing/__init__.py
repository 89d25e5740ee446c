"""What changed since a decision: who stopped, who came, and what is decided instead."""
