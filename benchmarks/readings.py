"""What an organiser sees first in the sample rounds: ``python -m benchmarks.readings [NAME …]``.

Every sample (or those named) is composed with its preset, and by definitions of its own is counted
of the groups that come out: their sizes and who is left; the pairs of two companies of one trade
(the same class of one edition of the SBI) within 25 km; how many of those who said when they can
come can do so at the best time of their group, and how many said nothing; and how many times more
often two members ticked a theme together, or lie nearer in staff, than two of all who are placed.
``wishes`` is what the proposal says itself: per wish, times better than random groups of the same
sizes; of squared distances the root, as in the report.
``--samples DIR`` composes another folder of samples with the product as it is.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.ledger import Ledger, parser
from cohorts import read_applicants
from cohorts.geography.distance import kilometres
from cohorts.intake.fields.field_map import load_map
from cohorts.people.applicant import Applicant
from cohorts.people.spelling import spelled_alike
from cohorts.programme.programme import presets
from cohorts.rules import rules
from sample_data import demo

NEAR = 25.0
CLASS = 4
RUN = (sys.executable, "-c", "from cohorts.cli import main; main()")
Group = Sequence[Applicant]


def figures(groups: Sequence[Group]) -> dict[str, Any]:
    """What is counted of the groups."""
    said = [[set(a.availability) for a in group if a.availability] for group in groups]
    return {
        "sizes": " ".join(str(len(group)) for group in groups),
        "same_trade": sum(_same_trade(a, b) for a, b in _pairs(groups)),
        "can_come": f"{sum(map(_at_best, said))} of {sum(map(len, said))}",
        "unsaid": sum(not a.availability for group in groups for a in group),
        "theme": _beside_chance(groups, lambda a, b: _both(a.themes, b.themes), more=True),
        "staff": _beside_chance(groups, _staff_apart, more=False),
    }


def _pairs(groups: Iterable[Group]) -> Iterable[tuple[Applicant, Applicant]]:
    return (pair for group in groups for pair in combinations(group, 2))


def _same_trade(a: Applicant, b: Applicant) -> bool:
    codes = [(one.sbi or "")[:CLASS] for one in (a, b)]
    known = len(codes[0]) == CLASS and a.sbi_version == b.sbi_version
    one_company = a.kvk == b.kvk if a.kvk and b.kvk else a.company == b.company
    return known and codes[0] == codes[1] and not one_company and _apart(a, b) <= NEAR


def _apart(a: Applicant, b: Applicant) -> float:
    """Kilometres; without end where a place is not known."""
    here, there = ((one.latitude, one.longitude) for one in (a, b))
    if None in (*here, *there):
        return math.inf
    return kilometres(here, there)  # type: ignore[arg-type] # None was looked for just above


def _at_best(said: Sequence[set[str]]) -> int:
    return max(Counter(slot for slots in said for slot in slots).values(), default=0)


def _both(one: Sequence[str], other: Sequence[str]) -> float | None:
    return float(bool(set(one) & set(other))) if one and other else None


def _staff_apart(a: Applicant, b: Applicant) -> float | None:
    return abs(math.log(a.fte / b.fte)) if a.fte and b.fte else None


def _beside_chance(
    groups: Sequence[Group],
    measure: Callable[[Applicant, Applicant], float | None],
    *,
    more: bool,
) -> float | None:
    """Times better inside groups than among all who are placed; None where nothing is known."""
    everybody = [a for group in groups for a in group]
    inside, chance = (
        [value for a, b in pairs if (value := measure(a, b)) is not None]
        for pairs in (_pairs(groups), combinations(everybody, 2))
    )
    if not inside or not fmean(inside) or not fmean(chance):
        return None
    ratio = fmean(inside) / fmean(chance)
    return round(ratio if more else 1 / ratio, 2)


def composed(name: str, effort: str) -> tuple[dict[str, Any], list[list[Applicant]]]:
    """The proposal of the last step of a sample as it is kept, and its groups."""
    with TemporaryDirectory() as folder:
        step = list(demo.steps(name, Path(folder)))[-1]
        asked = (*RUN, *step.compose("nl", "--effort", effort, "--json"))
        subprocess.run(asked, check=True, capture_output=True)  # noqa: S603 - our own command
        told = json.loads((step.out / "proposal.json").read_text("utf-8"))
        map_ = step.applicants.with_name("map.toml")
        people = read_applicants(step.applicants, load_map(map_) if map_.is_file() else None)
    by_id = {str(a.id): a for a in spelled_alike(tuple(people))}
    return told, [[by_id[i] for i in group["members"]] for group in told["groups"]]


def measured(name: str, effort: str) -> dict[str, Any]:
    """The figures of a sample."""
    told, groups = composed(name, effort)
    left = sum(one["kind"] == "not_placed" for one in told["not_placed"])
    return {**figures(groups), "left": left, "wishes": dict(_wishes(told))}


def _wishes(told: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """Key of a rule → how many times better than chance."""
    kinds = {r.get("key") or r["rule"]: r["rule"] for r in told["frozen_programme"]["rules"]}
    for finding in told["findings"]:
        here, random = finding["here"], finding["random"]
        if here and random:
            ratio = here / random if random < 0 else random / here
            root = rules()[kinds[finding["rule"]]].OF_SQUARES
            yield finding["rule"], round(math.sqrt(max(ratio, 0.0)) if root else ratio, 2)


def main() -> None:
    options = parser(__doc__)
    options.add_argument("names", nargs="*", help="samples; none: one of every preset")
    options.add_argument("--effort", default="normal")
    options.add_argument("--samples", type=Path, help="another folder of samples")
    asked = options.parse_args()
    demo.SAMPLES = asked.samples or demo.SAMPLES
    ledger = Ledger(asked.out, as_json=asked.json)
    for name in asked.names or presets():
        ledger.measure(name, partial(measured, name, asked.effort))


if __name__ == "__main__":
    main()
