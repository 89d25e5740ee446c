"""Documents that letters are filled into."""
