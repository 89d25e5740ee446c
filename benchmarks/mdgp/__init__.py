"""The published instances of the maximally diverse grouping problem (MDGPLIB), composed by us."""
