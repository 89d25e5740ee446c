"""Random keys: all that the store calls anything by; they say nothing of what they stand for."""

from __future__ import annotations

import re
import secrets
from typing import NewType

Key = NewType("Key", str)
RoundKey = NewType("RoundKey", Key)
PersonKey = NewType("PersonKey", Key)
"""Of an applicant of one round: the file's own id stands in one table only."""
AccountKey = NewType("AccountKey", Key)
"""Of somebody who logs in."""
ProposalKey = NewType("ProposalKey", Key)
BYTES = 8


def new_key() -> Key:
    """Sixteen hexadecimal digits that were never given before."""
    return Key(secrets.token_hex(BYTES))


def is_key(text: str) -> bool:
    """Whether a text may be one."""
    return re.fullmatch(rf"[0-9a-f]{{{2 * BYTES}}}", text) is not None
