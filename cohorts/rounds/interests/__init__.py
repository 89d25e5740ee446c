"""What ties members have with applicants, and what follows: who may not read or vote on whom."""
