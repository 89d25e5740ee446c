"""A round as a whole: begun, named, copied, put away, taken along as one file."""
