"""An id that is made of what a row says, for want of one in the file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from cohorts.people.applicant import ApplicantId

MADE = re.compile(r"r[0-9a-f]{10}(-[0-9]+)?")


def made_id(said: Sequence[tuple[str, str]]) -> ApplicantId:
    """An id from what a row says: field or header, and text, in order of the fields.

    So neither the order of the columns nor a column that is empty here changes it; nor does it
    matter that a workbook writes midnight behind a day.
    """
    content = "\x1f".join(f"{name}\x1e{text.removesuffix(' 00:00:00')}" for name, text in said)
    return ApplicantId("r" + hashlib.sha256(content.encode()).hexdigest()[:10])
