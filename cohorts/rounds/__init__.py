"""Acts on a kept round, one file each: check the role, change, write the event; all or nothing."""
