"""The meeting of a committee: what is shown when, who left the room, and its minutes."""
