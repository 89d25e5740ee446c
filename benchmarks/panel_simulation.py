"""Judging panels in a simulation: what each way of judging finds of the truly best; the planner.

Ten judges, 24 dossiers, 11 places, as in the table that is kept with the evidence; beside each row
of it what is found here, and how far off that is. Everything is worked out anew and apart from
what the planner uses; only the assumptions (``JudgesModel``) are the same. Of those the noise and
the strictness were fitted to that table, to the rows ``FITTED``; nothing else was.
With ``--planner`` what ``cohorts panel plan`` promises for each number of readers, beside this.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import sqrt
from typing import Any

import numpy as np

from benchmarks.ledger import Ledger, parser
from cohorts.committee.panel.judges_model import JudgesModel
from cohorts.committee.panel.panel_asked import PanelAsked
from cohorts.committee.panel.plan_panel import plan_panel
from solver.quantise import BoolArray, FloatArray

JUDGES, DOSSIERS, PLACES = 10, 24, 11
FITTED = ("full ranking", "plain mean, 5 readers")
SURE = 1.96
HOLDS = 3.0
PLANNED = (*((n, False) for n in (4, 5, 6, 7, 10)), *((n, True) for n in (4, 5, 6, 7)))
"""Readers, and whether with the fit."""
Way = Callable[[FloatArray, np.random.Generator], FloatArray]
"""(d, j) how each judge feels each dossier → (d,) what that comes to."""


def ranking(felt: FloatArray, lots: np.random.Generator) -> FloatArray:
    """The mean place in the judges' full orders."""
    del lots
    places: FloatArray = felt.argsort(axis=0).argsort(axis=0).mean(axis=1)
    return places


def scores(felt: FloatArray, lots: np.random.Generator, *, kind: str = "plain") -> FloatArray:
    """The mean of scores, plain, less the judge's own mean, or over the judge's own spread too."""
    del lots
    given = JudgesModel().scores(felt)
    if kind != "plain":
        given -= given.mean(axis=0)
    if kind == "standardised":
        given /= np.maximum(given.std(axis=0), 1e-9)
    mean: FloatArray = given.mean(axis=1)
    return mean


def approve(felt: FloatArray, lots: np.random.Generator, *, exactly: bool) -> FloatArray:
    """How many approve: each their best 11, or all they feel to be above the average."""
    del lots
    places = felt.argsort(axis=0).argsort(axis=0)
    yes = places >= DOSSIERS - PLACES if exactly else felt > 0
    share: FloatArray = yes.mean(axis=1)
    return share


def pairs(felt: FloatArray, lots: np.random.Generator, *, each: int) -> FloatArray:
    """Random pairs of every judge, who says which is the better: least squares over all of them."""
    left, right = np.eye(DOSSIERS) * 1e-2, np.zeros(DOSSIERS)
    for judge in range(felt.shape[1]):
        for _ in range(each):
            a = int(lots.integers(DOSSIERS))
            b = (a + 1 + int(lots.integers(DOSSIERS - 1))) % DOSSIERS
            sign = 1.0 if felt[a, judge] > felt[b, judge] else -1.0
            left[a, a] += 1
            left[b, b] += 1
            left[a, b] -= 1
            left[b, a] -= 1
            right[a] += sign
            right[b] -= sign
    solved: FloatArray = np.linalg.solve(left, right).astype(np.float64)
    return solved


def read_in_part(felt: FloatArray, reads: BoolArray, *, fit: bool) -> FloatArray:
    """Scores of the readers only: their mean, or a least-squares fit over single scores."""
    given = JudgesModel().scores(felt)
    if not fit:
        return np.array([given[d, reads[d]].mean() for d in range(DOSSIERS)])
    rows, columns = np.nonzero(reads)
    asked = np.zeros((rows.size, DOSSIERS + JUDGES))
    asked[np.arange(rows.size), rows] = 1
    asked[np.arange(rows.size), DOSSIERS + columns] = 1
    fitted = np.asarray(np.linalg.lstsq(asked, given[rows, columns], rcond=None)[0], np.float64)
    return fitted[:DOSSIERS]


def at_random(readers: int, lots: np.random.Generator) -> BoolArray:
    """(d, j) so many readers each, whoever has the least to read first, equals by lot."""
    reads = np.zeros((DOSSIERS, JUDGES), dtype=np.bool_)
    for dossier in lots.permutation(DOSSIERS):
        load = reads.sum(axis=0)
        reads[dossier, np.lexsort((lots.random(JUDGES), load))[:readers]] = True
    return reads


def found(way: Way, draws: int, seed: int) -> tuple[float, float]:
    """Per cent of the truly best 11 that a way finds; 95% lies so near."""
    lots, shares = np.random.default_rng(seed), np.empty(draws)
    for draw in range(draws):
        worth, felt = JudgesModel().drawn(DOSSIERS, JUDGES, 1, lots)
        best = set(np.argsort(-worth[0])[:PLACES])
        value = np.round(way(felt[0], lots), 9)
        chosen = np.lexsort((lots.random(DOSSIERS), -value))[:PLACES]
        shares[draw] = len(best & set(chosen)) / PLACES
    return 100 * shares.mean(), 100 * SURE * float(shares.std()) / sqrt(draws)


def _in_part(readers: int, *, fit: bool) -> Way:
    def way(felt: FloatArray, lots: np.random.Generator) -> FloatArray:
        return read_in_part(felt, at_random(readers, lots), fit=fit)

    return way


ROWS: dict[str, tuple[float, Way]] = {
    "full ranking": (88, ranking),
    "scores 1-5, plain mean": (87, scores),
    "scores 1-5, centred": (87, partial(scores, kind="centred")),
    "scores 1-5, standardised": (87, partial(scores, kind="standardised")),
    "approve exactly 11": (86, partial(approve, exactly=True)),
    "approve any number": (84, partial(approve, exactly=False)),
    "24 random pairs a judge": (82.5, partial(pairs, each=24)),
    "48 random pairs a judge": (85, partial(pairs, each=48)),
    "96 random pairs a judge": (86, partial(pairs, each=96)),
    **{
        f"fit, {n} readers": (v, _in_part(n, fit=True))
        for n, v in ((4, 81), (5, 83), (6, 84), (7, 86), (10, 87))
    },
    "plain mean, 5 readers": (81, _in_part(5, fit=False)),
}
"""Row → the number of the table, and the way."""


def row_of(name: str, draws: int, seed: int) -> dict[str, Any]:
    """One row of the table beside its number."""
    stated, way = ROWS[name]
    share, error = found(way, draws, seed)
    return {
        "table": stated,
        "found": round(share, 1),
        "error": round(error, 1),
        "off": round(share - stated, 1),
        "fitted": name in FITTED,
    }


def planner(readers: int, draws: int, seed: int, *, fit: bool) -> dict[str, Any]:
    """What the planner says, what is found here with the same readers, and how far apart that is.

    ``apart``: in standard errors of both trials together; it ``holds`` up to three.
    """
    plan = plan_panel(asked(readers, seed))
    said = plan.certainty.fitted if fit else plan.certainty.plain
    if said is None:
        raise ValueError(f"no fit with {readers} readers")
    way = partial(_of_plan, reads=plan.reading.reads, fit=fit)
    share, error = found(way, draws, seed + 1)
    both = sqrt(error**2 + (100 * said.error) ** 2)
    apart = SURE * (100 * said.share - share) / both
    return {
        "said": round(100 * said.share, 2),
        "found": round(share, 2),
        "error": round(both, 2),
        "apart": round(apart, 2),
        "holds": bool(abs(apart) <= HOLDS),
    }


def _of_plan(
    felt: FloatArray, lots: np.random.Generator, *, reads: BoolArray, fit: bool
) -> FloatArray:
    del lots
    return read_in_part(felt, reads, fit=fit)


def asked(readers: int, seed: int) -> PanelAsked:
    """The panel of the table with so many readers."""
    members = tuple(f"judge {n}" for n in range(1, JUDGES + 1))
    dossiers = tuple(f"dossier {n}" for n in range(1, DOSSIERS + 1))
    return PanelAsked(members, dossiers, 4 * DOSSIERS, PLACES, readers=readers, seed=seed)


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--draws", type=int, default=4_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--planner", action="store_true")
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    if not given.planner:
        for name in ROWS:
            ledger.measure(name, partial(row_of, name, given.draws, given.seed))
        return
    for readers, fit in PLANNED:
        case = f"planner, {readers} readers, {'fit' if fit else 'plain mean'}"
        run = partial(planner, readers, given.draws, given.seed, fit=fit)
        ledger.measure(case, run)


if __name__ == "__main__":
    main()
