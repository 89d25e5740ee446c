"""Letters: to each person what was decided for them, and why; nothing of anybody else."""
