"""Which columns say what: headers, columns of one question, and what the organiser decides."""
