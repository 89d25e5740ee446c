"""The standing of a closed vote, the same for everybody who may see it."""
