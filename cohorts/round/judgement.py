"""What a condition says of somebody who wants to take part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cohorts.round.finding import Fact


class Verdict(StrEnum):
    """What a condition says of somebody; UNKNOWN is to be asked, WAITS for a later stage."""

    MET = "met"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    WAITS = "waits"


@dataclass(frozen=True)
class Judgement:
    """One condition about one applicant.

    ``facts`` fill the sentence of the verdict; ``parts``: what the conditions inside it say.
    """

    condition: str
    verdict: Verdict
    facts: Mapping[str, Fact] = field(default_factory=dict)
    parts: tuple[Judgement, ...] = ()
