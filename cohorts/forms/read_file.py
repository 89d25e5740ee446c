"""The one door by which a file that somebody gives is read: no further than it may reach."""

from __future__ import annotations

import os
import stat
from pathlib import Path

MOST_TEXT = 2_000_000
"""Bytes of a file that a person writes: a programme, a map."""
MOST_PROPOSAL = 100_000_000
"""Bytes of a proposal; one of 1,000 people takes a hundredth of it."""


class RefusedFileError(OSError):
    """What stands there is not read. ``code``: key of its sentence; ``facts`` fill it."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


class TooLargeFileError(RefusedFileError):
    """It is larger than it may be."""

    def __init__(self, most: int) -> None:
        super().__init__("written.too_large", most=most // 1_000_000)


def read_file(path: str | Path, most: int) -> bytes:
    """Everything in a file of at most ``most`` bytes; never more of it than one byte beyond.

    What has no end (a device, a pipe, a socket) is not waited for, and a file that says it is
    small may grow while it is read. Raises OSError, RefusedFileError where we refuse it.
    """
    try:
        with open(path, "rb", buffering=0, opener=_at_once) as stream:
            found = os.fstat(stream.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise RefusedFileError("written.no_plain_file")
            if found.st_size > most:
                raise TooLargeFileError(most)
            parts, left = [], most + 1
            while left > 0 and (part := stream.read(min(left, 1 << 20))):
                parts.append(part)
                left -= len(part)
    except IsADirectoryError:
        raise RefusedFileError("written.no_plain_file") from None
    except ValueError as error:  # a name that holds a sign no name can hold
        raise OSError(str(error)) from None
    if left <= 0:
        raise TooLargeFileError(most)
    return b"".join(parts)


def read_text(path: str | Path, most: int) -> str:
    """The same as text in UTF-8, with or without its mark, whatever its lines end in.

    Raises also UnicodeDecodeError.
    """
    text = read_file(path, most).decode("utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _at_once(path: str, flags: int) -> int:
    """Opens without waiting for whoever would write to a pipe, where the system can."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
