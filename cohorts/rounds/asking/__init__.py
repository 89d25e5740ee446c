"""What is asked of a round: its programme, and everything that is given beside its people."""
