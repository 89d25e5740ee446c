"""Who reads what: as many readers for each, as much for each reader, pairs of them met evenly."""

from solver.pairing.reading.read_evenly import Reading, read_evenly
from solver.pairing.reading.reading_task import ReadingTask

__all__ = ["Reading", "ReadingTask", "read_evenly"]
