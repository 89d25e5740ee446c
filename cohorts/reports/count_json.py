"""``count.json``: a count with all that can be worked out of it again."""

from __future__ import annotations

import hashlib
import json
from fractions import Fraction
from typing import Any

from cohorts.committee.counting.step_words import told_steps
from cohorts.committee.sureness.whole_count import WholeCount
from cohorts.committee.votes import Election
from cohorts.composing.compose import versions
from cohorts.intake.report import remark_parts
from cohorts.words import Language

SCHEMA_VERSION = 1


def count_data(whole: WholeCount, rule: str, language: Language) -> dict[str, Any]:
    """In the shape of JSON; fractions as ``7/3``, so that they are exact."""
    asked, elected = whole.asked, whole.elected
    told = told_steps(elected, whole.election, language)
    return {
        "schema_version": SCHEMA_VERSION,
        "rule": rule,
        "set": asked.rule.model_dump(mode="json"),
        "seats": asked.seats,
        "seed": asked.seed,
        "quorum": str(asked.quorum),
        "ballots": str(whole.election.asked),
        "voters": whole.election.voters,
        "chosen": list(elected.chosen),
        "left": list(elected.left),
        "below_quorum": list(elected.below_quorum),
        "candidates": [_candidate(whole, c) for c in (*whole.order, *elected.below_quorum)],
        "drawn": [
            {
                "among": list(d.among),
                "taken": d.taken,
                "decisive": d.decisive,
                "of_sets": d.of_sets,
            }
            for d in elected.drawn
        ],
        "steps": [
            {"code": step.code, "facts": _plain(step.facts), "said": said}
            for step, said in zip(elected.steps, told, strict=True)
        ],
        "sureness": {
            "draws": whole.sureness.draws,
            "fewer": whole.sureness.fewer,
            "uncounted": whole.sureness.uncounted,
        },
        "disagreement": [
            {"id": one.candidate, "spread": str(one.spread)} for one in whole.disputed
        ],
        "unheard": [_plain(vars(one)) for one in whole.unheard],
        "weights": {b.voter: str(b.weight) for b in whole.election.ballots if b.weight != 1},
        "remarks": [" ".join(filter(None, remark_parts(r, language))) for r in whole.remarks],
        "input_sha256": fingerprint_of(whole.election),
        "versions": versions(),
    }


def count_json(whole: WholeCount, rule: str, language: Language) -> str:
    """The same as text."""
    return json.dumps(count_data(whole, rule, language), ensure_ascii=False, indent=1) + "\n"


def _candidate(whole: WholeCount, candidate: str) -> dict[str, Any]:
    standing, heard = whole.elected.standing.get(candidate), whole.heard[candidate]
    return {
        "id": candidate,
        "name": whole.election.names.get(candidate, candidate),
        "standing": None if standing is None else str(standing),
        "judged": heard.judged,
        "abstained": heard.abstained,
        "not_judged": heard.not_judged,
        "recused": heard.recused,
        "panels_in": whole.sureness.times_in.get(candidate, 0),
    }


def _plain(value: object) -> Any:
    """As JSON holds it."""
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [_plain(one) for one in value]
    return value


def fingerprint_of(election: Election) -> str:
    """SHA-256 of candidates and ballots with their doubts, in whatever order the file had them."""
    lines = []
    for ballot in election.ballots:
        said = (
            f"{c}={said}" if isinstance(said, str) else f"{c}={'|'.join(map(str, said))}"
            for c, said in sorted(ballot.said.items())
        )
        doubts = (f"{c}?{place}" for c, place in sorted(ballot.doubts.items()))
        parts = (ballot.voter, str(ballot.weight), str(ballot.times), *said, *doubts)
        lines.append("\t".join(parts))
    whole = ("\t".join(sorted(election.candidates)), *sorted(lines))
    return hashlib.sha256("\n".join(whole).encode()).hexdigest()
