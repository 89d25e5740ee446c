"""Files of ballots: tables of ours, and the formats of PrefLib."""
