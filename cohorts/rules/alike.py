"""Members alike in a category: province, sector, life phase, language."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import ClassVar

import numpy as np
from typing_extensions import override

from cohorts.people.applicant import Applicant
from cohorts.people.values import plain
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.value_counts import apart, each
from cohorts.rules.worked import Worked
from cohorts.words import Language
from cohorts.words.phrase import value_said
from solver.terms import Distinct, Likeness
from solver.terms.likeness import SCALE

WHERE = ("province", "municipality", "place")
FROM = texts(nl="uit ", en="from ")


class Alike(Rule):
    """Graded: pairs of another category, per member; a must allows one category per group."""

    TITLE = texts(nl="Gelijk in {field}", en="Alike in {field}")
    ABOUT = texts(
        nl="De leden van een groep hebben dezelfde waarde, zoals dezelfde provincie of fase. Als "
        "eis heeft een groep één waarde; als wens zo weinig mogelijk menging.",
        en="The members of a group have the same value, such as the same province or phase. As a "
        "must a group has one value; as a should as little mixing as possible.",
    )
    SENTENCES: ClassVar = {
        "every": texts(
            nl="Alle leden vulden bij {field} in: {value}.",
            en="All members gave for {field}: {value}.",
        ),
        "all": texts(
            nl="{count} van de {size} leden vulden bij {field} in: {value}.",
            en="{count} of the {size} members gave for {field}: {value}.",
        ),
        "most": texts(
            nl="{count} van de {size} leden vulden bij {field} in: {value}, {others}.",
            en="{count} of the {size} members gave for {field}: {value}, {others}.",
        ),
        "mixed": texts(
            nl="De groep is gemengd in {field}: {values}.",
            en="The group is mixed in {field}: {values}.",
        ),
        "every_from": texts(
            nl="Alle leden komen uit {value}.", en="All members come from {value}."
        ),
        "all_from": texts(
            nl="{count} van de {size} leden komen uit {value}.",
            en="{count} of the {size} members come from {value}.",
        ),
        "most_from": texts(
            nl="{count} van de {size} leden komen uit {value}, {others}.",
            en="{count} of the {size} members come from {value}, {others}.",
        ),
        "mixed_from": texts(
            nl="De leden komen uit {values}.", en="The members come from {values}."
        ),
        "unknown": texts(nl="Van niemand is bekend: {field}.", en="Known of nobody: {field}."),
    }
    AMONG_FEW: ClassVar = {
        "every": texts(
            nl="Bij {field} vulden zij hetzelfde in: {value}.",
            en="For {field} they gave the same: {value}.",
        ),
        "all": texts(
            nl="Van {count} van de {size} is bij {field} bekend: {value}.",
            en="Of {count} of the {size} it is known for {field}: {value}.",
        ),
        "most": texts(
            nl="Bij {field} vulden {count} van hen in: {value}, {others}.",
            en="For {field} {count} of them gave: {value}, {others}.",
        ),
        "mixed": texts(
            nl="Zij verschillen in {field}: {each}.", en="They differ in {field}: {each}."
        ),
        "every_from": texts(nl="Zij komen uit {value}.", en="They come from {value}."),
        "all_from": texts(
            nl="Van {count} van de {size} is bekend dat die uit {value} {count:komt|komen}.",
            en="Of {count} of the {size} it is known that they come from {value}.",
        ),
        "most_from": texts(
            nl="{count} van hen komen uit {value}, {others}.",
            en="{count} of them come from {value}, {others}.",
        ),
        "mixed_from": texts(nl="Zij komen uit {each}.", en="They come from {each}."),
        "unknown": texts(
            nl="Van geen van hen is bekend: {field}.", en="Known of none of them: {field}."
        ),
    }
    JOINS = frozenset({"all", "most"})
    WORKED = (
        Worked(
            fields={"field": "province"},
            groups=(
                {"Anker": {"province": "Drenthe"}, "Berk": {"province": "Drenthe"}},
                {
                    "Citer": {"province": "Gelderland"},
                    "Duin": {"province": "Gelderland"},
                    "Eik": {"province": "Drenthe"},
                },
                {"Fluit": {"province": "Drenthe"}, "Geul": {"province": "Gelderland"}},
            ),
        ),
    )

    field: str = described(..., nl="veld of eigen kolom", en="field or column of your own")

    @override
    def needs(self) -> tuple[str, ...]:
        return (self.field,)

    @override
    def demands(self, round_: Round) -> list[Demand]:
        given = [a.text(self.field) for a in round_.applicants]
        number = {value: i for i, value in enumerate(sorted({v for v in given if v}, key=plain))}
        code = np.array([number[v] if v else -1 for v in given], dtype=np.int64)
        if self.level is Level.MUST:
            return [self.demand(Distinct(name=self.key, code=code, low=0, high=1, price=1))]
        features = np.zeros((round_.n, max(len(number), 1)), dtype=np.int64)
        features[code >= 0, code[code >= 0]] = SCALE
        return [self.demand(Likeness(name=self.key, features=features, price=1))]

    @override
    def pool(self, round_: Round) -> float:
        """The chance that two people have the same value."""
        counts = Counter(v for a in round_.applicants if (v := a.text(self.field)))
        return sum(c * c for c in counts.values()) / max(sum(counts.values()), 1) ** 2

    @override
    def is_unknown(self, applicant: Applicant, pool: float) -> bool:
        return applicant.text(self.field) is None

    @override
    def measure_group(self, group: Seated, pool: float) -> GroupFinding:
        number, members, chance = group.number, group.members, pool
        given = [a.text(self.field) for a in members]
        counts = Counter(sorted((v for v in given if v), key=plain))
        amount = self._amount(given, different=len(counts))
        if not counts:
            return GroupFinding(number, "unknown", {self.key: amount}, {"field": self.field})
        value, count = counts.most_common(1)[0]
        known = sum(counts.values())
        same = sum(c * c for c in counts.values()) / known**2
        quality = round(max(0.0, (same - chance) / (1 - chance)), 3) if chance < 1 else 1.0
        facts: dict[str, Fact] = {
            "field": self.field,
            "value": value,
            "count": count,
            "known": known,
            "size": len(members),
            "values": tuple(f"{v} ({c})" for v, c in counts.most_common(5)),
            "others": tuple(f"{v} ({c})" for v, c in counts.most_common()[1:]),
        }
        verdict = "all" if len(counts) == 1 else "most" if 2 * count > known else "mixed"
        others = tuple(a.id for a in members if a.text(self.field) not in (None, value))
        return GroupFinding(number, verdict, {self.key: amount}, facts, others, quality)

    @override
    def as_told(self, finding: GroupFinding, language: Language) -> GroupFinding:
        """Of a place people come from it; the others are told with how many there are of each."""
        whole = finding.verdict == "all" and finding.facts["count"] == finding.facts["size"]
        found = "every" if whole else finding.verdict
        where = self.field in WHERE and f"{found}_from" in self.SENTENCES
        verdict = f"{found}_from" if where else found
        counted = finding.facts.get("others")
        given = counted if isinstance(counted, tuple) else ()
        others = [value_said(self.field, v, language) for v in given]  # such as "start (3)"
        said = [f"{n} {FROM[language] if where else ''}{v}" for v, n in apart(others)]
        alone = each(self.field, finding.facts.get("values"), language)
        facts = {**finding.facts, "others": tuple(said), "each": alone}
        return replace(finding, verdict=verdict, facts=facts)

    def _amount(self, given: list[str | None], *, different: int) -> int:
        """Squared distance between categories is 2, to a missing value 1 (in SCALE² quanta)."""
        if self.level is Level.MUST:
            return max(different - 1, 0)
        pairs = combinations(given, 2)
        apart = sum((p is not None) + (q is not None) for p, q in pairs if p != q)
        return apart * SCALE * SCALE // len(given)
