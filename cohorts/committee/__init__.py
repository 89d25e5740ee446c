"""Who judges: what was voted, how it is counted, and how sure that is."""
