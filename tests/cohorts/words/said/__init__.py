"""Every sentence really said, gathered once, and the kinds of fault it may not have."""
