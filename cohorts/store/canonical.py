"""A value as the one text that it has."""

from __future__ import annotations

import hashlib
import json


def canonical(value: object) -> str:
    """JSON: sorted keys, no spaces, no escapes beyond what JSON needs."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def sha256(text: str) -> str:
    """Of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest(value: str, salt: str) -> str:
    """Of a value as its canonical text, so that nothing can be guessed once the salt is gone."""
    return sha256(f"{salt}\n{value}")
