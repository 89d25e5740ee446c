"""What a composition is about, and what is found in it: data without a way to get there."""
