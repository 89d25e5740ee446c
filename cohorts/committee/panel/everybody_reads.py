"""What it comes to where no dossier is left out by anybody."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cohorts.committee.panel.certainty import Certainty, certainty
from cohorts.committee.panel.panel_asked import PanelAsked


@dataclass(frozen=True)
class EverybodyReads:
    """``minutes``: what every member then needs."""

    minutes: int
    certainty: Certainty


def everybody_reads(asked: PanelAsked) -> EverybodyReads:
    """Every member reads every dossier, however much time there is."""
    shape = (len(asked.dossiers), len(asked.members))
    sure = certainty(np.ones(shape, dtype=np.bool_), asked.places, seed=asked.seed)
    return EverybodyReads(asked.minutes_for(len(asked.members)), sure)
