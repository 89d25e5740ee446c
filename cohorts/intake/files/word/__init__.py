"""Documents of a word processor (docx) into which letters are filled."""
