"""Wrong edits, each with the one test that must notice it: ``make mutants``."""
