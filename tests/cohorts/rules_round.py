"""Hypothesis strategies: small rounds with every kind of missing value, and groups of them."""

from __future__ import annotations

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


@st.composite
def applicants(draw: st.DrawFn, number: int) -> Applicant:
    home = draw(st.sampled_from([None, *HOMES]))
    optional_size = st.none() | st.floats(0, 500, allow_nan=False).map(lambda x: round(x, 2))
    return Applicant(
        id=ApplicantId(f"a{number:02}"),
        name=f"Persoon {number}",
        company=f"Bedrijf {draw(st.sampled_from([number, 0, 1]))}",
        kvk=draw(st.sampled_from([None, None, "10000001", "10000002"])),
        place=home and home[0],
        latitude=home and home[1],
        longitude=home and home[2],
        fte=draw(optional_size),
        turnover=draw(st.none() | st.integers(-1000, 10**8).map(float)),
        founded=draw(st.none() | st.integers(1900, 2026)),
        province=draw(st.sampled_from([None, "Overijssel", "Gelderland", "Drenthe"])),
        life_phase=draw(st.sampled_from([None, "start", "growth", "established", "transfer"])),
        question=draw(st.none() | st.lists(st.sampled_from(WORDS), max_size=3).map(". ".join)),
        themes=tuple(draw(st.lists(st.sampled_from(THEMES), unique=True, max_size=3))),
        availability=tuple(draw(st.lists(st.sampled_from(SLOTS), unique=True, max_size=4))),
        sbi=draw(st.sampled_from([None, "4321", "43211", "5610", "432", "9999"])),
        sbi_version=draw(st.sampled_from([None, None, "2008", "2025"])),
        competitors=tuple(draw(st.lists(st.sampled_from(RIVALS), unique=True, max_size=2))),
        family=tuple(draw(st.lists(st.sampled_from(KIN), unique=True, max_size=1))),
        extra={"branche": draw(st.sampled_from(["", "bouw", "zorg", "ict", "bouw|ict"]))},
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
