"""Elections in the formats of PrefLib (N. Mattei, T. Walsh, PrefLib, 2013): orders, categories.

soc, soi, toc and toi hold orders; cat holds categories, of which the first is a yes. What
counts pairs there (wmd and others) holds no ballots, and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from cohorts.committee.ballot_files.as_read import Votes
from cohorts.committee.ballot_files.holdable import check_size
from cohorts.committee.ballot_files.preflib_line import MOST_TIMES, Tiers, read_line
from cohorts.committee.votes import Asked, Ballot, Criterion, Election, Silence
from cohorts.committee.votes.ballot import Said
from cohorts.committee.votes.yes_limit import PlaceOf
from cohorts.errors import InputError, Problem
from cohorts.round.remark import Remark

ORDERS = frozenset({"soc", "soi", "toc", "toi"})
CATEGORIES = "cat"
OTHERS = frozenset({"wmd", "tog", "mjg", "wmg", "pwg", "wcg"})
MOST_CANDIDATES = 10_000
MOST_CATEGORIES = 3
NOTHING: tuple[Remark, ...] = ()
ABOUT = re.compile(r"#\s*([A-Z ]+?(?: \d+)?)\s*:\s*(.*)")


@dataclass(frozen=True)
class _Head:
    """``said``: what stands behind each ``#``; ``lines``: (number, ballot)."""

    file: str
    said: Mapping[str, str]
    lines: Sequence[tuple[int, str]]

    def number(self, key: str, most: int) -> int:
        """Raises InputError where it is absent, no whole number or too large."""
        given = self.said.get(key, "")
        if not re.fullmatch(r"[0-9]{1,12}", given) or not 0 < int(given) <= most:
            facts = {"key": key, "given": given[:80], "most": most}
            raise InputError(Problem("votes.preflib_number", self.file, facts))
        return int(given)


def preflib_kind(path: Path, start: str) -> str | None:
    """The kind of PrefLib file this is, by its ending or its first lines; None for a table."""
    ending = path.suffix.lower().lstrip(".")
    if ending in ORDERS | OTHERS or ending == CATEGORIES:
        return ending
    told = re.search(r"^#\s*DATA TYPE\s*:\s*(\w+)", start, re.MULTILINE)
    return told[1].lower() if told else None


def preflib_votes(text: str, kind: str, file: str, asked: Asked | None) -> Votes:
    """The ballots of a file of that ``kind``. Raises InputError with everything wrong in it."""
    holds = {**dict.fromkeys(ORDERS, Asked.ORDER), CATEGORIES: Asked.YES}.get(kind)
    if holds is None:
        raise InputError(Problem("votes.preflib_kind", file, {"given": kind[:20]}))
    if asked not in (None, holds):
        raise InputError(Problem("votes.preflib_asked", file, {"given": kind}))
    head = _head(text, file)
    candidates = _candidates(head)
    tiers = _tiers(head, len(candidates), complete=kind in ("soc", "toc"))
    said, remarks = [_placed(t) for t in tiers], NOTHING
    if holds is Asked.YES:
        said, remarks = _sorted_in(head, tiers, candidates)
    ballots = tuple(
        Ballot(str(n), {c: one.get(c, Silence.NOT_JUDGED) for c in candidates}, times=t.times)
        for n, (t, one) in enumerate(zip(tiers, said, strict=True), 1)
    )
    high = Fraction(1) if holds is Asked.YES else Fraction(max(len(candidates), 2))
    criterion = Criterion("", low=Fraction(holds is Asked.ORDER), high=high)
    return Votes(Election(tuple(candidates), ballots, holds, (criterion,), candidates), remarks)


def preflib_places(text: str, file: str) -> PlaceOf:
    """The line of a ballot, which is called by its number."""
    return lambda voter, _candidate: f"{file}:{_head(text, file).lines[int(voter) - 1][0]}"


def _head(text: str, file: str) -> _Head:
    said, lines = {}, []
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if found := ABOUT.fullmatch(bare):
            said[found[1]] = found[2].strip()
        elif bare and not bare.startswith("#"):
            lines.append((number, bare))
    if not said:
        raise InputError(Problem("votes.preflib_old", file))
    if not lines:
        raise InputError(Problem("votes.preflib_empty", file))
    return _Head(file, said, lines)


def _candidates(head: _Head) -> Mapping[str, str]:
    """Number → name; by the number where it has none."""
    count = head.number("NUMBER ALTERNATIVES", MOST_CANDIDATES)
    check_size(len(head.lines), count, head.file)
    named = {str(n): head.said.get(f"ALTERNATIVE NAME {n}") or str(n) for n in range(1, count + 1)}
    beyond = [
        k for k in head.said if k.startswith("ALTERNATIVE NAME ") and k.split()[-1] not in named
    ]
    if beyond:
        facts = {"numbers": tuple(k.split()[-1] for k in beyond[:20]), "count": count}
        raise InputError(Problem("votes.preflib_names", head.file, facts))
    return named


def _tiers(head: _Head, count: int, *, complete: bool) -> list[Tiers]:
    found: list[Tiers] = []
    faults: list[Problem] = []
    for number, line in head.lines:
        try:
            found.append(read_line(line, count, f"{head.file}:{number}", complete=complete))
        except InputError as error:
            faults += error.problems
    faults += _miscounted(head, sum(t.times for t in found)) if not faults else []
    if faults:
        raise InputError(*faults)
    return found


def _miscounted(head: _Head, voters: int) -> Iterator[Problem]:
    """Where there are too many voters, or the head says another number of them or of ballots."""
    if voters > MOST_TIMES:
        yield Problem("votes.voters_many", head.file, {"voters": voters, "most": MOST_TIMES})
    for key, real in (("NUMBER VOTERS", voters), ("NUMBER UNIQUE ORDERS", len(head.lines)),
                      ("NUMBER UNIQUE PREFERENCES", len(head.lines))):  # fmt: skip
        given = head.said.get(key)
        if given is not None and given != str(real):
            facts = {"key": key, "given": given[:80], "real": str(real)}
            yield Problem("votes.preflib_count", head.file, facts)


def _placed(tiers: Tiers) -> dict[str, Said]:
    """Its place; braces around nobody take none."""
    there = filter(None, tiers.tiers)
    return {c: (Fraction(n),) for n, tier in enumerate(there, 1) for c in tier}


def _sorted_in(
    head: _Head, tiers: Sequence[Tiers], candidates: Mapping[str, str]
) -> tuple[list[dict[str, Said]], tuple[Remark, ...]]:
    """The first category is yes, the last no, and one between them gives no judgement."""
    count = head.number("NUMBER CATEGORIES", MOST_CATEGORIES)
    names = tuple(head.said.get(f"CATEGORY NAME {n}") or str(n) for n in range(1, count + 1))
    wide = [
        number for (number, _), t in zip(head.lines, tiers, strict=True) if len(t.tiers) > count
    ]
    if wide:
        facts = {"rows": tuple(map(str, wide[:20])), "count": count}
        raise InputError(Problem("votes.preflib_categories", head.file, facts))
    yes, no = (Fraction(1),), (Fraction(0),)
    means: tuple[Said, ...] = ((yes,), (yes, no), (yes, Silence.ABSTAINED, no))[count - 1]
    found: list[dict[str, Said]] = []
    for one in tiers:
        placed = {c: means[n] for n, tier in enumerate(one.tiers) for c in tier}
        found.append((dict.fromkeys(candidates, no) if count == 1 else {}) | placed)
    return found, (Remark(f"votes.categories_{count}", facts={"names": names}),)
