"""Where people and groups are: postcodes, distances, places to meet."""
