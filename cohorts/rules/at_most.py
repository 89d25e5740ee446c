"""At most so many members of a group with the same value."""

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


class AtMost(PerValue):
    """Tally with an upper bound: per value the members above ``most``."""

    TITLE = texts(nl="Hoogstens {most} van één {field}", en="At most {most} of one {field}")
    ABOUT = texts(
        nl="In een groep zitten hoogstens zo veel leden met dezelfde waarde, zoals dezelfde "
        "branche. Noemt u waarden, dan geldt het alleen daarvoor. Een cel met meer waarden "
        "(gescheiden door |) telt voor elk ervan.",
        en="A group has at most so many members with the same value, such as the same sector. "
        "Where you name values it holds for those only. A cell with several values (joined "
        "with |) counts for each.",
    )
    SENTENCES: ClassVar = {
        "kept": texts(
            nl="Nergens meer dan {most} van één {field}.",
            en="Nowhere more than {most} of one {field}.",
        ),
        "broken": texts(
            nl="Hoogstens {most} van één {field} is de afspraak; hier zijn er meer: {over}.",
            en="At most {most} of one {field} is agreed; there are more here: {over}.",
        ),
    }
    AMONG_FEW: ClassVar = {
        "kept": texts(
            nl="Zij vulden {most:niet hetzelfde|niet te vaak hetzelfde} in bij {field}.",
            en="They did not give the same {most:for|too often for} {field}.",
        ),
        "broken": texts(
            nl="Bij {field} staat meer dan eens hetzelfde: {over}.",
            en="For {field} the same stands more than once: {over}.",
        ),
    }
    WORKED = (
        Worked(
            fields={"field": "branche", "most": 1},
            groups=(
                {"Anker": {"branche": "ict"}, "Berk": {"branche": "sport"}},
                {
                    "Citer": {"branche": "ict"},
                    "Duin": {"branche": "ict"},
                    "Eik": {"branche": "sport"},
                },
            ),
        ),
    )

    most: int = described(..., nl="grootste aantal per groep", en="most per group", ge=0, le=1000)
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
        often = Counter(v for values in given for v in values)
        # a value nobody could have too often asks nothing
        binding = sorted((v for v, count in often.items() if count > self.most), key=plain)
        return dict.fromkeys(binding, (0, self.most))

    @override
    def measure_group(self, group: Seated, pool: tuple[str, ...]) -> GroupFinding:
        members = group.members
        counts = Counter(v for a in members for v in self.given(a))
        often = sorted((v for v, count in counts.items() if count > self.most), key=plain)
        over = {v: counts[v] - self.most for v in often}
        amounts = by_term(self.key, pool, over)
        facts: dict[str, Fact] = {
            "field": self.field,
            "most": self.most,
            "over": tuple(f"{v} ({counts[v]})" for v in over),
        }
        people = tuple(a.id for a in members if set(self.given(a)) & over.keys())
        verdict = "broken" if over else "kept"
        quality = round(1 - sum(over.values()) / len(members), 3)
        return GroupFinding(group.number, verdict, amounts, facts, people, max(quality, 0.0))
