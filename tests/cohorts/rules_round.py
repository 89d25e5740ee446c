"""Hypothesis strategies: small rounds with every kind of missing value, and groups of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.round.room import Room
from cohorts.round.round import Round

THEMES = ("personeel", "groei", "opvolging")
SLOTS = ("ma", "di", "wo", "do")
KIN = ("persoon 0", "Persoon 1", "Bedrijf 1 B.V.", "iemand anders")
RIVALS = ("Bedrijf 0", "bedrijf 1 bv", "Bedrijff 1", "Bedrijf 2", "10000002", "geen", "Zon")
HOMES = (("Zwolle", 52.51, 6.09), ("Deventer", 52.26, 6.16), ("Emmen", 52.78, 6.9))
WORDS = ("personeel vinden", "groei betalen", "de zaak overdragen", "online verkopen", "planning")


Value = TypeVar("Value")
BYTES = 40
"""Of one applicant, more than are used; a byte says which value a field has, 0 the plainest."""
SIZES = (None, None, 0.0, 0.01, 1.0, 1.5, 7.25, 12.0, 33.33, 250.0, 499.99, 500.0)
TURNOVERS = (None, None, 0.0, -1000.0, -1.0, 1.0, 99_999.0, 1e5, 123_456.0, 2e6, 1e8)
FOUNDED = (None, None, 1900, 1987, 1999, 2000, 2001, 2015, 2025, 2026)


class Bytes:
    """Answers from bytes drawn at once: a draw for every answer takes ten times as long."""

    def __init__(self, drawn: bytes) -> None:
        self._left = iter(drawn)

    def one(self, values: Sequence[Value]) -> Value:
        """One of them."""
        return values[next(self._left) % len(values)]

    def some(self, values: Sequence[Value], most: int) -> tuple[Value, ...]:
        """Up to so many of them, none twice, in any order."""
        left = list(values)
        return tuple(
            left.pop(next(self._left) % len(left)) for _ in range(self.one(range(most + 1)))
        )


@st.composite
def applicants(draw: st.DrawFn, number: int) -> Applicant:
    byte = Bytes(draw(st.binary(min_size=BYTES, max_size=BYTES)))
    home = byte.one([None, *HOMES])
    return Applicant(
        id=ApplicantId(f"a{number:02}"),
        name=f"Persoon {number}",
        company=f"Bedrijf {byte.one([number, 0, 1])}",
        kvk=byte.one([None, None, "10000001", "10000002"]),
        place=home and home[0],
        latitude=home and home[1],
        longitude=home and home[2],
        fte=byte.one(SIZES),
        turnover=byte.one(TURNOVERS),
        founded=byte.one(FOUNDED),
        province=byte.one([None, "Overijssel", "Gelderland", "Drenthe"]),
        life_phase=byte.one([None, "start", "growth", "established", "transfer"]),
        question=byte.one([None, "", *(". ".join(byte.some(WORDS, 3)) for _ in range(2))]),
        themes=byte.some(THEMES, 3),
        availability=byte.some(SLOTS, 4),
        sbi=byte.one([None, "4321", "43211", "5610", "432", "9999"]),
        sbi_version=byte.one([None, None, "2008", "2025"]),
        competitors=byte.some(RIVALS, 2),
        family=byte.some(KIN, 1),
        extra={"branche": byte.one(["", "bouw", "zorg", "ict", "bouw|ict"])},
    )


@st.composite
def rounds(draw: st.DrawFn, most: int = 12) -> Round:
    n = draw(st.integers(2, most))
    people = tuple(draw(applicants(i)) for i in range(n))
    ids = st.sampled_from([a.id for a in people])
    pairs = st.tuples(ids, ids).filter(lambda p: p[0] != p[1])
    relations = draw(
        st.lists(
            st.builds(
                lambda pair, kind, must: Relation(pair[0], pair[1], kind, must),
                pairs,
                st.sampled_from(list(RelationKind)),
                st.sampled_from([None, True, False]),
            ),
            max_size=8,
        )
    )
    groups = draw(st.integers(1, min(3, n)))
    return Round(
        applicants=people,
        relations=tuple(relations),
        groups=groups,
        smallest=1,
        largest=n,
        target=max(n // groups, 1),
        places=Room.parse("as many as possible"),
        merit={a.id: i for i, a in enumerate(people)},
        previous={a.id: i % groups + 1 for i, a in enumerate(people) if i % 3},
        seed=draw(st.integers(0, 100)),
    )
