"""CP-SAT: one posting per term, for proofs on small problems and for first compositions."""
