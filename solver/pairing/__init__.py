"""Who meets whom: buddies within a group, coaches of groups, tables over several sessions."""
