"""What is kept: one file by default, PostgreSQL by URL; the only room with SQL."""
