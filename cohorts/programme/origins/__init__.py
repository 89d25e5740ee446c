"""Where the values of the presets come from: a file for each, and one for what they share."""
