"""From all who applied to who goes on, stage by stage, and votes and fit as one decision."""
