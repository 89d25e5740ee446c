"""One random cohort in every form, held against every pairing there is."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from solver.pairing.asked_links import Link
from solver.pairing.coached import coaches
from solver.pairing.paired import Paired
from solver.pairing.servers import Servers
from solver.pairing.unpairable import Clash, UnpairableError
from solver.pairing.without import best_without
from tests.solver.pairing.cohort import Form, forms, of_clash, servers
from tests.solver.pairing.every_pairing import all_coaches, best

Verified = tuple[str, bool, list[str]]
"""The form, whether there was an answer, and what is false of what was said."""


def verified(seed: int, most: int) -> list[Verified]:
    """Every form for the cohort of that seed, of up to ``most`` rows."""
    return [*(_paired(form, seed) for form in forms(seed, most)), _coached(servers(seed, most))]


def _paired(form: Form, seed: int) -> Verified:
    try:
        found = form.find(form.asked)
    except UnpairableError as error:
        return form.name, False, list(_of_clash(form, error.clash))
    true = best(form.every(form.asked))
    faults = [] if true and found.links == true[1] else [f"links: {found.links}, true {true}"]
    if found.cost != form.asked.of(found.links):
        faults.append(f"cost: {found.cost}")
    if found.links:
        link = found.links[seed % len(found.links)]
        faults += _of_alternative(form, found, link)
    return form.name, True, faults


def _of_clash(form: Form, clash: Clash) -> Iterator[str]:
    """The clash is there, each part of it is needed, and it is asked for at all."""
    if best(form.every(form.asked)) is not None:
        yield "unpairable: it is not"
    if best(form.every(of_clash(form.asked, clash))) is not None:
        yield f"clash: {clash} is none"
    for link in (*clash.forbidden, *clash.pinned):
        if best(form.every(of_clash(form.asked, clash, less=link))) is None:
            yield f"minimal: {clash} without {link}"
    if not clash.minimal or any(form.asked.allowed[link] for link in clash.forbidden):
        yield f"clash: {clash} says more than was asked"


def _of_alternative(form: Form, found: Paired, link: Link) -> Iterator[str]:
    """The best without a link is that of all answers without it, or without its trio."""
    unit = next(unit for unit in found.units if set(link) <= set(unit))
    is_trio = form.name == "trio" and len(unit) == 3
    both = {link, link[::-1]} if form.asked.is_mutual else {link}

    def is_without(links: tuple[Link, ...]) -> bool:
        if is_trio:
            return sum(set(one) <= set(unit) for one in links) < 3
        return not both & set(links)

    every = [key for key, links in form.every(form.asked) if is_without(links)]
    other = best_without(form.find, form.asked, link)
    # in which place of the key costs stand: after who was out before, where that counts
    place = 1 if form.name == "out" and form.asked.m % 2 else 0
    true = min(every, default=None)
    if (other is None) != (true is None) or (other and true and other.cost != true[place]):
        yield f"without {link}: {other}, true {true}"
    if other and not is_without(other.links):
        yield f"without {link}: it is there"


def _coached(asked: Servers) -> Verified:
    true = best(all_coaches(asked))
    try:
        found = coaches(asked.costs, asked.allowed, asked.capacity, pinned=asked.pinned)
    except UnpairableError as error:
        faults = ["unpairable: it is not"] if true else []
        return "coaches", False, [*faults, *_of_rows(asked, error.clash)]
    chosen = tuple(found.coach_of.tolist())
    faults = [] if true and chosen == true[1] else [f"coaches: {chosen}, true {true}"]
    return "coaches", True, faults


def _of_rows(asked: Servers, clash: Clash) -> Iterator[str]:
    """These rows cannot all have a coach; without one of them, or of the links, they can."""
    if _fits(asked, clash, None, None):
        yield f"clash: {clash} is none"
    for link in (*clash.forbidden, *clash.pinned):
        if not _fits(asked, clash, link, None):
            yield f"minimal: {clash} without {link}"
    for row in clash.rows if clash.forbidden or clash.pinned else ():
        if not _fits(asked, clash, None, row):
            yield f"rows: {clash} without {row}"


def _fits(asked: Servers, clash: Clash, less: Link | None, gone: int | None) -> bool:
    rows = [row for row in clash.rows if row != gone]
    allowed = np.ones((len(rows), asked.capacity.size), dtype=np.bool_)
    for row, coach in clash.forbidden:
        if row != gone and (row, coach) != less:
            allowed[rows.index(row), coach] = False
    pins = [
        (rows.index(row), coach)
        for row, coach in clash.pinned
        if row != gone and (row, coach) != less
    ]
    nought = np.zeros(allowed.shape, dtype=np.int64)
    return best(all_coaches(Servers(nought, allowed, asked.capacity, tuple(pins)))) is not None
