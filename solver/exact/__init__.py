"""CP-SAT: one posting per term, for proofs on small tasks and for first compositions."""
