"""How long what stands round the search takes, now and in an earlier checkout, side by side."""
