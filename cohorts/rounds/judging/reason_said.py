"""A reason as everybody reads it behind "Reden:", also once it was erased."""

from __future__ import annotations

from cohorts.words import Language, say


def reason_said(reason: str, language: Language) -> str:
    """``reason``: empty where it named somebody whose data were erased."""
    return reason or say("judging.reason_erased", language)
