"""Files as they get damaged, and what must hold of a command that is given one."""
