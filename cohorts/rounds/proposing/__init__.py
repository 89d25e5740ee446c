"""Proposals that are kept: by keys and figures, without a sentence or a value of anybody."""
