"""Published designs: rounds in which nobody meets anybody twice, made by code."""
