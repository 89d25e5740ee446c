"""Who reads which dossier, and how sure that makes the outcome."""
