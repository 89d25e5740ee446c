"""Nobody is the only one of a kind in a group: the only woman, the only shop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from typing_extensions import override

from cohorts.people.values import plain
from cohorts.round.finding import Fact, GroupFinding
from cohorts.rules.naming_values import Spell
from cohorts.rules.rule import described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.tallies import Bounds, PerValue, by_term
from cohorts.rules.worked import Worked
from solver.terms.tally import FREE

MOST_NAMED = 5


class NeverAlone(PerValue):
    """Tally: one unit for each value that exactly one member of the group has."""

    TITLE = texts(nl="Nooit de enige in {field}", en="Never the only one in {field}")
    ABOUT = texts(
        nl="Niemand is in een groep de enige met een waarde, zoals de enige vrouw of de enige "
        "winkel. De waarde komt niet voor, of bij minstens twee leden. Noemt u waarden, dan geldt "
        "het alleen daarvoor. Wie niets invulde, telt niet mee.",
        en="Nobody in a group is the only one with a value, such as the only woman or the only "
        "shop. The value does not occur, or at least two members have it. Where you name values "
        "it holds for those only. Whoever filled in nothing does not count.",
    )
    SENTENCES: ClassVar = {
        "kept": texts(
            nl="Niemand is de enige in {field}: {values}.",
            en="Nobody is the only one in {field}: {values}.",
        ),
        "alone": texts(
            nl="De enige in {field} is: {people}.", en="The only one in {field} is: {people}."
        ),
        "several_alone": texts(
            nl="In {field} zijn deze leden elk de enige: {people}.",
            en="In {field} these members are each the only one: {people}.",
        ),
        "nobody": texts(
            nl="In {field} telt hier niemand mee.", en="In {field} nobody counts here."
        ),
    }
    AMONG_FEW: ClassVar = {
        "kept": texts(
            nl="Geen van hen is de enige in {field}: {values}.",
            en="None of them is the only one in {field}: {values}.",
        ),
        "several_alone": texts(nl="Zij verschillen in {field}.", en="They differ in {field}."),
        "nobody": texts(
            nl="In {field} telt geen van hen mee.", en="In {field} none of them counts."
        ),
    }
    MENDED_BY_MORE = True
    NEVER_ALONE = True
    WORKED = (
        Worked(
            fields={"field": "branche"},
            groups=(
                {"Anker": {"branche": "ict"}, "Berk": {"branche": "ict"}, "Citer": {}},
                {
                    "Duin": {"branche": "ict"},
                    "Eik": {"branche": "ict"},
                    "Fluit": {"branche": "sport"},
                },
            ),
        ),
    )

    values: tuple[str, ...] = described(
        (), nl="alleen voor deze waarden; leeg: alle", en="for these values only; empty: all"
    )

    @override
    def naming(self, spell: Spell) -> Mapping[str, Any]:
        return {"values": tuple(spell(self.field, value) for value in self.values)}

    @override
    def is_about(self, value: str) -> bool:
        return not self.values or value in self.values

    @override
    def bounds(self, given: Sequence[Sequence[str]]) -> Mapping[str, Bounds]:
        return dict.fromkeys(sorted({v for values in given for v in values}, key=plain), (0, FREE))

    @override
    def measure_group(self, group: Seated, pool: tuple[str, ...]) -> GroupFinding:
        members = group.members
        counts = Counter(sorted((v for a in members for v in self.given(a)), key=plain))
        alone = {value: 1 for value, count in counts.items() if count == 1}
        lonely = [(a, value) for a in members for value in self.given(a) if value in alone]
        facts: dict[str, Fact] = {
            "field": self.field,
            "values": tuple(f"{v} ({c})" for v, c in counts.most_common(MOST_NAMED)),
            "people": tuple(f"{a.label} ({value})" for a, value in lonely),
        }
        one_or_more = "several_alone" if len(alone) > 1 else "alone"
        return GroupFinding(
            group.number,
            one_or_more if alone else "kept" if counts else "nobody",
            by_term(self.key, pool, alone),
            facts,
            tuple(dict.fromkeys(a.id for a, _ in lonely)),
            round(1 - len(alone) / max(sum(counts.values()), 1), 3),
        )
