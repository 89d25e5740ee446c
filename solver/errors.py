"""What can be wrong with a task before anything is searched."""

from __future__ import annotations


class InvalidTaskError(ValueError):
    """The arrays contradict each other or the arithmetic cannot work.

    ``code`` is a stable word for callers that put it in sentences; ``facts`` are its numbers.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(f"{code}: {facts}" if facts else code)
        self.code = code
        self.facts = facts
