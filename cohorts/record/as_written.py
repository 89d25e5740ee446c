"""Whether a document that was read says what stands in its file: nothing more, less or otherwise.

What reads a value may be kinder than it seems: a day from a number, a default for what is left out.
So what was read is written again and held against the file.
"""

from __future__ import annotations

from typing import Any

from cohorts.record.comparing import same
from cohorts.record.json_text import SHOWN, below, unfit


def check_as_written(written: Any, read: Any, *, whole: bool, place: str = "") -> None:
    """Raises UnfitError at the first place where what was ``read`` is not what is ``written``.

    Both in the shape of JSON. ``whole``: also what has a value of its own where it is left out
    must be written; a release leaves out what came after it.
    """
    if isinstance(written, dict) and isinstance(read, dict):
        left_out = sorted(read.keys() - written.keys()) if whole else []
        if left_out:
            raise unfit("programme.fault_missing", below(place, left_out[0]))
        for name, value in written.items():
            check_as_written(value, read.get(name), whole=whole, place=below(place, name))
    elif isinstance(written, list) and isinstance(read, list) and len(written) == len(read):
        for number, (value, taken) in enumerate(zip(written, read, strict=True)):
            check_as_written(value, taken, whole=whole, place=below(place, number))
    elif not same(written, read):
        raise unfit("written.other_form", place, form=str(read)[:SHOWN])
