"""When a search is to end."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from threading import Event


@dataclass(eq=False)
class Clock:
    """When to stop: a stop event, or a moment; and whether that has happened."""

    stop: Event
    deadline: float | None
    began: float = field(default_factory=time.monotonic)
    cut_short: bool = False

    def elapsed(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self.began

    def over(self) -> bool:
        """Whether the search is to end now; remembers that it was cut short."""
        late = self.deadline is not None and time.monotonic() >= self.deadline
        if late or self.stop.is_set():
            self.cut_short = True
        return self.cut_short
