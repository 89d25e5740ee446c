"""People with one surname in different companies: family, perhaps; nobody but they can say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from cohorts.people.applicant import Applicant
from cohorts.people.identity import Answer, Met, Traits, company_met, judged, traits

FREQUENT = frozenset(
    (  # noqa: SIM905
        "jong jansen vries berg dijk bakker janssen visser smit meijer boer mulder groot bos vos "
        "peters hendriks leeuwen dekker brouwer wit dijkstra smits graaf meer linden kok jacobs "
        "haan vermeulen heuvel veen broek bruin heijden schouten beek bruijn kuipers post maas "
        "verhoeven koning peeters jonge evers sanders bosch hermans prins huisman vink wal blom "
        "kuiper willems hoekstra koster scholten mulders postma martens gerritsen meyer jonker "
        "laan hof wijk yilmaz nguyen ali timmermans ahmed mohamed singh"
    ).split()
)
"""The most frequent surnames of the Netherlands, without particles: two of them tell nothing.

By the Nederlandse Familienamenbank (Meertens Instituut, CBG), count of 2007.
"""


def one_surname(people: Sequence[Applicant]) -> tuple[tuple[Applicant, ...], ...]:
    """Those of each surname that stands in at least two companies, by surname.

    A name without a first name, or with a number in it, is left alone. Of a surname that many have
    who are no family, only those of one full name are asked about: they may be one person.
    """
    found: dict[tuple[str, ...], list[tuple[Traits, Applicant]]] = {}
    for a in people:
        name = traits(a).name
        if name.given and not name.numbers:
            alike = name.words if FREQUENT.issuperset(name.family) else name.family
            found.setdefault(alike, []).append((traits(a), a))
    return tuple(
        tuple(a for _, a in family)
        for _, family in sorted(found.items(), key=lambda pair: pair[0])
        if any(_are_two(a, b) for a, b in combinations(dict.fromkeys(t for t, _ in family), 2))
    )


def _are_two(a: Traits, b: Traits) -> bool:
    """Of different companies, and not asked already whether they are one person.

    Also of one full name: with two companies that may be a relative, or one person.
    """
    return company_met(a, b) is Met.OTHER and judged(a, b).answer is Answer.NO
