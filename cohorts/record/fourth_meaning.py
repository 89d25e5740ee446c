"""How the score of proposals of meaning 1 to 4 was rounded: each wish by itself.

Since then all that is wished per member is divided by a group's size together, and rounded down
once. That is a few units of the last decimal; the figures of a rule are what they were.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cohorts.record.document import ProposalDocument, score_part
from solver.grouping import Grouping
from solver.score import score_of
from solver.task import Task

FOURTH = 4
"""The last meaning version of which the score left out what each wish by itself left."""


def scored_then(true: ProposalDocument, grouping: Grouping, task: Task) -> ProposalDocument:
    """What is recomputed, with the score as it was added up then."""
    charges = [term.charge(grouping) for term in task.terms]
    rounded = [replace(one, rest=np.zeros_like(one.rest)) for one in charges]
    score = score_part(score_of(task, grouping, rounded))
    return true.model_copy(update={"score": score})
