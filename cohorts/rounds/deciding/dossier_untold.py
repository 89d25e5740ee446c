"""What a dossier without ballots says where points came of votes: everything but those points.

Nor what is made of them: sums, the score, the fingerprint, who stands above whom.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cohorts.composing.proposal import Proposal
from cohorts.record.document import as_json, document
from cohorts.record.hide import as_told
from cohorts.rounds.deciding import dossier_form as form
from cohorts.rounds.deciding.dossier_source import Source
from cohorts.store.canonical import canonical
from cohorts.words import Language

KEPT = ("groups", "not_placed", "settings", "seed", "status", "versions")
"""What is left of the proposal as the store has it."""


def without_points(source: Source, proposal: Proposal, language: Language) -> Mapping[str, str]:
    """The files that hold them, by name, without."""
    told = document(as_told(proposal), language)
    # told of the whole, and of a repair by what it gained
    told = told.model_copy(
        update={
            "score": told.score.model_copy(update=dict.fromkeys(("soft", "worst", "lot"), 0)),
            "story": [],
            "repaired": None,
        }
    )
    kept = json.loads(source.kept)
    given = source.content["given"]
    inputs = form.InputsPart(
        relations=given["relations"], merit=None, previous=given["previous"], votes_untold=True
    )
    return {
        form.PROPOSAL: as_json(told),
        form.KEPT: canonical({name: kept[name] for name in KEPT if name in kept}),
        form.INPUTS: _json(inputs.model_dump(exclude_unset=True)),
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n"
