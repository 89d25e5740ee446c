"""Applicants and remarks as JSON and back, exactly.

The id is no part of an applicant here: it stands in one table only, from which erasing takes it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, fields

from pydantic import TypeAdapter

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.remark import Remark
from cohorts.store.canonical import canonical

MADE_LATER = frozenset({"id", "told_apart", "read_as"})
"""What a round makes of an applicant beside others, and the id."""
KEPT = tuple(f.name for f in fields(Applicant) if f.name not in MADE_LATER)
_DEFAULT: Mapping[str, object] = {
    name: getattr(Applicant(id=ApplicantId("")), name) for name in KEPT
}
_APPLICANT = TypeAdapter(Applicant)


def applicant_text(applicant: Applicant) -> str:
    """What is known of somebody, without the id; what is missing is left out."""
    said = {name: getattr(applicant, name) for name in KEPT}
    said |= {name: dict(getattr(applicant, name)) for name in ("extra", "phone_columns")}
    return canonical({n: _written(value) for n, value in said.items() if value != _DEFAULT[n]})


def _written(value: object) -> object:
    """JSON has no number for what has no end."""
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def applicant_of(text: str, id_: ApplicantId) -> Applicant:
    """The applicant that :func:`applicant_text` wrote, under this id."""
    return _APPLICANT.validate_python(json.loads(text) | {"id": id_})


def remark_text(remark: Remark) -> str:
    """A remark with all of its facts."""
    return canonical(asdict(remark))


def remark_of(text: str) -> Remark:
    """The remark that :func:`remark_text` wrote; facts have no lists but tuples."""
    said = json.loads(text)
    return Remark(**said | {"facts": {k: _fact(v) for k, v in said["facts"].items()}})


def _fact(value: object) -> object:
    return tuple(map(_fact, value)) if isinstance(value, list) else value
