"""Who logs in, how, and for how long; one administrator an installation, roles per round."""
