"""Who takes part although a condition says no, and what stands between two people."""
