"""The people of a dossier: what the composition used of each, and no more.

Contact data, and whatever no rule, condition or referral reads, stay out, as long as the proposal
comes out the same without them: that is tried, in steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cohorts.composing.own_columns import called_as_asked
from cohorts.composing.proposal import Proposal
from cohorts.composing.to_call import calling_nobody
from cohorts.people.applicant import FIELD_NAMES, Applicant
from cohorts.programme.catalogue import catalogue
from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.record.document import document
from cohorts.words import Language

ALWAYS = (
    *("company", "kvk", "status", "stage", "latitude", "longitude"),
    *("competitors", "suppliers", "buyers", "family"),
)
"""What somebody is called, whether they take part, where they are, and whom they name."""
NAME = ("name",)
"""Of the person; it stays anyhow where there is no company to call them by."""
CONTACT = ("email", "phone")
ALONG: Mapping[str, tuple[str, ...]] = {
    "latitude": ("longitude",),
    "municipality": ("province", "place", "postcode"),
    "sbi": ("sbi_version", "activity"),
    "fte": ("fte_low", "fte_high"),
    "turnover": ("turnover_low", "turnover_high"),
}
"""A field that is read → those that are read with it."""
APART = {"input_sha256", "remarks"}
"""What is of all that was answered."""


@dataclass(frozen=True, eq=False)
class Reduced:
    """``proposal``: made again of these ``people``, of whom only the ``fields`` are known."""

    people: tuple[Applicant, ...]
    fields: tuple[str, ...]
    proposal: Proposal


def reduced(
    people: Sequence[Applicant], whole: Proposal, again: Callable[[Sequence[Applicant]], Proposal]
) -> Reduced:
    """``again``: makes the proposal of these people. The fewest fields that give the ``whole``."""
    asked = called_as_asked(people, whole.round.columns)
    quick, true = _told(calling_nobody(whole)), _told(whole)
    for fields in (*_steps(whole.asked_by), _all(asked)):
        left = tuple(_less(one, frozenset(fields)) for one in asked)
        made = again(left)
        if _told(calling_nobody(made)) == quick and _told(made) == true:
            break
    used = tuple(name for name in fields if any(one.text(name) is not None for one in left))
    return Reduced(left, used, made)


def _steps(programme: Programme) -> Iterator[tuple[str, ...]]:
    """Fields, and columns of one's own, ever more of them."""
    needs = [name for rule in programme.rules for name in rule.needs()]
    needs += [name for condition in programme.conditions for name in condition.needs()]
    elsewhere = [one for entry in catalogue() for one in entry.conditions]
    elsewhere += [one for name in presets() for one in load_programme(name).conditions]
    others = [name for condition in elsewhere for name in condition.needs()]
    answered = [name for name in FIELD_NAMES if name not in (*NAME, *CONTACT, "id")]
    for names in (needs, [*needs, *others], [*answered, *needs]):
        along = [name for one in names for name in ALONG.get(one, ())]
        fields = tuple(dict.fromkeys((*ALWAYS, *names, *along)))
        yield fields
        yield (*fields, *NAME)


def _all(people: Sequence[Applicant]) -> tuple[str, ...]:
    own = sorted({header for one in people for header in one.extra})
    return (*(name for name in FIELD_NAMES if name not in ("id", "phone")), *own)


def _less(one: Applicant, fields: frozenset[str]) -> Applicant:
    nothing = Applicant(id=one.id)
    gone: dict[str, Any] = {
        name: getattr(nothing, name) for name in FIELD_NAMES if name not in fields and name != "id"
    }
    if not one.company:  # then the name is what they are called
        gone.pop("name", None)
    extra = {name: text for name, text in one.extra.items() if name in fields}
    return replace(one, **gone, extra=extra, phone_columns={})


def _told(proposal: Proposal) -> object:
    content = document(proposal, Language.NL)
    return content.model_dump(mode="json", exclude=APART)
