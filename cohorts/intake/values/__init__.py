"""What stands in one cell: read as a number, a date, a code or an answer, or not at all."""
