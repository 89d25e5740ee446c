"""What stands in a workbook, as its spreadsheet program shows it; read in a process of its own."""
