"""The fingerprint of all that decides an answer: the same inputs, the same digest.

It is taken over what people's texts mean: another way to write the same is the same input.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cohorts.composing.inputs import INPUTS
from cohorts.composing.own_columns import with_own_columns
from cohorts.people.applicant import FIELD_NAMES, Applicant
from cohorts.people.spelling import meant
from cohorts.programme.frozen import deciding, frozen
from cohorts.programme.programme import Programme
from cohorts.round.round import Round


def fingerprint(round_: Round, programme: Programme) -> str:
    """SHA-256 over everything that decides the answer, but for the effort.

    What is not said is left out, wherever it is: a field of a later release that nobody filled in
    changes no digest.
    """
    return digest(round_, programme, [said(a) | _meant(a) for a in round_.applicants])


def fingerprint_then(round_: Round, programme: Programme, written: Sequence[Applicant]) -> str:
    """The same, as it was taken before the telephone was a field: with what stands in its columns.

    ``written``: the applicants of the round as they were given.
    """
    own = {a.id: with_own_columns(a).extra for a in written}
    applicants = tuple(replace(a, extra={**own[a.id], **a.extra}) for a in round_.applicants)
    return fingerprint(replace(round_, applicants=applicants), programme)


def digest(round_: Round, programme: Programme, applicants: Sequence[Mapping[str, Any]]) -> str:
    """The fingerprint with ``applicants`` for what those of the round say, in their order."""
    content: dict[str, Any] = {
        "programme": deciding(frozen(programme)),
        "applicants": applicants,
        "set_aside": [(s.applicant.id, s.why) for s in round_.set_aside],
        **_given(round_),
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _meant(applicant: Applicant) -> dict[str, Any]:
    return {name: value for name, value in meant(applicant).items() if value != ()}


def said(applicant: Applicant) -> dict[str, Any]:
    """The fields that hold something, as it is written."""
    fields = {name: getattr(applicant, name) for name in FIELD_NAMES}
    known = {name: value for name, value in fields.items() if value not in (None, ())}
    return known | ({"extra": dict(applicant.extra)} if applicant.extra else {})


def _given(round_: Round) -> dict[str, Any]:
    """Every input that takes part and was given, or has a value anyhow."""
    values = {
        name: (one.in_round(round_), one.nothing)
        for name, one in INPUTS.items()
        if one.in_round is not None
    }
    return {name: value for name, (value, nothing) in values.items() if value != nothing}
